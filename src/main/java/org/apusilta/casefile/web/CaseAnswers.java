package org.apusilta.casefile.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
    void language(HttpServletRequest request, HttpServletResponse response) {
        response.setLocale(Reader.of(request));
    }

    @ExceptionHandler
    ProblemDetail gone(NoSuchElementException unknown, HttpServletRequest request) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, texts.getMessage("casefile.problem.unknown", null, Reader.of(request)));
    }

    @ExceptionHandler
    ProblemDetail wrong(IllegalArgumentException unusable, HttpServletRequest request) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, texts.getMessage("casefile.problem.text", null, Reader.of(request)));
    }
}
