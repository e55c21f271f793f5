package org.apusilta.engine.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers a form's conditions (FEEL, such as {@code =screeningOutcome != "CLARIFY"}) as the browser does. They are ours, never sent. */
@Component
class Conditions {

    private final FeelEngine feel = new ScalaFeelEngineFactory().createInstance();

    /** @param known what is in the case and in the form; what is missing is null */
    boolean hold(String condition, Map<String, Object> known) {
        return condition.startsWith("=")
                && Boolean.TRUE.equals(feel.evaluateSimpleExpression(condition.substring(1), Variables.fromMap(known).asVariableContext()));
    }

    /** @return the value FEEL compares: text, number, truth or null */
    static @Nullable Object plain(JsonNode value) {
        return value.isTextual() ? value.textValue() : value.isNumber() ? value.numberValue() : value.isBoolean() ? value.booleanValue() : null;
    }
}
