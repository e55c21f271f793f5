package org.apusilta.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says that a form was too large. The server (Tomcat) leaves such a form unread without a word: every field is missing then,
 * the one against forged forms too, and people would be told that they have no right.
 */
final class TooLargeForms extends OncePerRequestFilter {

    private static final String WHY = "org.apache.catalina.parameter_parse_failed_reason";
    private static final Set<String> TOO_LARGE = Set.of("POST_TOO_LARGE", "TOO_MANY_PARAMETERS");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod()) || request.getContentType() == null
                || !request.getContentType().startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE) && !request.getContentType().startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.getParameterMap();
        if (TOO_LARGE.contains(String.valueOf(request.getAttribute(WHY)))) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            chain.doFilter(request, response);
        }
    }
}
