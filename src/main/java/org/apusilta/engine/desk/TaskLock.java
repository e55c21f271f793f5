package org.apusilta.engine.desk;

import org.apusilta.engine.identity.Groups;
import org.apusilta.engine.Accounts;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * A claim is a lock: who may work on a task may still not work on a colleague’s, unless they lead or stand in for them today.
 * Beside that, no task
 * stands outside a process.
 */
final class TaskLock extends AuthorizationCommandChecker {

    private final DeskRefusals refusals;
    private final ObjectProvider<Accounts> accounts;

    TaskLock(DeskRefusals refusals, ObjectProvider<Accounts> accounts) {
        this.refusals = refusals;
        this.accounts = accounts;
    }

    @Override
    public void checkTaskWork(TaskEntity task) {
        super.checkTaskWork(task);
        var worker = worker();
        if (worker != null && task.getAssignee() != null && !task.getAssignee().equals(worker.getUserId()) && !leads(worker)
                && !accounts.getObject().standsInFor(worker.getUserId()).contains(task.getAssignee())) {
            throw refusals.because("claimed");
        }
    }

    @Override
    public void checkCreateTask(TaskEntity task) {
        throw refusals.because("outside");
    }

    @Override
    public void checkCreateTask() {
        throw refusals.because("outside");
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
