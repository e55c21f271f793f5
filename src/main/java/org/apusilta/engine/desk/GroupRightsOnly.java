package org.apusilta.engine.desk;

import org.apusilta.engine.Accounts;
import org.apusilta.engine.identity.Groups;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * A new task gives rights to its candidate group and to nobody in person: the engine would leave a former assignee's rights
 * behind for good. As every change of who works on a task passes here, it is also where nobody claims for somebody else, and
 * where only those who work here are named.
 */
final class GroupRightsOnly extends DefaultAuthorizationProvider {

    private final DeskRefusals refusals;
    private final ObjectProvider<Accounts> accounts;
    private final Groups groups;

    GroupRightsOnly(DeskRefusals refusals, ObjectProvider<Accounts> accounts, Groups groups) {
        this.refusals = refusals;
        this.accounts = accounts;
        this.groups = groups;
    }

    @Override
    public AuthorizationEntity @Nullable [] newTaskAssignee(Task task, @Nullable String before, @Nullable String after) {
        var worker = TaskLock.worker();
        if (worker != null && after != null && !beingMade(task) && !after.equals(worker.getUserId()) && !TaskLock.leads(worker)) {
            throw refusals.because("for-another");
        }
        return worksHere(after);
    }

    /** A drawing may name an assignee; then nobody is claiming. */
    private static boolean beingMade(Task task) {
        return "Init".equals(task.getTaskState());
    }

    @Override
    public AuthorizationEntity @Nullable [] newTaskOwner(Task task, @Nullable String before, @Nullable String after) {
        return worksHere(after);
    }

    @Override
    public AuthorizationEntity @Nullable [] newTaskUserIdentityLink(Task task, String user, String type) {
        asCandidate(type);
        return worksHere(user);
    }

    @Override
    public AuthorizationEntity @Nullable [] newTaskGroupIdentityLink(Task task, String group, String type) {
        asCandidate(type);
        if (!groups.known(group)) {
            throw refusals.because("no-group");
        }
        return super.newTaskGroupIdentityLink(task, group, type);
    }

    /** The engine keeps any text as an id; here it is somebody's who works here now, or free text about people. */
    private AuthorizationEntity @Nullable [] worksHere(@Nullable String user) {
        if (user != null && accounts.getObject().find(user).filter(account -> account.id().equals(user)).isEmpty()) {
            throw refusals.because("no-account");
        }
        return null;
    }

    private void asCandidate(String type) {
        if (!IdentityLinkType.CANDIDATE.equals(type)) {
            throw refusals.because("link-type");
        }
    }

    @Override
    public AuthorizationEntity @Nullable [] newFilter(Filter filter) {
        return null;
    }
}
