package org.apusilta.journey;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.event.EventListener;

/** Notes every flow node entered and every flow taken, by all tests that share the engine of this JVM. */
@TestComponent
public class PathsTaken {

    private final Set<String> ignored = ConcurrentHashMap.newKeySet();
    private final Map<String, Set<String>> byProcess = new ConcurrentHashMap<>();

    @EventListener
    void taken(DelegateExecution execution) {
        var process = execution.getProcessDefinitionId();
        var element = "take".equals(execution.getEventName()) ? execution.getCurrentTransitionId() : execution.getCurrentActivityId();
        if (element != null && !ignored.contains(process)) {
            byProcess.computeIfAbsent(process.substring(0, process.indexOf(':')), p -> ConcurrentHashMap.newKeySet()).add(element);
        }
    }

    /** What is walked in this version of a process proves nothing about today's drawing. */
    void ignore(String definition) {
        ignored.add(definition);
    }

    Set<String> of(String process) {
        return byProcess.getOrDefault(process, Set.of());
    }
}
