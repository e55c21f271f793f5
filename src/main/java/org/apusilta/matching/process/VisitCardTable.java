package org.apusilta.matching.process;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apusilta.matching.internal.CardRule;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks the DMN {@code visitCard}: a city tunes there how near a visit the card opens. */
@Component
class VisitCardTable implements CardRule {

    private final DecisionService decisions;
    private final TransactionTemplate alone;

    /** The table's answers, read once: it changes with a deployment, so with a start. */
    private final Map<Long, Boolean> open = new ConcurrentHashMap<>();

    VisitCardTable(@Lazy DecisionService decisions, PlatformTransactionManager transactions) {
        this.decisions = decisions;
        // the engine keeps a record of the decision, and who looks at a page may write nothing
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public boolean open(long daysUntilVisit) {
        return open.computeIfAbsent(daysUntilVisit, days -> Boolean.TRUE.equals(alone.execute(status -> decide(days))));
    }

    private boolean decide(long daysUntilVisit) {
        return Boolean.TRUE.equals(decisions.evaluateDecisionTableByKey("visitCard")
                .variables(Variables.createVariables().putValue("daysUntilVisit", (int) daysUntilVisit)).evaluate().<Boolean>getSingleEntry());
    }
}
