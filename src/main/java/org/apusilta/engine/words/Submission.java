package org.apusilta.engine.words;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apusilta.engine.Typed;
import org.apusilta.engine.forms.FormRules.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A submitted form, parted: what the engine may have, and the words.
 *
 * @param rest the body without the {@code words_} variables
 * @param words what was written, by field without prefix
 * @param all every field that was sent, with its bare value: what the task's form is asked about
 */
record Submission(byte[] rest, Map<String, String> words, Map<String, JsonNode> all) {

    /** Longest text in one field, in characters; the forms say the same. */
    static final int LONGEST = 4_000;

    private static final String PREFIX = "words_";
    private static final JsonMapper JSON = JsonMapper.builder()
            // what comes twice could be read one way here and another way in the engine
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    /** What was sent cannot be taken. The message is a key of the bundle below {@code engine.}, such as {@code words.malformed}. */
    static final class Unacceptable extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient @Nullable Refusal refusal;
        private final @Nullable String taskKey;

        Unacceptable(String reason) {
            super(reason);
            this.taskKey = null;
            this.refusal = null;
        }

        Unacceptable(String reason, String taskKey, Refusal refusal) {
            super(reason);
            this.taskKey = taskKey;
            this.refusal = refusal;
        }

        /** Numbers as text: 4000, not 4,000. */
        Object[] arguments() {
            return refusal == null ? new Object[] {String.valueOf(LONGEST)} : new Object[] {refusal.label(), String.valueOf(refusal.limit())};
        }

        /** A name that no form has is whatever somebody sent, so it stays out of the log. */
        String forLog() {
            return refusal == null ? getMessage()
                    : getMessage() + " in " + taskKey + (refusal.reason().equals("unknown") ? "" : ", field " + refusal.field());
        }
    }

    static Submission part(byte[] body) throws Unacceptable {
        if (body.length == 0) {
            return new Submission(body, Map.of(), Map.of());
        }
        var form = parse(body);
        var words = new LinkedHashMap<String, String>();
        var all = new LinkedHashMap<String, JsonNode>();
        if (form.get("variables") instanceof ObjectNode variables) {
            for (var fields = variables.fields(); fields.hasNext();) {
                var field = fields.next();
                all.put(field.getKey(), value(field.getValue()));
                if (field.getKey().startsWith(PREFIX)) {
                    words.put(name(field.getKey()), text(field.getValue()));
                    fields.remove();
                }
            }
        }
        return new Submission(words.isEmpty() ? body : bytes(form), words, all);
    }

    private static ObjectNode parse(byte[] body) throws Unacceptable {
        try {
            if (JSON.readTree(body) instanceof ObjectNode form) {
                return form;
            }
        } catch (IOException broken) {
            // said below, without the body
        }
        throw new Unacceptable("words.malformed");
    }

    private static byte[] bytes(JsonNode form) throws Unacceptable {
        try {
            return JSON.writeValueAsBytes(form);
        } catch (JsonProcessingException broken) {
            throw new Unacceptable("words.malformed");
        }
    }

    private static String name(String key) throws Unacceptable {
        var name = key.substring(PREFIX.length());
        if (!name.matches("[A-Za-z][A-Za-z0-9_]{0,59}")) {
            throw new Unacceptable("words.bad-field");
        }
        return name;
    }

    private static String text(JsonNode variable) throws Unacceptable {
        var value = value(variable);
        if (value.isNull()) {
            return "";
        }
        // half a character (a lone surrogate) is none: the database would refuse it
        if (!value.isTextual() || value.textValue().codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE)) {
            throw new Unacceptable("words.not-text");
        }
        var text = Typed.clean(value.textValue(), true);
        if (text.codePointCount(0, text.length()) > LONGEST) {
            throw new Unacceptable("words.too-long");
        }
        return text;
    }

    private static JsonNode value(JsonNode variable) {
        var value = variable.isObject() ? variable.path("value") : variable;
        return value.isMissingNode() ? NullNode.instance : value;
    }
}
