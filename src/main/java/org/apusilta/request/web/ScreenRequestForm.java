package org.apusilta.request.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.UUID;
import org.apusilta.catalogue.BorderRule.Side;
import org.apusilta.engine.FormFilling;
import org.apusilta.request.Border;
import org.apusilta.request.Border.Piece;
import org.apusilta.request.Border.Reason;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Asks of each wanted piece of help whose work it is (R7). The answers are words fields: they belong into our tables, and how many
 * pieces a request has differs. What the rule proposes is chosen already; what is unclear must be chosen.
 */
@Component
class ScreenRequestForm implements FormFilling {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Border border;
    private final MessageSource texts;

    ScreenRequestForm(Border border, MessageSource texts) {
        this.border = border;
        this.texts = texts;
    }

    @Override
    public String form() {
        return "request/screen-request";
    }

    @Override
    public void fill(ObjectNode form, UUID caseId, String taskId, Locale language) {
        var components = (ArrayNode) form.get("components");
        int place = 0;
        while (!"screeningOutcome".equals(components.get(place).path("id").asText())) {
            place++;
        }
        components.insert(place++, text("borderGroup", say("group", language)));
        for (var piece : border.of(caseId)) {
            components.insert(place++, text("borderOf_" + piece.code(), about(piece, language)));
            components.insert(place++, side(piece, language));
            if (piece.proposed() != Side.UNCLEAR) {
                components.insert(place++, reason(piece, language));
            }
        }
    }

    private String about(Piece piece, Locale language) {
        var found = say(piece.source() == Border.Source.KIND ? "kind" : "words", language, border.name(piece, language));
        var advice = border.advice(piece, language);
        return found + " " + say("proposed." + piece.proposed(), language) + (advice.isEmpty() ? "" : " " + say("advice", language, advice));
    }

    private ObjectNode side(Piece piece, Locale language) {
        var radio = field("radio", "words_border_" + piece.code(), say("label", language));
        option(radio, say("VOLUNTEER", language), "VOLUNTEER");
        option(radio, say("PROFESSIONAL", language), "PROFESSIONAL");
        var chosen = piece.decided() == null ? piece.proposed() : piece.decided();
        // who leaves the proposal as it is need not send it: other systems complete the task too
        if (chosen == Side.UNCLEAR) {
            radio.putObject("validate").put("required", true);
        } else {
            radio.put("defaultValue", chosen.name());
        }
        return radio;
    }

    private ObjectNode reason(Piece piece, Locale language) {
        var select = field("select", "words_borderwhy_" + piece.code(), say("why", language));
        for (var reason : Reason.values()) {
            option(select, say("reason." + reason, language), reason.name());
        }
        select.putObject("validate").put("required", true);
        var key = "words_border_" + piece.code();
        select.putObject("conditional").put("hide", "=%s = null or %s = \"%s\"".formatted(key, key, piece.proposed()));
        return select;
    }

    private static ObjectNode field(String type, String key, String label) {
        var field = JSON.objectNode().put("type", type).put("id", key).put("key", key).put("label", label);
        field.putArray("values");
        return field;
    }

    private static void option(ObjectNode field, String label, String value) {
        ((ArrayNode) field.get("values")).addObject().put("label", label).put("value", value);
    }

    private static ObjectNode text(String id, String text) {
        return JSON.objectNode().put("type", "text").put("id", id).put("text", text);
    }

    private String say(String key, Locale language, Object... with) {
        return texts.getMessage("request.border." + key, with.length == 0 ? null : with, language);
    }
}
