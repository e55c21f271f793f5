package org.apusilta.engine.guard;

import java.util.List;
import org.apusilta.engine.CaseDistrict;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.springframework.stereotype.Component;

/**
 * Refuses every variable that is not on the allow-list, whoever writes it. It stands at the history because that is the one
 * place all writers pass: REST, Tasklist, delegates, expressions, mappings, messages. It runs in the writer's transaction,
 * which then keeps nothing. With a history level below {@code activity} it would see nothing, so {@link EngineRules} insists.
 * It refuses as a right that is missing: REST and Tasklist then answer 403 with the sentence, not 500 with a page of log.
 */
@Component
class VariableGuard implements HistoryEventHandler {

    private static final String DELETE = HistoryEventTypes.VARIABLE_INSTANCE_DELETE.getEventName();
    private static final String CHANGED = HistoryEventTypes.VARIABLE_INSTANCE_UPDATE.getEventName();

    private final AllowedVariables allowed;

    VariableGuard(AllowedVariables allowed) {
        this.allowed = allowed;
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof HistoricVariableUpdateEventEntity variable && !DELETE.equals(event.getEventType())) {
            if (CHANGED.equals(event.getEventType()) && variable.getVariableName().equals("majorDistrict") && !CaseDistrict.moving() && !byAStepOfOurs()) {
                // people do not move a case to another district: who may complete its task could else hand it to another, or to nobody
                throw new AuthorizationException("Variable 'majorDistrict' is not changed");
            }
            var refusal = allowed.refusal(variable.getProcessDefinitionKey(), variable.getVariableName(),
                    variable.getSerializerName(), variable.getTextValue());
            if (refusal != null) {
                throw new AuthorizationException(refusal);
            }
        }
    }

    /** @return whether a service task writes it, as when the client has moved; what people send is written before any step is at work */
    private static boolean byAStepOfOurs() {
        var at = Context.getBpmnExecutionContext();
        return at != null && at.getExecution() != null && at.getExecution().getBpmnModelElementInstance() instanceof ServiceTask;
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }
}
