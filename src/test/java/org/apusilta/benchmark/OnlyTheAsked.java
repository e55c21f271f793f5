package org.apusilta.benchmark;

import java.util.Set;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Decides before Spring starts anything. */
class OnlyTheAsked implements ExecutionCondition {

    static final Set<String> NAMES = Set.of("match-top10", "match-batch", "booking", "lifecycle", "tasklist", "intake-burst", "start", "memory");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        var asked = System.getProperty("benchmark", "");
        if (!asked.isEmpty() && !NAMES.contains(asked)) {
            throw new IllegalArgumentException("There is no benchmark \"" + asked + "\"; there are " + NAMES.stream().sorted().toList());
        }
        return AnnotationSupport.findAnnotation(context.getRequiredTestClass(), Benchmark.class)
                .filter(one -> !asked.isEmpty() && !asked.equals(one.value()))
                .map(one -> ConditionEvaluationResult.disabled("only " + asked + " was asked for"))
                .orElseGet(() -> ConditionEvaluationResult.enabled("asked for"));
    }
}
