package org.apusilta.casefile.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What all answers about cases have in common: they name their language, which our scripts follow, and say in it why they say no. */
@RestControllerAdvice(assignableTypes = {CaseApi.class, TaskApi.class})
class CaseAnswers {

    private final MessageSource texts;

    CaseAnswers(MessageSource texts) {
        this.texts = texts;
    }

    @ModelAttribute
    void language(HttpServletResponse response, Locale reader) {
        response.setLocale(reader);
    }

    @ExceptionHandler
    ProblemDetail gone(NoSuchElementException unknown, Locale reader) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, texts.getMessage("casefile.problem.unknown", null, reader));
    }

    @ExceptionHandler
    ProblemDetail wrong(IllegalArgumentException unusable, Locale reader) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, texts.getMessage("casefile.problem.text", null, reader));
    }
}
