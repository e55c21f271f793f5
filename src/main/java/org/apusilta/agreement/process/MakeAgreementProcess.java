package org.apusilta.agreement.process;

import java.util.Map;
import org.apusilta.engine.Listening;
import org.apusilta.agreement.internal.Confirmations;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The only one in this module to call the engine. Correlates by instance: called processes share the case's business key. */
@Component
class MakeAgreementProcess implements Confirmations {

    private final Listening listening;
    private final HistoryService history;
    private final IdentityService identity;

    MakeAgreementProcess(Listening listening, HistoryService history, IdentityService identity) {
        this.listening = listening;
        this.history = history;
        this.identity = identity;
    }

    /**
     * When the coordinator has completed the task at this moment nobody waits for the message, and nothing is lost: the next step
     * reads both confirmations from our table. So none waiting is no error.
     */
    @Override
    public void bothConfirmed(String instanceId) {
        var caller = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            listening.tell(instanceId, "AgreementConfirmed", Map.of());
        } finally {
            if (caller != null) {
                identity.setAuthentication(caller);
            }
        }
    }

    /** @return who completed the last round of collecting, else whose task it was; null when the engine knows neither */
    @Nullable String whoRecorded(String instanceId) {
        var round = history.createHistoricTaskInstanceQuery().processInstanceId(instanceId).taskDefinitionKey("collectConfirmations").finished()
                .orderByHistoricTaskInstanceEndTime().desc().listPage(0, 1);
        if (round.isEmpty()) {
            return null;
        }
        return history.createUserOperationLogQuery().taskId(round.get(0).getId()).operationType(UserOperationLogEntry.OPERATION_TYPE_COMPLETE).list().stream()
                .findFirst().map(UserOperationLogEntry::getUserId).orElse(round.get(0).getAssignee());
    }
}
