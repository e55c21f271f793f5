package org.apusilta.volunteer.process;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apusilta.volunteer.internal.Milestones;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks the DMN {@code milestones}: a city tunes there what it thanks for. */
@Component
class MilestoneTable implements Milestones {

    private static final String NONE = "NONE";

    private final DecisionService decisions;

    /** The table's answers, read once: it changes with a deployment, so with a start; thousands of volunteers have a few hundred figures. */
    private final Map<Counted, Milestone> answers = new ConcurrentHashMap<>();

    private record Counted(Figure figure, int amount) {}

    MilestoneTable(@Lazy DecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public Optional<Milestone> reached(Figure figure, int amount) {
        return amount == 0 ? Optional.empty()
                : Optional.of(answers.computeIfAbsent(new Counted(figure, amount), this::decide)).filter(one -> !one.code().equals(NONE));
    }

    private Milestone decide(Counted counted) {
        var answer = decisions.evaluateDecisionTableByKey("milestones")
                .variables(Variables.createVariables().putValue("figure", counted.figure().name()).putValue("amount", counted.amount())).evaluate().getSingleResult();
        return new Milestone(answer.getEntry("milestone"), Boolean.TRUE.equals(answer.getEntry("certificate")));
    }
}
