package org.apusilta.engine.words;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets people give a task back. The engine wants TASK_ASSIGN for {@code unclaim}, which would also allow handing the task to
 * another district; but claiming it for nobody is the same thing and needs the right to work on it only. So the call is passed
 * on as {@code claim} without a user; whose task it is, the engine's own checks and our lock decide.
 */
final class GivingBack extends OncePerRequestFilter {

    private static final Pattern UNCLAIM = Pattern.compile("(.*/task/[^/]+)/unclaim/?");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod()) || !UNCLAIM.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new AsClaim(new ReplacedBody(request, "{\"userId\":null}".getBytes())), response);
    }

    private static final class AsClaim extends HttpServletRequestWrapper {

        AsClaim(HttpServletRequest request) {
            super(request);
        }

        @Override public String getRequestURI() { return claim(super.getRequestURI()); }
        @Override public StringBuffer getRequestURL() { return new StringBuffer(claim(super.getRequestURL().toString())); }
        @Override public String getServletPath() { return claim(super.getServletPath()); }
        @Override public String getPathInfo() { return super.getPathInfo() == null ? null : claim(super.getPathInfo()); }
        @Override public String getContentType() { return "application/json"; }

        private static String claim(String path) {
            return UNCLAIM.matcher(path).replaceFirst("$1/claim");
        }
    }
}
