package org.apusilta.volunteer.internal;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apusilta.messaging.Messages;
import org.apusilta.messaging.Messages.Attachment;
import org.apusilta.messaging.Messages.LinkFor;
import org.apusilta.messaging.Recipient;
import org.apusilta.messaging.Recipient.Role;
import org.apusilta.volunteer.Volunteers;
import org.apusilta.volunteer.internal.Recreations.Recreation;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What volunteers hear from us as care, each in their own language. */
@Component
class CareLetters {

    /** A certificate is looked for when a job is applied for, not when the letter comes. */
    private static final Duration CERTIFICATE_OPEN = Duration.ofDays(365);

    /** Longer than any event is planned ahead. */
    private static final Duration INVITATION_OPEN = Duration.ofDays(400);

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H.mm").withZone(Recreations.HELSINKI);

    private final Messages messages;
    private final Volunteers volunteers;
    private final RecreationCalendar calendar;
    private final MessageSource texts;

    CareLetters(Messages messages, Volunteers volunteers, RecreationCalendar calendar, MessageSource texts) {
        this.calendar = calendar;
        this.messages = messages;
        this.volunteers = volunteers;
        this.texts = texts;
    }

    /** @param words of who approved it @param certificate that goes with it, null when none does */
    void thanks(UUID volunteerId, String milestone, @Nullable String words, @Nullable UUID certificate) {
        var facts = new HashMap<String, String>();
        facts.put("milestone", texts.getMessage("care.letter." + milestone, null, language(volunteerId)));
        if (words != null) {
            facts.put("thanks", words);
        }
        if (certificate != null) {
            facts.put("certificate", "true");
        }
        send(volunteerId, "milestone-thanks", facts, certificate == null ? null : new LinkFor("certificate", certificate, CERTIFICATE_OPEN));
    }

    void certificate(UUID volunteerId, UUID certificate) {
        send(volunteerId, "certificate-given", Map.of(), new LinkFor("certificate", certificate, CERTIFICATE_OPEN));
    }

    void birthday(UUID volunteerId) {
        send(volunteerId, "birthday-greeting", Map.of(), null);
    }

    void partners(UUID volunteerId, List<String> partners) {
        send(volunteerId, "partner-tasks", partners.isEmpty() ? Map.of() : Map.of("partners", String.join("\n", partners)), null);
    }

    /** With a link to answer by and the event for the calendar, which is behind the link too. @param template recreation-invitation, recreation-reminder or recreation-seat-free */
    void invitation(UUID volunteerId, Recreation event, UUID invitation, String template) {
        var facts = Map.of("event", event.title(language(volunteerId)), "date", event.day().toString(), "times", times(event), "place", event.place(), "answerBy", event.answerBy().toString());
        send(volunteerId, template, facts, new LinkFor("recreation", invitation, INVITATION_OPEN), file(volunteerId, event));
    }

    void recreationCancelled(UUID volunteerId, Recreation event) {
        send(volunteerId, "recreation-cancelled", Map.of("event", event.title(language(volunteerId)), "date", event.day().toString()), null, file(volunteerId, event));
    }

    private Attachment file(UUID volunteerId, Recreation event) {
        return new Attachment("apusilta-" + event.day() + ".ics", "text/calendar; charset=UTF-8", calendar.of(event, language(volunteerId)));
    }

    /** @return such as 13.00–15.30, which all three languages read */
    static String times(Recreation event) {
        return CLOCK.format(event.startsAt()) + "–" + CLOCK.format(event.endsAt());
    }

    private Locale language(UUID volunteerId) {
        return Locale.forLanguageTag(volunteers.contact(volunteerId).orElseThrow().language());
    }

    private void send(UUID volunteerId, String template, Map<String, String> facts, @Nullable LinkFor link) {
        messages.send(draft(volunteerId, template, facts, link));
    }

    private void send(UUID volunteerId, String template, Map<String, String> facts, @Nullable LinkFor link, Attachment file) {
        messages.send(draft(volunteerId, template, facts, link), file);
    }

    private Messages.Draft draft(UUID volunteerId, String template, Map<String, String> facts, @Nullable LinkFor link) {
        var to = volunteers.contact(volunteerId).orElseThrow();
        return new Messages.Draft(volunteerId, new Recipient(Role.VOLUNTEER, to.name(), to.email(), to.phone(), to.language()), template, facts, link);
    }
}
