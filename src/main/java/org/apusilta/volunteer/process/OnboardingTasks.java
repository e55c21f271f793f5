package org.apusilta.volunteer.process;

import java.util.Map;
import java.util.UUID;
import org.apusilta.engine.Words;
import org.apusilta.volunteer.internal.Onboarding;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps what people do at these steps at the moment they do it: who decided and why, what the guardian said, which time was booked. */
@Component
class OnboardingTasks {

    /** Steps where somebody may be told no, with the variable that says so. */
    private static final Map<String, String> DECISIONS = Map.of("reviewApplication", "reviewOutcome", "holdInterview", "interviewOutcome", "decideApplication", "decideOutcome");

    private final Onboarding onboarding;
    private final Words words;
    private final IdentityService identity;

    OnboardingTasks(Onboarding onboarding, Words words, @Lazy IdentityService identity) {
        this.onboarding = onboarding;
        this.words = words;
        this.identity = identity;
    }

    @EventListener(condition = "#task.eventName == 'complete'")
    void completed(DelegateTask task) {
        switch (task.getTaskDefinitionKey()) {
            case "reviewApplication", "holdInterview", "decideApplication" -> decided(task);
            case "callGuardian" -> guardian(task);
            case "bookByPhone" -> booked(task);
            case "arrangeGroup" -> onboarding.groupAgreed(application(task));
            default -> { }
        }
    }

    /** A no counts with a person and a reason only: without them the drawing leads back. */
    private void decided(DelegateTask task) {
        var reason = words.at(task.getId(), "reason").orElse(null);
        var by = by(task);
        onboarding.decided(application(task), by, reason == null ? words.at(task.getId(), "message").orElse(null) : reason);
        task.setVariable("reasonGiven", by != null && reason != null);
        if (task.getTaskDefinitionKey().equals("holdInterview") && task.getVariable(DECISIONS.get("holdInterview")) != null) {
            onboarding.talked(application(task));
        }
    }

    private void guardian(DelegateTask task) {
        var answer = task.getVariable("guardianAnswer");
        if ("GIVEN".equals(answer) || "REFUSED".equals(answer)) {
            onboarding.guardianAnswered(application(task), "GIVEN".equals(answer), by(task) == null ? "APUSILTA" : by(task));
        }
    }

    /** Somebody else was quicker: then the drawing leads back to the person. */
    private void booked(DelegateTask task) {
        var slot = (String) task.getVariable("chosenSlotId");
        if ("BOOKED".equals(task.getVariable("phoneOutcome")) && slot != null && !onboarding.book(application(task), UUID.fromString(slot), true)) {
            task.setVariable("chosenSlotId", null);
        }
        onboarding.decided(application(task), by(task), words.at(task.getId(), "message").orElse(null));
    }

    private @Nullable String by(DelegateTask task) {
        var login = identity.getCurrentAuthentication();
        return login == null || login.getUserId() == null ? task.getAssignee() : login.getUserId();
    }

    private static UUID application(DelegateTask task) {
        return UUID.fromString(task.getExecution().getProcessBusinessKey());
    }
}
