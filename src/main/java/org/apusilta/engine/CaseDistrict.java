package org.apusilta.engine;

import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Moves all that runs for a case to the coordinators of another major district, in the caller's transaction: what the processes remember of
 * it, the open tasks with the rights to them, and with these the record of open tasks. Nobody else changes the district of what runs.
 */
@Component
public class CaseDistrict {

    private static final String VARIABLE = "majorDistrict";
    private static final String TEAM = "coordinators-";
    private static final ThreadLocal<Boolean> MOVING = ThreadLocal.withInitial(() -> false);

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final AuthorizationService rights;
    private final Accounts accounts;
    private final Ourselves ourselves;

    CaseDistrict(@Lazy RuntimeService runtime, @Lazy TaskService tasks, @Lazy AuthorizationService rights, @Lazy Accounts accounts, Ourselves ourselves) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.rights = rights;
        this.accounts = accounts;
        this.ourselves = ourselves;
    }

    /** @return whether a move is under way on this thread, which the guard lets pass */
    public static boolean moving() {
        return MOVING.get();
    }

    /** Whoever works on one of its tasks goes on with it, unless they do not belong to the new team: then it is open to that team. */
    public void move(UUID caseId, String major) {
        ourselves.call(() -> {
            MOVING.set(true);
            try {
                remember(caseId, major);
                tasks.createTaskQuery().processInstanceBusinessKey(caseId.toString()).list().forEach(task -> hand(task.getId(), task.getAssignee(), TEAM + major));
            } finally {
                MOVING.remove();
            }
            return caseId;
        });
    }

    private void remember(UUID caseId, String major) {
        var running = runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseId.toString()).list().stream().map(ProcessInstance::getId).toArray(String[]::new);
        if (running.length > 0) {
            runtime.createVariableInstanceQuery().variableName(VARIABLE).processInstanceIdIn(running).list().stream()
                    .filter(known -> !major.equals(known.getValue())).forEach(known -> runtime.setVariableLocal(known.getExecutionId(), VARIABLE, major));
        }
    }

    private void hand(String task, @Nullable String assignee, String team) {
        var before = tasks.getIdentityLinksForTask(task).stream().map(IdentityLink::getGroupId)
                .filter(group -> group != null && group.startsWith(TEAM) && !group.equals(team)).toList();
        if (before.isEmpty()) {
            return;
        }
        before.forEach(group -> {
            tasks.deleteCandidateGroup(task, group);
            // the engine leaves a former team's right to the task behind
            rights.createAuthorizationQuery().groupIdIn(group).resourceType(Resources.TASK).resourceId(task).list().forEach(right -> rights.deleteAuthorization(right.getId()));
        });
        tasks.addCandidateGroup(task, team);
        if (assignee != null && !accounts.find(assignee).map(Accounts.Account::groups).orElse(Set.of()).contains(team)) {
            tasks.setAssignee(task, null);
        }
    }
}
