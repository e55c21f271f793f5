package org.apusilta.casefile.web;

import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.apusilta.casefile.CaseList;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed to find a name stays in their session, on the server; the address names it by a word of no meaning. So no name
 * gets into addresses, histories and logs, and going back still works.
 */
final class Searches {

    private static final String KEPT = Searches.class.getName();
    private static final int MOST = 20;

    private Searches() {}

    /** @return under which word the phrase is found again, null when it is empty */
    static @Nullable String keep(HttpSession session, @Nullable String phrase) {
        var clean = phrase == null ? "" : phrase.replace("\u0000", "").strip();
        if (clean.isEmpty()) {
            return null;
        }
        var kept = kept(session);
        while (kept.size() >= MOST) {
            kept.remove(kept.keySet().iterator().next());
        }
        var word = UUID.randomUUID().toString().substring(0, 8);
        kept.put(word, clean.length() > CaseList.LONGEST_PHRASE ? clean.substring(0, CaseList.LONGEST_PHRASE) : clean);
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
