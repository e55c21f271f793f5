package org.apusilta.engine.desk;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.apusilta.engine.identity.Groups;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.db.PermissionCheck;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/**
 * Looks rights up as the engine does, and asks the database in a way that does not grow with the city. A coordinator has a row of rights
 * for each task, so all open tasks have one, and what reads that table as a whole reads them all.
 */
final class RightsOfGroups extends AuthorizationManager {

    private static final Set<String> ALL = Set.copyOf(Groups.ALL);
    private static final List<String> READING_EVERY_TASK = List.of(Groups.LEADS, Groups.MANAGERS, Groups.ADMINS);

    /** The engine would ask the table of rights for its groups in each call, and read all of it to find a dozen names. */
    @Override
    protected Set<String> getAllGroups() {
        return ALL;
    }

    /**
     * The engine joins each task with each right of the reader, which is right for whose one right is on everything. Whose rights are one
     * a task are asked for task by task, by index; the engine does so where rights can be taken away again, and so it is told
     * that they can. It shows the same tasks. One task asked for by its id is the engine's own, shorter question: putting the longer one together takes as long as completing the task.
     */
    @Override
    public void configureTaskQuery(TaskQueryImpl query) {
        super.configureTaskQuery(query);
        var groups = query.getAuthCheck().getAuthGroupIds();
        query.getAuthCheck().setRevokeAuthorizationCheckEnabled(query.getTaskId() == null && (groups == null || Collections.disjoint(groups, READING_EVERY_TASK)));
    }

    /**
     * Where one of several rights is enough, the engine asks for all in one question, whose text it puts together anew each time: some 150 parameters, milliseconds.
     * Asked for one after the other, nearly everybody has the first, the right to work on this very task. Where a right could be taken away again, the order would
     * matter, and the engine asks.
     */
    @Override
    public boolean isAuthorized(String userId, List<String> groupIds, CompositePermissionCheck rights) {
        if (!rights.isDisjunctive() || !rights.getCompositeChecks().isEmpty() || !ProcessEngineConfiguration.AUTHORIZATION_CHECK_REVOKE_NEVER.equals(Context.getProcessEngineConfiguration().getAuthorizationCheckRevokes())) {
            return super.isAuthorized(userId, groupIds, rights);
        }
        return rights.getAtomicChecks().stream().anyMatch(right -> super.isAuthorized(userId, groupIds, only(right)));
    }

    private static CompositePermissionCheck only(PermissionCheck right) {
        var check = new CompositePermissionCheck(true);
        check.addAtomicCheck(right);
        return check;
    }

    /** One for each call of the engine. */
    static final class Factory implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return AuthorizationManager.class;
        }

        @Override
        public Session openSession() {
            return new RightsOfGroups();
        }
    }
}
