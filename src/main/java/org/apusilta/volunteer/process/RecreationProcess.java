package org.apusilta.volunteer.process;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apusilta.engine.Accounts;
import org.apusilta.engine.Ourselves;
import org.apusilta.volunteer.internal.Recreations;
import org.apusilta.volunteer.internal.Recreations.Recreation;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins recreation and tells it of invitations, cancelling and who came. Its key is the event's id. */
@Component
public class RecreationProcess {

    private static final String PLANNED = "RecreationPlanned";
    private static final String INVITED = "VolunteersInvited";
    private static final String CANCELLED = "RecreationCancelled";
    private static final int REMIND_BEFORE = 3;

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final IdentityService identity;
    private final Accounts accounts;
    private final Ourselves ourselves;
    private final Recreations recreations;

    RecreationProcess(@Lazy RuntimeService runtime, @Lazy TaskService tasks, @Lazy IdentityService identity, @Lazy Accounts accounts, Ourselves ourselves, Recreations recreations) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.identity = identity;
        this.accounts = accounts;
        this.ourselves = ourselves;
        this.recreations = recreations;
    }

    @Transactional
    public void plan(Recreation event) {
        recreations.plan(event);
        recreations.begun(event.id(), ourselves.call(() -> runtime.createMessageCorrelation(PLANNED).processInstanceBusinessKey(event.id().toString())
                .setVariables(Map.of("majorDistrict", event.major(), "urgency", "NORMAL", "remindOn", reminder(event.answerBy()), "eventDay", event.day().toString()))
                .correlateStartMessage().getId()));
    }

    private static String reminder(LocalDate answerBy) {
        return answerBy.minusDays(REMIND_BEFORE).toString();
    }

    /** @return how many are newly invited; their letters leave by and by */
    @Transactional
    public int invite(UUID id, List<UUID> volunteers, List<String> majors) {
        int invited = recreations.invite(id, volunteers, majors);
        if (invited > 0) {
            tell(recreations.find(id).orElseThrow(), INVITED);
        }
        return invited;
    }

    /** @return false when it had been cancelled before, or is over */
    @Transactional
    public boolean cancel(UUID id) {
        boolean cancelled = recreations.cancel(id);
        if (cancelled) {
            tell(recreations.find(id).orElseThrow(), CANCELLED);
        }
        return cancelled;
    }

    private void tell(Recreation event, String what) {
        ourselves.call(() -> runtime.createMessageCorrelation(what).processInstanceId(event.instanceId()).correlateWithResult());
    }

    /** Keeps who came and completes the task in this person's name, with the engine's own check. @return false when there is no such task, or a colleague has claimed it */
    @Transactional
    public boolean attended(UUID id, List<UUID> who, boolean held, String by) {
        var event = recreations.find(id).orElseThrow();
        var task = ourselves.call(() -> tasks.createTaskQuery().processInstanceId(event.instanceId()).taskDefinitionKey("recordAttendance").active().singleResult());
        if (task == null || task.getAssignee() != null && !task.getAssignee().equals(by)) {
            return false;
        }
        recreations.came(id, who);
        identity.setAuthentication(by, List.copyOf(accounts.find(by).orElseThrow().groups()));
        try {
            tasks.claim(task.getId(), by);
            tasks.complete(task.getId(), Map.of("attendanceOutcome", held ? "HELD" : "NOT_HELD"));
        } finally {
            identity.clearAuthentication();
        }
        return true;
    }
}
