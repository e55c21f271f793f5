package org.apusilta.volunteer.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apusilta.engine.Accounts;
import org.apusilta.engine.Ourselves;
import org.apusilta.engine.Words;
import org.apusilta.volunteer.VolunteerGone;
import org.apusilta.volunteer.internal.CareDue;
import org.apusilta.volunteer.internal.CareDue.Due;
import org.apusilta.volunteer.internal.CareDue.Outcome;
import org.apusilta.volunteer.internal.CareDue.Reason;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Begins recognition and care-contact, ends them when the volunteer leaves, and completes the thanks that are approved on the page of many. */
@Component
public class RecognitionProcess {

    private static final String DUE = "RecognitionDue";
    private static final String CONTACT = "CareContactDue";
    private static final String DEPARTED = "VolunteerDeparted";
    private static final String APPROVE = "approveThanks";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final IdentityService identity;
    private final Accounts accounts;
    private final Ourselves ourselves;
    private final Words words;
    private final CareDue due;

    RecognitionProcess(@Lazy RuntimeService runtime, @Lazy TaskService tasks, @Lazy IdentityService identity, @Lazy Accounts accounts, Ourselves ourselves,
            Words words, CareDue due) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.identity = identity;
        this.accounts = accounts;
        this.ourselves = ourselves;
        this.words = words;
        this.due = due;
    }

    /** What became of one of many. TAKEN: a colleague has claimed it. GONE: it was answered, or the volunteer left, meanwhile. */
    public enum Bulk { APPROVED, TAKEN, GONE }

    static UUID careId(DelegateExecution execution) {
        return UUID.fromString((String) execution.getVariable("careId"));
    }

    /** Begins what was found and has no instance yet. */
    @Transactional
    public void beginFound() {
        due.notBegun().forEach(this::begin);
    }

    private void begin(Due one) {
        var started = ourselves.call(() -> runtime.createMessageCorrelation(one.reason() == Reason.MILESTONE || one.reason() == Reason.BIRTHDAY ? DUE : CONTACT)
                .processInstanceBusinessKey(one.volunteerId().toString())
                .setVariables(Map.of("careId", one.id().toString(), "careReason", one.reason().name(), "majorDistrict", one.major(), "urgency", "NORMAL"))
                .correlateStartMessage().getId());
        if (!due.begun(one.id(), started)) {
            throw new IllegalStateException("begun twice");
        }
    }

    /** In the transaction in which they leave. */
    @EventListener
    void on(VolunteerGone gone) {
        due.openOf(gone.volunteerId()).forEach(one -> {
            due.settle(one.id(), Outcome.LEFT);
            if (one.instanceId() != null) {
                ourselves.call(() -> {
                    if (runtime.createEventSubscriptionQuery().processInstanceId(one.instanceId()).eventName(DEPARTED).count() == 1) {
                        runtime.createMessageCorrelation(DEPARTED).processInstanceId(one.instanceId()).correlate();
                    }
                    return one;
                });
            }
        });
    }

    /** @return the thanks whose task stands open now, with who has claimed it; what was put off, or answered a moment ago, is left out */
    public Map<UUID, Optional<String>> open(List<Due> waiting) {
        var byInstance = new HashMap<String, UUID>();
        waiting.forEach(one -> byInstance.put(one.instanceId(), one.id()));
        var open = new HashMap<UUID, Optional<String>>();
        ourselves.call(() -> tasks.createTaskQuery().taskDefinitionKey(APPROVE).active().list()).stream().filter(task -> byInstance.containsKey(task.getProcessInstanceId()))
                .forEach(task -> open.put(byInstance.get(task.getProcessInstanceId()), Optional.ofNullable(task.getAssignee())));
        return open;
    }

    /** Approves the thanks in the name of this person, with the engine's own check of their right to the task. @param said words to go along, blank for none */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Bulk approve(UUID id, String said, String by) {
        var task = due.find(id).map(Due::instanceId).map(this::open).orElse(null);
        if (task == null) {
            return Bulk.GONE;
        }
        if (task.getAssignee() != null && !task.getAssignee().equals(by)) {
            return Bulk.TAKEN;
        }
        words.keep(UUID.fromString(keyOf(task)), task.getId(), APPROVE, Map.of("thanks", said), by);
        identity.setAuthentication(by, List.copyOf(accounts.find(by).orElseThrow().groups()));
        try {
            tasks.claim(task.getId(), by);
            tasks.complete(task.getId(), Map.of("thanksOutcome", "THANK"));
        } finally {
            identity.clearAuthentication();
        }
        return Bulk.APPROVED;
    }

    private @Nullable Task open(String instanceId) {
        return ourselves.call(() -> tasks.createTaskQuery().processInstanceId(instanceId).taskDefinitionKey(APPROVE).active().singleResult());
    }

    private String keyOf(Task task) {
        return ourselves.call(() -> runtime.createProcessInstanceQuery().processInstanceId(task.getProcessInstanceId()).singleResult().getBusinessKey());
    }
}
