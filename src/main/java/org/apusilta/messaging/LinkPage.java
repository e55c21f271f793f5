package org.apusilta.messaging;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page behind a link ({@code /l/{token}}), one bean per purpose, in the module that owns the subject. Opening the page changes
 * nothing (mail scanners follow links); only its form, sent by POST with CSRF, acts. The token is checked before these are called.
 */
public interface LinkPage {

    /** What the token stands for. */
    record Opened(UUID caseId, String purpose, UUID subject, Locale language) {}

    /**
     * A Thymeleaf view under {@code templates/link/} ({@code offer} = {@code templates/link/offer.html}) and its model. The model is
     * all the view may show, beside {@code here}, the link's own path: {@code <form th:action="${here}" method="post">}; a file
     * is at {@code ${here + '/file'}}.
     *
     * @param done after {@link #answer}: whether the link is used up; false lets the person send the form again
     */
    record Page(String view, Map<String, Object> model, boolean done) {

        /** A page; after an answer, the link is used up. */
        public Page(String view, Map<String, Object> model) {
            this(view, model, true);
        }

        /** Onward to a page of ours outside {@code /l/}, which opens by other means than the link. */
        public static Page onward(String path) {
            return new Page("redirect:" + path, Map.of(), true);
        }
    }

    /** A file behind the link, such as the agreement as PDF. */
    record File(String name, String mediaType, byte[] content) {}

    /** @return the purpose this page answers, as in {@link Messages.LinkFor} */
    String purpose();

    /** @return the page to show, also after an answer; for something already answered, decided or gone, a page that says so plainly */
    Page show(Opened link);

    /**
     * Acts on what was sent from the page, in one transaction with the link's being used up. Not called again for a used link.
     *
     * @return the page to show after it; never throws for late or double answers
     */
    Page answer(Opened link, Map<String, String> fields);

    /** @return the file that goes with the page, or null when there is none */
    default @Nullable File file(Opened link) {
        return null;
    }
}
