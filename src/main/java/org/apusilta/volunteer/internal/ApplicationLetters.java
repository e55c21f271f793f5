package org.apusilta.volunteer.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apusilta.messaging.Messages;
import org.apusilta.messaging.Messages.Attachment;
import org.apusilta.messaging.Messages.Draft;
import org.apusilta.messaging.Messages.LinkFor;
import org.apusilta.messaging.Recipient;
import org.apusilta.messaging.Recipient.Role;
import org.apusilta.volunteer.Application;
import org.apusilta.volunteer.internal.Talks.Slot;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What applicants and guardians hear from us. */
@Component
class ApplicationLetters {

    /** Purposes of links. */
    static final String OWN = "application";
    static final String GUARDIAN = "guardian";
    static final String TALK = "talk";

    private static final Duration HALF_A_YEAR = Duration.ofDays(180);

    private final Messages messages;
    private final ApplicationWords words;

    ApplicationLetters(Messages messages, ApplicationWords words) {
        this.messages = messages;
        this.words = words;
    }

    void received(Application one) {
        var facts = new HashMap<>(Map.of("reference", one.reference()));
        if (one.byPhone()) {
            facts.put("byPhone", "true");
        }
        if (one.guardian() != null) {
            facts.put("guardian", one.guardian().name());
        }
        send(one, "application-received", facts, OWN, HALF_A_YEAR);
    }

    /** @param reminder whether it was asked before */
    void guardian(Application one, Instant answerBy, Instant now, boolean reminder) {
        var guardian = one.guardian();
        if (guardian != null) {
            messages.send(new Draft(one.id(), new Recipient(Role.VOLUNTEER, guardian.name(), guardian.email(), guardian.phone(), one.language()),
                    reminder ? "guardian-reminder" : "guardian-asked", Map.of("applicant", one.person().givenName(), "answerBy", day(answerBy)),
                    new LinkFor(GUARDIAN, one.id(), Duration.between(now, answerBy).plusDays(14))));
        }
    }

    void times(Application one, Instant answerBy, Instant now, boolean reminder) {
        send(one, reminder ? "interview-times-reminder" : "interview-times", Map.of("answerBy", day(answerBy)), TALK, Duration.between(now, answerBy).plusDays(14));
    }

    void invitation(Application one, Slot talk, Instant now, Attachment calendar) {
        messages.send(new Draft(one.id(), to(one), "interview-invitation", facts(one, talk), new LinkFor(TALK, one.id(), Duration.between(now, talk.startsAt()).plusDays(1))), calendar);
    }

    void reminder(Application one, Slot talk, Instant now) {
        send(one, "interview-reminder", facts(one, talk), TALK, Duration.between(now, talk.startsAt()).plusDays(1));
    }

    void notNow(Application one) {
        send(one, "application-not-now", withPlaces(one, one.decidedReason() == null ? Map.of() : Map.of("words", one.decidedReason())), null, HALF_A_YEAR);
    }

    void declined(Application one) {
        send(one, "application-declined", withPlaces(one, Map.of("reason", one.decidedReason() == null ? "" : one.decidedReason())), null, HALF_A_YEAR);
    }

    /** @param calendar takes the talk out of their calendar, null when none was booked */
    void withdrawn(Application one, @Nullable Attachment calendar) {
        var draft = new Draft(one.id(), to(one), "application-withdrawn", withPlaces(one, Map.of()), null);
        if (calendar == null) {
            messages.send(draft);
        } else {
            messages.send(draft, calendar);
        }
    }

    void welcome(Application one) {
        send(one, "volunteer-welcome", Map.of("reference", one.reference()), null, HALF_A_YEAR);
    }

    void group(Application one) {
        if (one.group() != null) {
            send(one, "group-agreed", Map.of("reference", one.reference(), "group", one.group().name()), null, HALF_A_YEAR);
        }
    }

    void revoke(Application one, String... purposes) {
        messages.revokeLinks(one.id(), purposes);
    }

    private void send(Application one, String template, Map<String, String> facts, @Nullable String purpose, Duration validFor) {
        messages.send(new Draft(one.id(), to(one), template, facts, purpose == null ? null : new LinkFor(purpose, one.id(), validFor)));
    }

    private Map<String, String> facts(Application one, Slot talk) {
        var language = Locale.forLanguageTag(one.language());
        return Map.of("when", words.when(talk, language), "where", words.where(talk, language));
    }

    private Map<String, String> withPlaces(Application one, Map<String, String> said) {
        var facts = new HashMap<>(said);
        facts.put("reference", one.reference());
        var places = words.places(one);
        if (!places.isEmpty()) {
            facts.put("places", places);
        }
        return facts;
    }

    private static Recipient to(Application one) {
        return new Recipient(Role.VOLUNTEER, one.person().name(), one.person().email(), one.person().phone(), one.language());
    }

    private static String day(Instant at) {
        return at.atZone(ApplicationRows.HELSINKI).toLocalDate().toString();
    }
}
