package org.apusilta.agreement.process;

import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.apusilta.agreement.Agreements.Means;
import org.apusilta.agreement.internal.Agreeing;
import org.apusilta.agreement.internal.Side;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records what was said by phone or signed on paper; what came by link counts too. */
@Component
class RecordConfirmations implements JavaDelegate {

    private final Agreeing agreements;
    private final MakeAgreementProcess process;

    RecordConfirmations(Agreeing agreements, MakeAgreementProcess process) {
        this.agreements = agreements;
        this.process = process;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var caseId = UUID.fromString(execution.getProcessBusinessKey());
        if (!"RECORDED".equals(execution.getVariable("confirmationOutcome"))) {
            execution.setVariable("bothConfirmed", false);
            return;
        }
        var given = new EnumMap<Side, Means>(Side.class);
        put(given, Side.CLIENT, execution.getVariable("clientConfirmedBy"));
        put(given, Side.VOLUNTEER, execution.getVariable("volunteerConfirmedBy"));
        execution.setVariable("bothConfirmed", agreements.record(caseId, given, process.whoRecorded(execution.getProcessInstanceId())));
    }

    private static void put(Map<Side, Means> given, Side side, @Nullable Object means) {
        if (means != null && !"NONE".equals(means)) {
            given.put(side, Means.valueOf(means.toString()));
        }
    }
}
