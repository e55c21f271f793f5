package org.apusilta.engine.decisions;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.jspecify.annotations.Nullable;

/**
 * The engine's FEEL, whose answers are kept. Each evaluation builds all built-in functions anew, and our tables ask the same few
 * hundred questions over and over: that was a tenth of a case's time. Kept is only what follows from the expression and one value
 * alone, such as {@code [4..10]} of 7 or the variable {@code urgency}; everything else is worked out each time.
 */
class RememberedFeel implements FeelEngine {

    /** Expressions come with drawings and values are codes and small numbers, so this is never reached by honest use. */
    private static final int MOST = 20_000;

    /** Literals, comparisons, ranges and lists of them: nothing that names a variable or a function. */
    private static final Pattern LITERALS = Pattern.compile("(\"[^\"\\\\]*\"|-?\\d+(\\.\\d+)?|true|false|null|<=|>=|[<>,\\[\\]().\\s-])*");
    private static final Pattern VARIABLE = Pattern.compile("[a-z][A-Za-z0-9]*");

    private record Question(String expression, boolean test, Object about) {}

    private final FeelEngine feel;
    private final Map<Question, Optional<Object>> answers = new ConcurrentHashMap<>();

    RememberedFeel(FeelEngine feel) {
        this.feel = feel;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
        var about = literal(expression) ? Optional.<Object>of("") : VARIABLE.matcher(expression).matches() ? plain(expression, variables) : Optional.empty();
        return (T) remembered(new Question(expression, false, about.orElse("")), about.isPresent(), () -> feel.evaluateSimpleExpression(expression, variables));
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String expression, String inputVariable, VariableContext variables) {
        var about = literal(expression) ? plain(inputVariable, variables) : Optional.empty();
        return (Boolean) remembered(new Question(expression, true, about.orElse("")), about.isPresent(),
                () -> feel.evaluateSimpleUnaryTests(expression, inputVariable, variables));
    }

    private @Nullable Object remembered(Question question, boolean lasting, Supplier<@Nullable Object> work) {
        var known = lasting ? answers.get(question) : null;
        if (known != null) {
            return known.orElse(null);
        }
        var answer = work.get();
        if (lasting && answers.size() < MOST) {
            answers.put(question, Optional.ofNullable(answer));
        }
        return answer;
    }

    private static boolean literal(String expression) {
        return LITERALS.matcher(expression).matches();
    }

    /** @return the value of a variable that is there and is a word, number or truth value; dates and lists are left to FEEL */
    private static Optional<Object> plain(String name, VariableContext variables) {
        if (!variables.containsVariable(name)) {
            return Optional.empty();
        }
        var value = variables.resolve(name).getValue();
        return value instanceof String || value instanceof Number || value instanceof Boolean ? Optional.of(value) : Optional.empty();
    }
}
