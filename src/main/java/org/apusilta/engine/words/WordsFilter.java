package org.apusilta.engine.words;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.apusilta.engine.forms.FormRules.Demand;
import org.apusilta.engine.words.Submission.Unacceptable;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Holds a submitted task against its form, takes the words out before the engine sees it and keeps them in our table. One
 * transaction spans both: the engine's calls below join it, an answer that is no success undoes it, and the caller hears of
 * success after the commit only. It sees Tasklist's and REST's calls; whatever it does not see, the variable guard refuses.
 */
final class WordsFilter extends OncePerRequestFilter {

    private static final Pattern SUBMIT = Pattern.compile(".*/task/([^/]+)/(complete|submit-form|resolve)/?");

    /** A form with ten fields of the longest text, every character escaped; more is nobody's form. */
    private static final int LARGEST_BODY = 1_000_000;

    private final SubmittedTask tasks;
    private final WordsTable words;
    private final TransactionOperations transaction;
    private final DoorRefusals refusals;

    WordsFilter(SubmittedTask tasks, WordsTable words, TransactionOperations transaction, DoorRefusals refusals) {
        this.tasks = tasks;
        this.words = words;
        this.transaction = transaction;
        this.refusals = refusals;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod()) || !SUBMIT.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            var body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
            if (body.length > LARGEST_BODY) {
                throw new Unacceptable("words.too-long");
            }
            var submission = Submission.part(body);
            var inner = new ReplacedBody(request, submission.rest());
            if (request.getRemoteUser() == null) {
                chain.doFilter(inner, response);
                return;
            }
            var uri = SUBMIT.matcher(request.getRequestURI());
            uri.matches();
            var form = tasks.check(uri.group(1), submission.all(), demand(uri.group(2)), refusals.language(request));
            if (form == null || submission.words().isEmpty()) {
                chain.doFilter(inner, response);
            } else {
                submit(inner, response, chain, form, submission.words());
            }
        } catch (Unacceptable refusal) {
            refusals.answer(request, response, refusal);
        }
    }

    /** Tasklist sends the form; other systems complete by the outcome alone, and our template says the rest. */
    private static Demand demand(String call) {
        return switch (call) {
            case "resolve" -> Demand.NOTHING;
            case "complete" -> Demand.ALL_BUT_TEMPLATES;
            default -> Demand.ALL;
        };
    }

    private void submit(HttpServletRequest request, HttpServletResponse response, FilterChain chain, SubmittedTask.Form form,
            Map<String, String> written) throws ServletException, IOException {
        var answer = new ContentCachingResponseWrapper(response);
        var failure = transaction.execute(status -> {
            try {
                words.keep(form.caseId(), form.taskId(), form.taskKey(), written, request.getRemoteUser());
                chain.doFilter(request, answer);
                if (answer.getStatus() >= 400) {
                    status.setRollbackOnly();
                }
                return null;
            } catch (IOException | ServletException problem) {
                status.setRollbackOnly();
                return problem;
            }
        });
        if (failure instanceof IOException broken) {
            throw broken;
        } else if (failure instanceof ServletException broken) {
            throw broken;
        }
        answer.copyBodyToResponse();
    }
}
