package org.apusilta.messaging;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * A page behind a link ({@code /l/{token}}), one bean per purpose, in the module that owns the subject. Opening the page changes
 * nothing (mail scanners follow links); only its form, sent by POST with CSRF, acts. The token is checked before these are called.
 */
public interface LinkPage {

    /** What the token stands for. */
    record Opened(UUID caseId, String purpose, UUID subject, Locale language) {}

    /** A Thymeleaf view under {@code templates/link/} and its model. The model is all the view may show. */
    record Page(String view, Map<String, Object> model) {}

    /** @return the purpose this page answers, as in {@link Messages.LinkFor} */
    String purpose();

    /** @return the page to show; for something already answered, decided or gone, a page that says so plainly */
    Page show(Opened link);

    /** Acts on what was sent from the page. @return the page to show after it; never throws for late or double answers */
    Page answer(Opened link, Map<String, String> fields);
}
