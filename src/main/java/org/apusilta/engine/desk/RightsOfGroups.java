package org.apusilta.engine.desk;

import java.util.Set;
import org.apusilta.engine.identity.Groups;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/**
 * Looks rights up as the engine does, but knows the groups there are. The engine asks its table of rights for them, once in each
 * call, and reads a row for each open task of the city to find a dozen names.
 */
final class RightsOfGroups extends AuthorizationManager {

    private static final Set<String> ALL = Set.copyOf(Groups.ALL);

    @Override
    protected Set<String> getAllGroups() {
        return ALL;
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
