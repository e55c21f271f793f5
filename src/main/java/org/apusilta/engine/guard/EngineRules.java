package org.apusilta.engine.guard;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.springframework.stereotype.Component;

/** Puts the guards into the engine before it is built, and refuses to start without a full history. */
@Component
class EngineRules extends AbstractProcessEnginePlugin {

    private final VariableGuard variables;

    EngineRules(VariableGuard variables) {
        this.variables = variables;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.getCustomHistoryEventHandlers().addAll(List.of(variables, new TextGuard()));
        var guard = new Forbidden(engine.getIdentityService());
        if (engine.getCustomPreCommandInterceptorsTxRequired() != null) {
            engine.getCustomPreCommandInterceptorsTxRequired().add(guard);
        } else {
            engine.setCustomPreCommandInterceptorsTxRequired(new ArrayList<>(List.of(guard)));
        }
        engine.setScriptFactory(new NoScripts());
        engine.setScriptEngineResolver(NoScripts.engines());
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine built) {
        var level = ((ProcessEngineConfigurationImpl) built.getProcessEngineConfiguration()).getHistoryLevel();
        if (!HistoryLevel.HISTORY_LEVEL_FULL.equals(level)) {
            throw new IllegalStateException("history-level must be full, or the variable allow-list guards nothing");
        }
    }
}
