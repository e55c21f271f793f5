package org.apusilta.engine.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Puts another language's texts over a form. The {@code .form} file itself is English; {@code <name>.fi.json} says, by field
 * key, {@code label}, {@code description}, {@code prefix}, {@code suffix} and {@code options} (value: label), and under
 * {@code "texts"}, by component id, the text of components without a key (text blocks, headings of groups, buttons).
 */
final class Overlay {

    /** The overlay's reserved key. */
    static final String TEXTS = "texts";

    private Overlay() {}

    static void put(ObjectNode form, JsonNode overlay) {
        for (var component : form.path("components")) {
            if (component instanceof ObjectNode node) {
                var field = overlay.path(node.path("key").asText(""));
                if (field.isObject() && !node.path("key").asText().equals(TEXTS)) {
                    field(node, field);
                }
                text(node, overlay.path(TEXTS).path(node.path("id").asText("")));
                put(node, overlay);
            }
        }
    }

    private static void field(ObjectNode component, JsonNode texts) {
        for (var name : List.of("label", "description")) {
            if (texts.has(name)) {
                component.set(name.equals("label") && component.has("dateLabel") ? "dateLabel" : name, texts.get(name));
            }
        }
        for (var name : List.of("prefix", "suffix")) {
            if (texts.has(name)) {
                component.withObject("/appearance").set(name + "Adorner", texts.get(name));
            }
        }
        for (var option : component.path("values")) {
            var label = texts.path("options").path(option.path("value").asText());
            if (label.isTextual()) {
                ((ObjectNode) option).set("label", label);
            }
        }
    }

    private static void text(ObjectNode component, JsonNode text) {
        if (text.isTextual()) {
            component.set(component.has("text") ? "text" : component.has("content") ? "content" : "label", text);
        }
    }
}
