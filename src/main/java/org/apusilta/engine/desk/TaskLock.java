package org.apusilta.engine.desk;

import org.apusilta.engine.identity.Groups;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/**
 * A claim is a lock: who may work on a task may still not work on a colleague's, unless they lead. Beside that, no task
 * stands outside a process. Refused as an {@link AuthorizationException}, so REST and Tasklist answer 403.
 */
final class TaskLock extends AuthorizationCommandChecker {

    @Override
    public void checkTaskWork(TaskEntity task) {
        super.checkTaskWork(task);
        var worker = worker();
        if (worker != null && task.getAssignee() != null && !task.getAssignee().equals(worker.getUserId()) && !leads(worker)) {
            throw new AuthorizationException("This task is claimed by a colleague: only they or the team lead may work on it");
        }
    }

    @Override
    public void checkCreateTask(TaskEntity task) {
        throw outside();
    }

    @Override
    public void checkCreateTask() {
        throw outside();
    }

    private static AuthorizationException outside() {
        return new AuthorizationException("There are no tasks outside a process");
    }

    /** @return who is asking, null when our own code is and nobody's rights are checked */
    static @Nullable Authentication worker() {
        var context = Context.getCommandContext();
        return context != null && context.isAuthorizationCheckEnabled() ? context.getAuthentication() : null;
    }

    static boolean leads(Authentication worker) {
        return worker.getGroupIds() != null
                && (worker.getGroupIds().contains(Groups.LEADS) || worker.getGroupIds().contains(Groups.ADMINS));
    }
}
