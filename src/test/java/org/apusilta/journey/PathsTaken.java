package org.apusilta.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.event.EventListener;

/**
 * Notes every flow node entered and every flow taken, by all tests of this JVM, in a file of its own below {@code target}: the tests
 * run in several JVMs, and {@link PathCoverageIT} reads what all of them have noted.
 */
@TestComponent
public class PathsTaken {

    private static final Set<String> TAKEN = ConcurrentHashMap.newKeySet();
    private static final PrintWriter OWN = own();

    private final Set<String> ignored = ConcurrentHashMap.newKeySet();

    @EventListener
    void taken(DelegateExecution execution) {
        var process = execution.getProcessDefinitionId();
        var element = "take".equals(execution.getEventName()) ? execution.getCurrentTransitionId() : execution.getCurrentActivityId();
        if (element != null && !ignored.contains(process)) {
            note(process.substring(0, process.indexOf(':')) + " " + element);
        }
    }

    private static void note(String taken) {
        if (TAKEN.add(taken)) {
            synchronized (OWN) {
                OWN.println(taken);
                OWN.flush();
            }
        }
    }

    /** What is walked in this version of a process proves nothing about today's drawing. */
    void ignore(String definition) {
        ignored.add(definition);
    }

    /** What an earlier run left is overwritten: the JVMs of a run are numbered from one. */
    private static PrintWriter own() {
        try {
            Files.createDirectories(PathCoverageIT.NOTES);
            return new PrintWriter(Files.newBufferedWriter(PathCoverageIT.NOTES.resolve("jvm-" + System.getProperty("apusilta.fork", "0")), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
