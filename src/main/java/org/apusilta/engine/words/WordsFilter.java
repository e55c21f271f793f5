package org.apusilta.engine.words;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apusilta.engine.words.Submission.Unacceptable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Takes the words out of a submitted task form before the engine sees it and keeps them in our table. One transaction spans
 * both: the engine's calls below join it, an answer that is no success undoes it, and the caller hears of success after the
 * commit only. It sees Tasklist's and REST's calls; whatever it does not see, the variable guard refuses.
 */
final class WordsFilter extends OncePerRequestFilter {

    private static final Pattern SUBMIT = Pattern.compile(".*/task/([^/]+)/(?:complete|submit-form|resolve)/?");

    /** A form with ten fields of the longest text, every character escaped; more is nobody's form. */
    private static final int LARGEST_BODY = 1_000_000;

    private final ProcessEngine engine;
    private final WordsTable words;
    private final TransactionOperations transaction;
    private final MessageSource texts;

    WordsFilter(ProcessEngine engine, WordsTable words, TransactionOperations transaction, MessageSource texts) {
        this.engine = engine;
        this.words = words;
        this.transaction = transaction;
        this.texts = texts;
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
                throw new Unacceptable("too-long");
            }
            var submission = Submission.part(body);
            var inner = new ReplacedBody(request, submission.rest());
            if (submission.words().isEmpty() || request.getRemoteUser() == null) {
                chain.doFilter(inner, response);
            } else {
                submit(inner, response, chain, submission.words());
            }
        } catch (Unacceptable refusal) {
            refuse(response, refusal, request.getLocale());
        }
    }

    private void submit(HttpServletRequest request, HttpServletResponse response, FilterChain chain, Map<String, String> written)
            throws ServletException, IOException, Unacceptable {
        var uri = SUBMIT.matcher(request.getRequestURI());
        uri.matches();
        var answer = new ContentCachingResponseWrapper(response);
        var failure = transaction.execute(status -> {
            try {
                keep(uri.group(1), written, request.getRemoteUser());
                chain.doFilter(request, answer);
                if (answer.getStatus() >= 400) {
                    status.setRollbackOnly();
                }
                return null;
            } catch (IOException | ServletException | Unacceptable problem) {
                status.setRollbackOnly();
                return problem;
            }
        });
        if (failure instanceof Unacceptable refusal) {
            throw refusal;
        } else if (failure instanceof IOException broken) {
            throw broken;
        } else if (failure instanceof ServletException broken) {
            throw broken;
        }
        answer.copyBodyToResponse();
    }

    /** No task with this id, or one that is not theirs: nothing is kept here, and the engine says what is wrong. */
    private void keep(String taskId, Map<String, String> written, String author) throws Unacceptable {
        var identity = engine.getIdentityService();
        var reader = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            var task = engine.getTaskService().createTaskQuery().taskId(taskId).singleResult();
            if (task != null) {
                words.keep(caseOf(task), taskId, task.getTaskDefinitionKey(), written, author);
            }
        } finally {
            identity.setAuthentication(reader);
        }
    }

    private UUID caseOf(Task task) throws Unacceptable {
        var instance = engine.getRuntimeService().createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId()).singleResult();
        return caseId(instance == null ? null : instance.getBusinessKey());
    }

    private static UUID caseId(@Nullable String key) throws Unacceptable {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException | NullPointerException notACase) {
            throw new Unacceptable("no-case");
        }
    }

    /** In the shape of the engine's own errors, so that Tasklist shows the sentence. */
    private void refuse(HttpServletResponse response, Unacceptable refusal, Locale language) throws IOException {
        var sentence = texts.getMessage("engine.words." + refusal.getMessage(), new Object[] {Submission.LONGEST}, language);
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write("{\"type\":\"InvalidRequestException\",\"message\":\"%s\"}"
                .formatted(sentence.replace("\"", "\\\"")).getBytes(StandardCharsets.UTF_8));
    }
}
