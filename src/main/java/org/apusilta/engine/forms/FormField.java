package org.apusilta.engine.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apusilta.engine.Typed;
import org.apusilta.engine.forms.FormRules.Demand;
import org.apusilta.engine.forms.FormRules.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * One input of a form and what it takes.
 *
 * @param component as the form says it, options filled in
 * @param hidden whether the reader does not see it with what is chosen now
 * @param today a day that has been ({@code notAfter} = today among its properties) is not after it
 */
record FormField(JsonNode component, boolean hidden, LocalDate today) {

    String key() {
        return component.path("key").asText();
    }

    /** @param value what was sent, JSON null when nothing was @param demand what must be there */
    Optional<Refusal> refusal(JsonNode value, Demand demand) {
        var reason = empty(value) ? missing(demand) : wrong(value);
        return Optional.ofNullable(reason).map(why -> new Refusal(why, key(), label(), longest()));
    }

    private @Nullable String missing(Demand demand) {
        var template = demand == Demand.ALL_BUT_TEMPLATES && component.at("/properties/otherwise").asText().equals("template");
        return demand != Demand.NOTHING && !template && !hidden && component.at("/validate/required").asBoolean() ? "required" : null;
    }

    private @Nullable String wrong(JsonNode value) {
        return switch (type()) {
            case "radio", "select" -> offered(value) ? null : "choice";
            case "checkbox" -> value.isBoolean() ? null : "type";
            case "number" -> value.isIntegralNumber() && value.canConvertToInt() ? null : "type";
            case "datetime" -> !value.isTextual() || !day(value.textValue()) ? "date" : future(LocalDate.parse(value.textValue())) ? "future" : null;
            default -> !value.isTextual() ? "type" : longest() > 0 && length(value.textValue()) > longest() ? "long" : null;
        };
    }

    private boolean future(LocalDate day) {
        return component.at("/properties/notAfter").asText().equals("today") && day.isAfter(today);
    }

    private boolean offered(JsonNode value) {
        return StreamSupport.stream(component.path("values").spliterator(), false).anyMatch(option -> option.path("value").equals(value));
    }

    /** A box that must be ticked and is not, and a text that nobody could read, are nothing either. */
    private boolean empty(JsonNode value) {
        return value.isNull() || type().startsWith("text") && value.isTextual() && Typed.isBlank(value.textValue())
                || type().equals("checkbox") && value.isBoolean() && !value.booleanValue();
    }

    private String type() {
        return component.path("type").asText();
    }

    private int longest() {
        return component.at("/validate/maxLength").asInt();
    }

    private String label() {
        return component.path("label").asText(component.path("dateLabel").asText(key()));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static boolean day(String text) {
        try {
            return LocalDate.parse(text).getYear() < 10_000;
        } catch (DateTimeParseException none) {
            return false;
        }
    }
}
