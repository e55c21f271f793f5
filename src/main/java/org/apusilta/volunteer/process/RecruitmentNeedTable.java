package org.apusilta.volunteer.process;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apusilta.volunteer.internal.RecruitmentRule;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks the DMN {@code recruitmentNeed}: a city tunes there when it takes volunteers. */
@Component
class RecruitmentNeedTable implements RecruitmentRule {

    /** Beyond these more changes nothing a table of a city would tell apart. */
    private static final int MOST = 500;

    private final DecisionService decisions;
    private final TransactionTemplate alone;

    /** The table's answers, read once: it changes with a deployment, so with a start. */
    private final Map<Numbers, Boolean> open = new ConcurrentHashMap<>();

    private record Numbers(int waiting, int free) {}

    RecruitmentNeedTable(@Lazy DecisionService decisions, PlatformTransactionManager transactions) {
        this.decisions = decisions;
        // the engine keeps a record of the decision, and who looks at a page may write nothing
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public boolean open(int waiting, int free) {
        return open.computeIfAbsent(new Numbers(Math.min(waiting, MOST), Math.min(free, MOST)), numbers -> Boolean.TRUE.equals(alone.execute(status -> decide(numbers))));
    }

    private boolean decide(Numbers numbers) {
        return Boolean.TRUE.equals(decisions.evaluateDecisionTableByKey("recruitmentNeed").variables(Variables.createVariables()
                .putValue("waiting", numbers.waiting()).putValue("free", numbers.free())).evaluate().<Boolean>getSingleEntry());
    }
}
