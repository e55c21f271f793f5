package org.apusilta.request.process;

import java.util.Map;
import org.apusilta.catalogue.BorderRule.Side;
import org.apusilta.request.Border.Source;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;

/** Asks DMN {@code border} about one piece; a business rule task could ask about a fixed number only. */
@Component
class BorderDecision {

    private final DecisionService decisions;

    BorderDecision(DecisionService decisions) {
        this.decisions = decisions;
    }

    /** @param ruleSide what the catalogue's rule says, NONE when there is none */
    Side side(String ruleSide, Source source) {
        return Side.valueOf(decisions.evaluateDecisionTableByKey("border", Map.of("ruleSide", ruleSide, "source", source.name()))
                .getSingleEntry());
    }
}
