package org.apusilta.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * A person with a browser gets a page for what Spring would answer with problem+json (no such page, wrong method, bad value);
 * programs and everything under {@code /api} get problem+json.
 */
final class PagesForErrors implements HandlerExceptionResolver, Ordered {

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception problem) {
        int status = status(problem);
        // a form without its file is nobody's problem+json: no program sends files here
        if (status == 0 || !person(request) && !(problem instanceof MultipartException) || response.isCommitted()) {
            return null;
        }
        try {
            response.sendError(status);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ModelAndView();
    }

    private static boolean person(HttpServletRequest request) {
        return !request.getServletPath().startsWith("/api/")
                && Collections.list(request.getHeaders(HttpHeaders.ACCEPT)).stream().anyMatch(accepted -> accepted.contains("text/html"));
    }

    private static int status(Exception problem) {
        if (problem instanceof ErrorResponse known) {
            return known.getStatusCode().value();
        }
        if (problem instanceof MaxUploadSizeExceededException) {
            return 413;
        }
        return problem instanceof TypeMismatchException || problem instanceof HttpMessageNotReadableException || problem instanceof MultipartException ? 400 : 0;
    }
}
