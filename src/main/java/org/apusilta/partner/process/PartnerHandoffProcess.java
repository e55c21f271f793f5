package org.apusilta.partner.process;

import java.util.Optional;
import java.util.UUID;
import org.apusilta.engine.Ourselves;
import org.apusilta.partner.internal.HandingOff;
import org.apusilta.partner.internal.HandingOff.By;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells partner-handoff what happened outside. The only one to do so. */
@Component
public class PartnerHandoffProcess {

    private static final String PARTNER_ANSWERED = "PartnerAnswered";
    private static final String ARRIVAL_ANSWERED = "HelpArrivalAnswered";

    /** What DMN partnerRouting proposed. @param type a {@link org.apusilta.partner.Partner.Type} @param reach NEAR or WHOLE_CITY */
    public record Routing(String type, String reach) {}

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Ourselves ourselves;
    private final HandingOff handingOff;

    PartnerHandoffProcess(RuntimeService runtime, TaskService tasks, Ourselves ourselves, HandingOff handingOff) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.ourselves = ourselves;
        this.handingOff = handingOff;
    }

    /**
     * Keeps the partner's answer and lets the process go on.
     *
     * @return false when it came too late: answered before, time run out, or the request taken back
     */
    @Transactional
    public boolean partnerAnswered(UUID handOff, boolean yes, @Nullable String reason) {
        return ourselves.call(() -> {
            if (!awaits(handOff, PARTNER_ANSWERED) || !handingOff.answer(handOff, yes, By.LINK, reason)) {
                return false;
            }
            correlate(handOff, PARTNER_ANSWERED, "partnerAnswer", yes ? "ACCEPTED" : "RETURNED");
            return true;
        });
    }

    /** Keeps whether help has arrived and lets the process go on. @return false when it came too late */
    @Transactional
    public boolean arrivalAnswered(UUID handOff, boolean arrived) {
        return ourselves.call(() -> {
            if (!awaits(handOff, ARRIVAL_ANSWERED) || !handingOff.arrivalTold(handOff, By.LINK)) {
                return false;
            }
            correlate(handOff, ARRIVAL_ANSWERED, "helpArrived", arrived ? "YES" : "NO");
            return true;
        });
    }

    /** @return whether the step that asks whether help has arrived still waits for its answer */
    public boolean awaitsArrival(UUID handOff) {
        return ourselves.call(() -> awaits(handOff, ARRIVAL_ANSWERED));
    }

    /** @return whether the partner's answer by link is still awaited; not once a coordinator calls */
    public boolean awaitsPartner(UUID handOff) {
        return ourselves.call(() -> awaits(handOff, PARTNER_ANSWERED));
    }

    /** @return what partnerRouting said for the hand-off this task prepares */
    public Routing routing(String taskId) {
        return ourselves.call(() -> new Routing((String) tasks.getVariable(taskId, "partnerType"), (String) tasks.getVariable(taskId, "partnerReach")));
    }

    /** @return the partner that has offered to take it, when a network was asked before */
    public Optional<UUID> offered(String taskId) {
        return ourselves.call(() -> Optional.ofNullable((String) tasks.getVariable(taskId, "offeredPartnerId")).map(UUID::fromString));
    }

    private boolean awaits(UUID handOff, String message) {
        return handingOff.instance(handOff).filter(instance ->
                runtime.createExecutionQuery().processInstanceId(instance).messageEventSubscriptionName(message).count() == 1).isPresent();
    }

    private void correlate(UUID handOff, String message, String variable, String value) {
        runtime.createMessageCorrelation(message).processInstanceId(handingOff.instance(handOff).orElseThrow()).setVariable(variable, value).correlate();
    }
}
