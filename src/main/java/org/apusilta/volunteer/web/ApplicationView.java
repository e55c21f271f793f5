package org.apusilta.volunteer.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apusilta.volunteer.InvalidApplication.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** The application form as it is shown: values, labels and what is wrong. Under the name {@code form}. */
public final class ApplicationView {

    private final ApplicationFields fields;
    private final MessageSource texts;
    private final Locale language;
    private final Map<String, String> errors = new LinkedHashMap<>();

    ApplicationView(ApplicationFields fields, List<Problem> problems, MessageSource texts, Locale language) {
        this.fields = fields;
        this.texts = texts;
        this.language = language;
        problems.forEach(problem -> errors.putIfAbsent(problem.field(), texts.getMessage("onboard.error." + problem.code(), null, language)));
    }

    /** @return whether a group applies */
    public boolean isGroup() {
        return fields.group();
    }

    /** @return what is wrong, by field, in the order of the form */
    public Map<String, String> getErrors() {
        return errors;
    }

    /** @return what was typed */
    public String value(String name) {
        return fields.one(name);
    }

    /** @return whether this box was ticked */
    public boolean has(String name, String value) {
        return fields.has(name, value);
    }

    /** @return whether one of these cards was ticked */
    public boolean hasAny(List<KindCards.Card> cards) {
        return cards.stream().anyMatch(card -> has("kinds", card.code()));
    }

    /** @return id of the field's element */
    public String id(String name) {
        return name.replace('.', '-');
    }

    /** @return what is wrong with this field, or null */
    public @Nullable String error(String name) {
        return errors.get(name);
    }

    /** @return the field's name in words */
    public String label(String name) {
        var own = isGroup() ? texts.getMessage("onboard.field." + name + ".group", null, null, language) : null;
        return own != null ? own : texts.getMessage("onboard.field." + name, null, name, language);
    }

    /** @return a hint, or null */
    public @Nullable String hint(String name) {
        return texts.getMessage("onboard.hint." + name, null, null, language);
    }

    /** @return ids of hint and error, for aria-describedby, or null */
    public @Nullable String described(String name) {
        var hint = hint(name) == null ? "" : id(name) + "-hint";
        var error = error(name) == null ? "" : " " + id(name) + "-error";
        return (hint + error).isBlank() ? null : (hint + error).strip();
    }
}
