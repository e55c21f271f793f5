package org.apusilta.volunteer.process;

import java.util.Map;
import java.util.UUID;
import org.apusilta.engine.Ourselves;
import org.apusilta.volunteer.internal.ProofStarts;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Starts what a volunteer of the register needs anew, before it runs out or because a coordinator says so. */
@Component
class ProofsProcess implements ProofStarts {

    private static final Map<Proof, String> CALLED = Map.of(Proof.AGREEMENT, "city-agreement", Proof.TRAINING, "required-training", Proof.CHECK, "background-check");

    private final RuntimeService runtime;
    private final Ourselves ourselves;

    ProofsProcess(@Lazy RuntimeService runtime, Ourselves ourselves) {
        this.runtime = runtime;
        this.ourselves = ourselves;
    }

    @Override
    public boolean begin(UUID personId, Proof proof, String major) {
        return ourselves.call(() -> {
            if (runtime.createProcessInstanceQuery().processDefinitionKey(CALLED.get(proof)).processInstanceBusinessKey(personId.toString()).count() > 0) {
                return false;
            }
            runtime.createMessageCorrelation("ProofRunsOut").processInstanceBusinessKey(personId.toString())
                    .setVariables(Map.of("proof", proof.name(), "majorDistrict", major, "urgency", "NORMAL")).correlateStartMessage();
            return true;
        });
    }

    @Override
    public void drop(UUID personId) {
        ourselves.call(() -> runtime.createMessageCorrelation("ProofOwnerLeft").processInstanceBusinessKey(personId.toString()).correlateAllWithResult());
    }
}
