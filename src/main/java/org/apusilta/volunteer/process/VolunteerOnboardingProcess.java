package org.apusilta.volunteer.process;

import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.apusilta.engine.Ourselves;
import org.apusilta.volunteer.Application;
import org.apusilta.volunteer.internal.Onboarding;
import org.apusilta.volunteer.internal.OnboardingProcess;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Execution;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts an application's way and tells it what happened outside. The only one to do so. */
@Component
public class VolunteerOnboardingProcess implements OnboardingProcess {

    private static final String RECEIVED = "ApplicationReceived";
    private static final String WITHDRAWN = "ApplicationWithdrawn";
    private static final String GUARDIAN = "GuardianAnswered";
    private static final String BOOKED = "InterviewBooked";
    private static final String CHANGED = "InterviewChanged";

    /** What becomes of a link's answer. */
    public enum Heard { HEARD, TAKEN, LATE }

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Ourselves ourselves;
    private final Onboarding onboarding;

    VolunteerOnboardingProcess(@Lazy RuntimeService runtime, @Lazy TaskService tasks, Ourselves ourselves, @Lazy Onboarding onboarding) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.ourselves = ourselves;
        this.onboarding = onboarding;
    }

    @Override
    public String start(Application one, Facts facts) {
        var variables = new HashMap<String, Object>();
        variables.put("majorDistrict", one.major());
        variables.put("urgency", "NORMAL");
        variables.put("ageBand", one.age() == null ? "ADULT" : one.age().name());
        variables.put("groupApplies", one.group() != null);
        variables.put("withMinors", facts.withMinors());
        variables.put("atHome", facts.atHome());
        variables.put("confidential", facts.confidential());
        variables.put("reasonGiven", false);
        variables.put("referencesNeeded", false);
        variables.put("recordCheckNeeded", false);
        // the drawing asks of these before they are answered
        List.of("guardianAnswer", "reviewOutcome", "interviewOutcome", "phoneOutcome", "referencesOutcome", "decideOutcome", "trainingOutcome", "checkOutcome", "agreementOutcome")
                .forEach(unanswered -> variables.put(unanswered, null));
        return ourselves.call(() -> runtime.createMessageCorrelation(RECEIVED).processInstanceBusinessKey(one.id().toString()).setVariables(variables)
                .correlateStartMessage().getId());
    }

    @Override
    public boolean withdraw(String instanceId) {
        return ourselves.call(() -> {
            // said twice, or by link and by phone: it is on its way already
            if (runtime.createEventSubscriptionQuery().processInstanceId(instanceId).eventName(WITHDRAWN).count() == 0) {
                return false;
            }
            runtime.createMessageCorrelation(WITHDRAWN).processInstanceId(instanceId).correlate();
            return true;
        });
    }

    /** @return whether the criminal-record step has ended without a permission, for whatever reason */
    public boolean withoutCheck(String taskId) {
        return ourselves.call(() -> "REFUSED".equals(tasks.getVariable(taskId, "checkOutcome")));
    }

    /** @return whether the guardian's answer by link is still awaited; not once a coordinator calls */
    public boolean awaitsGuardian(UUID application) {
        return ourselves.call(() -> waiting(application, GUARDIAN) != null);
    }

    /** Keeps the guardian's answer and lets the process go on. @return false when it came too late */
    @Transactional
    public boolean guardianAnswered(UUID application, boolean yes) {
        return ourselves.call(() -> {
            var waits = waiting(application, GUARDIAN);
            if (waits == null || !onboarding.guardianAnswered(application, yes, null)) {
                return false;
            }
            correlate(waits, GUARDIAN, "guardianAnswer", yes ? "GIVEN" : "REFUSED");
            return true;
        });
    }

    /** @return whether the applicant may choose or change the time of the talk now */
    public boolean awaitsTalk(UUID application) {
        return ourselves.call(() -> talk(application) != null);
    }

    /** Books the time and lets the process go on. */
    @Transactional
    public Heard timeChosen(UUID application, UUID slot) {
        return ourselves.call(() -> {
            var waits = talk(application);
            if (waits == null) {
                return Heard.LATE;
            }
            if (!onboarding.book(application, slot, false)) {
                return Heard.TAKEN;
            }
            told(application, waits, "BOOKED");
            return Heard.HEARD;
        });
    }

    /** No time suits: a coordinator calls. */
    @Transactional
    public Heard noTimeSuits(UUID application) {
        return ourselves.call(() -> {
            var waits = talk(application);
            if (waits == null) {
                return Heard.LATE;
            }
            onboarding.noTimeSuits(application);
            told(application, waits, "CALL_ME");
            return Heard.HEARD;
        });
    }

    private void told(UUID application, Execution waits, String outcome) {
        correlate(waits, waiting(application, BOOKED) == null ? CHANGED : BOOKED, "bookingOutcome", outcome);
    }

    private @Nullable Execution talk(UUID application) {
        var booked = waiting(application, BOOKED);
        return booked == null ? waiting(application, CHANGED) : booked;
    }

    private @Nullable Execution waiting(UUID application, String message) {
        return runtime.createExecutionQuery().processInstanceBusinessKey(application.toString()).messageEventSubscriptionName(message).list().stream().findFirst().orElse(null);
    }

    private void correlate(Execution waits, String message, String variable, String value) {
        runtime.createMessageCorrelation(message).processInstanceId(waits.getProcessInstanceId()).setVariable(variable, value).correlate();
    }
}
