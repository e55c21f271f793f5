package org.apusilta.engine.rows;

import org.apusilta.engine.SessionFactories;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.PersistenceSession;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManagerFactory;
import org.springframework.stereotype.Component;

/**
 * Before the engine (7.24) looks whether the id of what it is about to insert is a good one, it writes all of its fields into the message
 * for the case that it is not: a twentieth of what taking in a request costs. Here it looks first: there has to be an id, and not the one that means all.
 */
@Component
class IdsChecked extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        SessionFactories.add(engine, new DbEntityManagerFactory(null) {
            @Override
            public DbEntityManager openSession() {
                return new Entities(engine, Context.getCommandContext().getSession(PersistenceSession.class));
            }
        });
    }

    private static final class Entities extends DbEntityManager {

        Entities(ProcessEngineConfigurationImpl engine, PersistenceSession rows) {
            super(engine.getIdGenerator(), rows);
        }

        @Override
        protected void validateId(DbEntity entity) {
            var id = entity.getId();
            if (id == null || id.equals(Authorization.ANY)) {
                super.validateId(entity);
            }
        }
    }
}
