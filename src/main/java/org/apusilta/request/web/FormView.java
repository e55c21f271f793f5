package org.apusilta.request.web;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apusilta.request.AskedBy;
import org.apusilta.request.InvalidRequest.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** The form as it is shown: values, labels that speak to whoever asks, and what is wrong. Under the name {@code form}. */
public final class FormView {

    private final Fields fields;
    private final @Nullable AskedBy askedBy;
    private final MessageSource texts;
    private final Locale language;
    private final Map<String, String> errors = new LinkedHashMap<>();

    FormView(Fields fields, List<Problem> problems, MessageSource texts, Locale language) {
        this.fields = fields;
        this.askedBy = FormReader.askedBy(fields);
        this.texts = texts;
        this.language = language;
        problems.stream().sorted(Comparator.comparingInt(PageRules::place)).forEach(p -> errors.putIfAbsent(p.field(),
                texts.getMessage("request.error." + p.code(), new Object[] {String.valueOf(p.limit())}, language)));
    }

    /** @return who asks, null when that is not chosen yet */
    public @Nullable AskedBy getAskedBy() {
        return askedBy;
    }

    /** @return whether the client asks */
    public boolean isSelf() {
        return askedBy == AskedBy.SELF;
    }

    /** @return whether a professional asks (R3) */
    public boolean isProfessional() {
        return askedBy != null && askedBy.professional();
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
        return fields.all(name).contains(value);
    }

    /** @return whether one of these cards was ticked */
    public boolean hasAny(String name, List<KindCards.Card> cards) {
        return cards.stream().anyMatch(card -> has(name, card.code()));
    }

    /** @return id of the field's element */
    public String id(String name) {
        return name.replace('.', '-');
    }

    /** @return what is wrong with this field, or null */
    public @Nullable String error(String name) {
        return errors.get(name);
    }

    /** @return the field's name in words, as said to whoever asks */
    public String label(String name) {
        var label = said("request.field." + name);
        return label == null ? name : label;
    }

    /** @return a hint, or null */
    public @Nullable String hint(String name) {
        return said("request.hint." + name);
    }

    /** @return ids of hint and error, for aria-describedby, or null */
    public @Nullable String described(String name) {
        var hint = hint(name) == null ? "" : id(name) + "-hint";
        var error = error(name) == null ? "" : " " + id(name) + "-error";
        return (hint + error).isBlank() ? null : (hint + error).strip();
    }

    private @Nullable String said(String key) {
        var own = isSelf() ? texts.getMessage(key + ".self", null, null, language) : null;
        return own != null ? own : texts.getMessage(key, null, null, language);
    }
}
