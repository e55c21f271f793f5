package org.apusilta.security.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** Says no to programs: 401 and 403 as problem+json in the asker's language, without the challenge that makes browsers ask for a password. */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final MessageSource texts;
    private final ObjectProvider<LocaleResolver> locales;
    private final ObjectMapper json;

    Refusals(MessageSource texts, ObjectProvider<LocaleResolver> locales, ObjectMapper json) {
        this.texts = texts;
        this.locales = locales;
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        answer(HttpStatus.UNAUTHORIZED, "security.refused.login", request, response);
    }

    /** A program that sends something without any login is told to log in: the missing token alone would say 403, and nothing about why. Pages of links need no login. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why) throws IOException {
        if (why instanceof CsrfException && nobody() && request.getRequestURI().substring(request.getContextPath().length()).matches("/(api|engine-rest)/.*")) {
            answer(HttpStatus.UNAUTHORIZED, "security.refused.login", request, response);
        } else {
            answer(HttpStatus.FORBIDDEN, "security.refused.role", request, response);
        }
    }

    /** Guards against forged sends come before the filter that names the anonymous: then nobody is there at all. */
    private static boolean nobody() {
        var who = SecurityContextHolder.getContext().getAuthentication();
        return who == null || who instanceof AnonymousAuthenticationToken;
    }

    private void answer(HttpStatus status, String text, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var resolver = locales.getIfAvailable();
        var locale = resolver == null ? request.getLocale() : resolver.resolveLocale(request);
        var problem = ProblemDetail.forStatusAndDetail(status, texts.getMessage(text, null, locale));
        problem.setInstance(URI.create(request.getRequestURI()));
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }
}
