package org.apusilta.engine.desk;

import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * A new task gives rights to its candidate group and to nobody in person: the engine would leave a former assignee's rights
 * behind for good. As every change of assignee passes here, it is also where nobody claims for somebody else.
 */
final class GroupRightsOnly extends DefaultAuthorizationProvider {

    private final DeskRefusals refusals;

    GroupRightsOnly(DeskRefusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public AuthorizationEntity @Nullable [] newTaskAssignee(Task task, @Nullable String before, @Nullable String after) {
        var worker = TaskLock.worker();
        if (worker != null && after != null && !beingMade(task) && !after.equals(worker.getUserId()) && !TaskLock.leads(worker)) {
            throw refusals.because("for-another");
        }
        return null;
    }

    /** A drawing may name an assignee; then nobody is claiming. */
    private static boolean beingMade(Task task) {
        return "Init".equals(task.getTaskState());
    }

    @Override
    public AuthorizationEntity @Nullable [] newTaskOwner(Task task, @Nullable String before, @Nullable String after) {
        return null;
    }

    @Override
    public AuthorizationEntity @Nullable [] newTaskUserIdentityLink(Task task, String user, String type) {
        return null;
    }

    @Override
    public AuthorizationEntity @Nullable [] newFilter(Filter filter) {
        return null;
    }
}
