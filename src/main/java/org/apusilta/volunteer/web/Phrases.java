package org.apusilta.volunteer.web;

import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody typed to find a person stays in their session, on the server; the address names it by a word of no meaning. */
final class Phrases {

    static final int LONGEST = 100;
    private static final String KEPT = Phrases.class.getName();
    private static final int MOST = 20;

    private Phrases() {}

    /** @return under which word the phrase is found again, null when it is empty */
    static @Nullable String keep(HttpSession session, String phrase) {
        var clean = phrase.replace("\u0000", "").strip();
        if (clean.isEmpty()) {
            return null;
        }
        var kept = kept(session);
        while (kept.size() >= MOST) {
            kept.remove(kept.keySet().iterator().next());
        }
        var word = UUID.randomUUID().toString().substring(0, 8);
        kept.put(word, clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean);
        session.setAttribute(KEPT, kept);
        return word;
    }

    /** @return the phrase, null when this session knows none under this word */
    static @Nullable String phrase(HttpSession session, @Nullable String word) {
        return word == null ? null : kept(session).get(word);
    }

    @SuppressWarnings("unchecked")
    private static LinkedHashMap<String, String> kept(HttpSession session) {
        var kept = session.getAttribute(KEPT);
        return kept == null ? new LinkedHashMap<>() : new LinkedHashMap<>((LinkedHashMap<String, String>) kept);
    }
}
