package org.apusilta.engine.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Answers a form's conditions (FEEL, such as {@code =screeningOutcome != "CLARIFY"}) as the browser does. They are ours, never sent.
 * Each evaluation builds FEEL's functions anew, which was a tenth of a case's time: what only compares codes is answered once.
 */
@Component
class Conditions {

    /** Conditions come with forms and values are codes, so this is never reached by honest use. */
    private static final int MOST = 20_000;

    /** Names, codes in quotation marks and comparisons; nothing that calls a function. */
    private static final Pattern COMPARES = Pattern.compile("(\"[^\"]*\"|[A-Za-z][A-Za-z0-9_]*|[=!\\s])*");
    private static final Pattern NAME = Pattern.compile("\"[^\"]*\"|([A-Za-z][A-Za-z0-9_]*)");
    private static final Set<String> WORDS = Set.of("and", "or", "null", "true", "false");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,40}");

    /** @param values of the names in it, in their order; null where nothing is known */
    private record Question(String condition, List<@Nullable Object> values) {}

    private final FeelEngine feel = new ScalaFeelEngineFactory().createInstance();
    private final Map<Question, Boolean> answers = new ConcurrentHashMap<>();

    /** @param known what is in the case and in the form, asked only for what the condition names; what is missing is null */
    boolean hold(String condition, Map<String, Object> known) {
        if (!condition.startsWith("=")) {
            return false;
        }
        var asked = condition.substring(1);
        if (!COMPARES.matcher(asked).matches()) {
            return answer(asked, known);
        }
        var named = named(asked, known);
        if (!named.values().stream().allMatch(Conditions::isCode)) {
            return answer(asked, named);
        }
        var question = new Question(asked, new ArrayList<>(named.values()));
        var answer = answers.get(question);
        if (answer == null) {
            answer = answer(asked, named);
            if (answers.size() < MOST) {
                answers.put(question, answer);
            }
        }
        return answer;
    }

    private boolean answer(String condition, Map<String, Object> known) {
        return Boolean.TRUE.equals(feel.evaluateSimpleExpression(condition, Variables.fromMap(known).asVariableContext()));
    }

    private static Map<String, @Nullable Object> named(String condition, Map<String, Object> known) {
        var named = new LinkedHashMap<String, @Nullable Object>();
        NAME.matcher(condition).results().map(found -> found.group(1)).filter(name -> name != null && !WORDS.contains(name)).forEach(name -> named.put(name, known.get(name)));
        return named;
    }

    /** Not what somebody wrote, nor an id: there are only so many. */
    private static boolean isCode(@Nullable Object value) {
        return value == null || value instanceof Boolean || value instanceof Integer || value instanceof String text && CODE.matcher(text).matches();
    }

    /** @return the value FEEL compares: text, number, truth or null */
    static @Nullable Object plain(JsonNode value) {
        return value.isTextual() ? value.textValue() : value.isNumber() ? value.numberValue() : value.isBoolean() ? value.booleanValue() : null;
    }
}
