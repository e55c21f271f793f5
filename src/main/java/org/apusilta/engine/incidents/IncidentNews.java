package org.apusilta.engine.incidents;

import java.util.List;
import org.apusilta.engine.IncidentChanged;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityState;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.incident.IncidentHandler;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Incident;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells the application of each incident that comes or goes. The engine's own handler keeps them, as before. */
@Component
class IncidentNews extends AbstractProcessEnginePlugin implements IncidentHandler {

    private final ApplicationEventPublisher events;

    IncidentNews(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCompositeIncidentHandlersEnabled(true);
        engine.setCustomIncidentHandlers(List.of(this));
    }

    @Override
    public String getIncidentHandlerType() {
        return Incident.FAILED_JOB_HANDLER_TYPE;
    }

    @Override
    public @Nullable Incident handleIncident(IncidentContext context, String message) {
        return tell(context);
    }

    @Override
    public void resolveIncident(IncidentContext context) {
        tellIfItHadFailed(context);
    }

    @Override
    public void deleteIncident(IncidentContext context) {
        tellIfItHadFailed(context);
    }

    /** The engine says this of every job that is done, and nearly none of them had failed; one that came and went in one transaction never had. */
    private void tellIfItHadFailed(IncidentContext context) {
        var engine = Context.getCommandContext();
        var known = engine.getDbEntityManager().getDbEntityCache().getCachedEntity(JobEntity.class, context.getConfiguration());
        if (known != null && (known.getEntityState() == DbEntityState.TRANSIENT || known.getEntityState() == DbEntityState.DELETED_TRANSIENT)) {
            return;
        }
        var job = engine.getJobManager().findJobById(context.getConfiguration());
        if (job == null || job.getExceptionMessage() != null || job.getRetries() <= 0) {
            tell(context);
        }
    }

    private @Nullable Incident tell(IncidentContext context) {
        events.publishEvent(new IncidentChanged(context.getConfiguration()));
        return null;
    }
}
