package org.apusilta.engine.words;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A submitted form, parted: what the engine may have, and the words.
 *
 * @param rest the body without the {@code words_} variables
 * @param words what was written, by field without prefix
 */
record Submission(byte[] rest, Map<String, String> words) {

    /** Longest text in one field, in characters; the forms say the same. */
    static final int LONGEST = 4_000;

    private static final String PREFIX = "words_";
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** The body cannot be taken. {@code reason} is a key of the bundle: malformed, too-long, not-text or bad-field. */
    static final class Unacceptable extends Exception {
        private static final long serialVersionUID = 1L;

        Unacceptable(String reason) {
            super(reason);
        }
    }

    static Submission part(byte[] body) throws Unacceptable {
        if (body.length == 0) {
            return new Submission(body, Map.of());
        }
        var form = parse(body);
        var words = new LinkedHashMap<String, String>();
        if (form.get("variables") instanceof ObjectNode variables) {
            for (var fields = variables.fields(); fields.hasNext();) {
                var field = fields.next();
                if (field.getKey().startsWith(PREFIX)) {
                    words.put(name(field.getKey()), text(field.getValue()));
                    fields.remove();
                }
            }
        }
        return words.isEmpty() ? new Submission(body, words) : new Submission(bytes(form), words);
    }

    private static ObjectNode parse(byte[] body) throws Unacceptable {
        try {
            if (JSON.readTree(body) instanceof ObjectNode form) {
                return form;
            }
        } catch (IOException broken) {
            // said below, without the body
        }
        throw new Unacceptable("malformed");
    }

    private static byte[] bytes(JsonNode form) throws Unacceptable {
        try {
            return JSON.writeValueAsBytes(form);
        } catch (JsonProcessingException broken) {
            throw new Unacceptable("malformed");
        }
    }

    private static String name(String key) throws Unacceptable {
        var name = key.substring(PREFIX.length());
        if (!name.matches("[A-Za-z][A-Za-z0-9]{0,39}")) {
            throw new Unacceptable("bad-field");
        }
        return name;
    }

    private static String text(JsonNode variable) throws Unacceptable {
        var value = variable.isObject() ? variable.path("value") : variable;
        if (value.isNull() || value.isMissingNode()) {
            return "";
        }
        if (!value.isTextual()) {
            throw new Unacceptable("not-text");
        }
        // PostgreSQL keeps every character but this one
        var text = value.textValue().replace("\u0000", "").strip();
        if (text.codePointCount(0, text.length()) > LONGEST) {
            throw new Unacceptable("too-long");
        }
        return text;
    }
}
