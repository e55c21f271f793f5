package org.apusilta.request.web;

import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.apusilta.request.InvalidRequest;
import org.apusilta.request.internal.Submissions;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says what is wrong in the asker's language, as problem+json with a list of fields. */
@RestControllerAdvice(assignableTypes = RequestApi.class)
class Problems {

    /** @param field path in what was sent, empty for the whole */
    record FieldError(String field, String code, String message) {}

    private final MessageSource texts;

    Problems(MessageSource texts) {
        this.texts = texts;
    }

    @ExceptionHandler
    ProblemDetail invalid(InvalidRequest e, Locale language) {
        var errors = e.problems().stream().map(p -> new FieldError(p.field(), p.code(), message(p, language))).toList();
        return problem(HttpStatus.BAD_REQUEST, "invalid", errors, language);
    }

    @ExceptionHandler
    ProblemDetail tooLong(BodyReader.TooLong e, Locale language) {
        return problem(HttpStatus.PAYLOAD_TOO_LARGE, "tooLong", List.of(), language);
    }

    @ExceptionHandler
    ProblemDetail different(Submissions.SentDifferently e, Locale language) {
        return problem(HttpStatus.UNPROCESSABLE_ENTITY, "sentDifferently", List.of(), language);
    }

    @ExceptionHandler
    ProblemDetail running(Submissions.StillRunning e, Locale language) {
        return problem(HttpStatus.CONFLICT, "stillRunning", List.of(), language);
    }

    @ExceptionHandler
    ProblemDetail unknown(NoSuchElementException e, Locale language) {
        return problem(HttpStatus.NOT_FOUND, "unknown", List.of(), language);
    }

    private ProblemDetail problem(HttpStatus status, String code, List<FieldError> errors, Locale language) {
        var problem = ProblemDetail.forStatusAndDetail(status, texts.getMessage("request.problem." + code, null, language));
        problem.setTitle(texts.getMessage("request.problem." + code + ".title", null, language));
        problem.setProperty("code", code);
        problem.setProperty("errors", errors);
        return problem;
    }

    /** @return one sentence on one field */
    private String message(InvalidRequest.Problem problem, Locale language) {
        return texts.getMessage("request.error." + problem.code(), new Object[] {String.valueOf(problem.limit())}, language);
    }
}
