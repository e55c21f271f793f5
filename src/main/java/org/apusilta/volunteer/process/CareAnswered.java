package org.apusilta.volunteer.process;

import java.util.Set;
import org.apusilta.engine.Words;
import org.apusilta.volunteer.internal.CareDue;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps with what is due who did the step and what they wrote, as it is completed: the next step sends or notes it. */
@Component
class CareAnswered {

    private static final Set<String> STEPS = Set.of("approveThanks", "contactVolunteer", "offerFirstTask");

    private final CareDue due;
    private final Words words;

    CareAnswered(CareDue due, Words words) {
        this.due = due;
        this.words = words;
    }

    @EventListener(condition = "#task.eventName == 'complete'")
    void completed(DelegateTask task) {
        if (STEPS.contains(task.getTaskDefinitionKey()) && goesOn(task)) {
            var written = words.at(task.getId(), task.getTaskDefinitionKey().equals("approveThanks") ? "thanks" : "care");
            due.behind(task.getProcessInstanceId()).ifPresent(one -> due.approved(one.id(), written.orElse(null), by(task)));
        }
    }

    private static boolean goesOn(DelegateTask task) {
        return switch (task.getTaskDefinitionKey()) {
            case "approveThanks" -> "THANK".equals(task.getVariable("thanksOutcome"));
            case "contactVolunteer" -> !"LATER".equals(task.getVariable("careGiven"));
            default -> !"LATER".equals(task.getVariable("firstTaskOutcome"));
        };
    }

    private static @Nullable String by(DelegateTask task) {
        var caller = task.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
        return caller == null || caller.getUserId() == null ? task.getAssignee() : caller.getUserId();
    }
}
