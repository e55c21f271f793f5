package org.apusilta.engine.words;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.apusilta.engine.words.Submission.Unacceptable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A task changes by its form, whole, and not variable by variable past it. Nothing of ours and nothing in Tasklist does so; the
 * engine refuses the same commands to everybody who is logged in, this only says it in the reader's language.
 */
final class FormsOnly extends OncePerRequestFilter {

    private static final Pattern VARIABLES = Pattern.compile(".*/task/[^/]+/(?:variables|localVariables)(?:/.*)?");
    private static final Set<String> LOOKING = Set.of("GET", "HEAD", "OPTIONS");

    private final DoorRefusals refusals;

    FormsOnly(DoorRefusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return LOOKING.contains(request.getMethod()) || !VARIABLES.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        refusals.answer(request, response, new Unacceptable("form.only"));
    }
}
