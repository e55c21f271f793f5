package org.apusilta.matching.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apusilta.matching.Waiting.Contact;
import org.springframework.context.MessageSource;

/** Puts into a form's text what the client said last. */
final class Said {

    private Said() {}

    static void into(ObjectNode text, Optional<Contact> last, MessageSource texts, Locale language) {
        var said = last.map(one -> Stream.of(one.interim(), one.words()).filter(Objects::nonNull).map(Said::plain).collect(Collectors.joining(" – ")))
                .filter(words -> !words.isEmpty()).orElseGet(() -> texts.getMessage("matching.form.nothingSaid", null, language));
        text.put("text", texts.getMessage("matching.form.said", new Object[] {text.get("text").asText(), said}, language));
    }

    /** The form's text is Markdown: what somebody typed is shown as typed. */
    private static String plain(String typed) {
        return typed.replaceAll("([\\\\`*_{}\\[\\]<>#|])", "\\\\$1").replaceAll("\\s+", " ");
    }
}
