package org.apusilta.request.process;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Date;

/** How long links open, and days as messages want them. */
final class Days {

    /** Long enough to follow a request to its end; the page itself shows little. */
    static final Duration STATUS_LINK = Duration.ofDays(365);

    /** An answer after the question was decided is still read by a person. */
    static final Duration ANSWER_LINK = Duration.ofDays(60);

    /** The page itself closes the day the support or the request ends. */
    static final Duration VISIT_LINK = Duration.ofDays(400);

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    private Days() {}

    /** @return the day in Helsinki, yyyy-MM-dd */
    static String iso(Date date) {
        return date.toInstant().atZone(HELSINKI).toLocalDate().toString();
    }
}
