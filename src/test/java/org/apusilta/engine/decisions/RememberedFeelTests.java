package org.apusilta.engine.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.junit.jupiter.api.Test;

class RememberedFeelTests {

    private static final FeelEngine FEEL = new ScalaFeelEngineFactory().createInstance();

    private final AtomicInteger asked = new AtomicInteger();
    private final FeelEngine remembered = new RememberedFeel(new FeelEngine() {
        @Override
        public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
            asked.incrementAndGet();
            return FEEL.evaluateSimpleExpression(expression, variables);
        }

        @Override
        public boolean evaluateSimpleUnaryTests(String expression, String inputVariable, VariableContext variables) {
            asked.incrementAndGet();
            return FEEL.evaluateSimpleUnaryTests(expression, inputVariable, variables);
        }
    });

    @Test
    void answersAsFeelItselfFirstAndAgain() {
        for (int round = 0; round < 2; round++) {
            for (var test : List.of("\"A\"", "\"A\",\"B\"", "3", "[1..4]", "]1..4[", "> 6", "<= 6", "true", "not(\"A\")", "null", "[-1..1]", "2.5", "limit", "> limit", "-")) {
                for (Object value : new Object[] {"A", "B", "limit", 1, 3, 3L, 4, 6, 2.5, 7.0, true, false, null}) {
                    var variables = Variables.createVariables().putValue("cell", value).putValue("limit", 3).asVariableContext();
                    assertThat(outcome(() -> remembered.evaluateSimpleUnaryTests(test, "cell", variables))).as("%s of %s", test, value)
                            .isEqualTo(outcome(() -> FEEL.evaluateSimpleUnaryTests(test, "cell", variables)));
                }
            }
            for (var expression : List.of("\"A\"", "3", "2.5", "true", "cell", "cell + 1", "other", "null", "-1")) {
                for (Object value : new Object[] {"A", 3, 3L, 2.5, true, null, List.of("A"), Map.of("a", 1)}) {
                    var variables = Variables.createVariables().putValue("cell", value).asVariableContext();
                    assertThat(outcome(() -> remembered.evaluateSimpleExpression(expression, variables))).as("%s with %s", expression, value)
                            .isEqualTo(outcome(() -> FEEL.evaluateSimpleExpression(expression, variables)));
                }
            }
        }
    }

    @Test
    void whatNamesAVariableIsWorkedOutEachTime() {
        assertThat(test("> limit", 5, 3)).isTrue();
        assertThat(test("> limit", 5, 9)).isFalse();
        assertThat(asked).hasValue(2);
    }

    @Test
    void theSameQuestionIsAskedOnce() {
        assertThat(test("> 4", 5, 0)).isTrue();
        assertThat(test("> 4", 5, 1)).isTrue();
        assertThat(test("> 4", 3, 1)).isFalse();
        assertThat(asked).hasValue(2);
    }

    private boolean test(String test, Object value, int limit) {
        return remembered.evaluateSimpleUnaryTests(test, "cell", Variables.createVariables().putValue("cell", value).putValue("limit", limit).asVariableContext());
    }

    private static String outcome(java.util.concurrent.Callable<Object> work) {
        try {
            var answer = work.call();
            return answer + " " + (answer == null ? "" : answer.getClass());
        } catch (Exception e) {
            return e.getClass().getName();
        }
    }
}
