package org.apusilta.request.process;

import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.apusilta.engine.Listening;
import org.apusilta.engine.Ourselves;
import org.apusilta.request.CaseFacts;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * The only one in this module to call the engine. Correlates by instance id, never by business key: a called process and a
 * follow-up period carry the same key.
 */
@Component
public class HelpRequestProcess {

    /** What we do beside the case's own way: it promises nothing about the next step, or is promised elsewhere. */
    private static final List<String> BESIDE = List.of("adhoc-task:", "scope-drift:", "waiting-care:");

    /** Before these a person has not decided yet, or decides again. */
    private static final List<String> LOOKS_SOON = List.of("acknowledgeRequest", "screenRequest", "clarifyRequest", "releaseForChange");

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Listening listening;
    private final Ourselves ourselves;

    HelpRequestProcess(RuntimeService runtime, TaskService tasks, Listening listening, Ourselves ourselves) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.listening = listening;
        this.ourselves = ourselves;
    }

    /**
     * Starts the way of one request, in the caller's transaction.
     *
     * @param careSettled whether it is known who stays responsible for care (R3)
     * @param daysUntilStart days to the wanted first day, -1 when not said
     * @return the engine's instance id
     */
    public String start(CaseFacts facts, boolean careSettled, int daysUntilStart) {
        Map<String, Object> variables = Map.of(
                "askedBy", facts.askedBy().name(),
                "majorDistrict", facts.major(),
                "careSettled", careSettled,
                "kindCount", facts.kinds().size(),
                "hoursPerWeek", facts.hoursPerWeek() == null ? 0.0 : facts.hoursPerWeek(),
                "daysUntilStart", daysUntilStart);
        return ourselves.call(() -> runtime.createMessageCorrelation("HelpRequestReceived")
                .processInstanceBusinessKey(facts.id().toString())
                .setVariables(variables)
                .correlateStartMessage()
                .getId());
    }

    /** @return whether the request's own process still ran and has taken the withdrawal */
    public boolean withdraw(String instanceId) {
        return ourselves.call(() -> {
            if (runtime.createProcessInstanceQuery().processInstanceId(instanceId).count() == 0) {
                return false;
            }
            runtime.createMessageCorrelation("ClientWithdrew").processInstanceId(instanceId).correlate();
            return true;
        });
    }

    /** What became of what the process was told. */
    public enum Heard {
        /** It waited for it, and does what follows. */
        HEARD,
        /** It runs and does not wait for it. */
        NOBODY_WAITS,
        /** It runs no more. */
        GONE
    }

    public Heard clientDied(String instanceId) {
        return tell(instanceId, "ClientDied");
    }

    /** The volunteer who is asked or booked leaves or rests. */
    public Heard volunteerUnavailable(String instanceId) {
        return tell(instanceId, "VolunteerUnavailable");
    }

    /** What is asked for has changed. Heard too where a person is about to look at it anyway: what is asked for is read from our tables. */
    public Heard requestChanged(String instanceId) {
        var heard = tell(instanceId, "RequestChanged");
        return heard == Heard.NOBODY_WAITS && looksSoon(instanceId) ? Heard.HEARD : heard;
    }

    private boolean looksSoon(String instanceId) {
        return ourselves.call(() -> {
            var root = runtime.getActivityInstance(instanceId);
            return LOOKS_SOON.stream().anyMatch(step -> root.getActivityInstances(step).length + root.getTransitionInstances(step).length > 0);
        });
    }

    /** Tells the request's own process what has happened, if it waits for it. In the caller's transaction; that nobody waits is for the caller to see to. */
    private Heard tell(String instanceId, String message) {
        return ourselves.call(() -> {
            if (listening.tell(instanceId, message, Map.of())) {
                return Heard.HEARD;
            }
            return runtime.createProcessInstanceQuery().processInstanceId(instanceId).count() > 0 ? Heard.NOBODY_WAITS : Heard.GONE;
        });
    }

    /**
     * Tells the waiting question that its answer is stored. Asks for all who wait, of whom there is one or none: an exception
     * for none would mark the caller's transaction for rollback, and with it the stored answer.
     *
     * @return false when it does not wait (any more, or yet)
     */
    public boolean clarificationAnswered(String instanceId, UUID caseId) {
        return ourselves.call(() -> !runtime.createMessageCorrelation("ClarificationAnswered").processInstanceId(instanceId)
                .processInstanceBusinessKey(caseId.toString()).correlateAllWithResult().isEmpty());
    }

    /** @return by when the open step of this case that is due last must be done; empty when no person's turn is open */
    public Optional<Instant> nextDue(UUID caseId) {
        return ourselves.call(() -> tasks.createTaskQuery().processInstanceBusinessKey(caseId.toString()).active().list().stream()
                .filter(task -> BESIDE.stream().noneMatch(process -> task.getProcessDefinitionId().startsWith(process)))   // what we do beside it promises nobody anything
                .map(Task::getDueDate).filter(Objects::nonNull).map(Date::toInstant).max(Comparator.naturalOrder()));
    }
}
