package org.apusilta.volunteer.internal;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Attendee;
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.property.Status;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Locale;
import java.util.UUID;
import org.apusilta.messaging.Messages.Attachment;
import org.apusilta.volunteer.Application;
import org.apusilta.volunteer.internal.Talks.Slot;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The calendar entry of a talk (iCalendar, RFC 5545 and 5546): sent again it moves the entry, and a cancellation takes it out. */
@Component
class Invitation {

    private final ApplicationRows rows;
    private final ApplicationWords words;
    private final Clock clock;
    private final String from;
    private final String phone;

    Invitation(ApplicationRows rows, ApplicationWords words, Clock clock, @Value("${apusilta.messages.from}") String from,
            @Value("${apusilta.messages.phone:}") String phone) {
        this.rows = rows;
        this.words = words;
        this.clock = clock;
        this.from = from;
        this.phone = phone;
    }

    Attachment to(Application application, Slot talk) {
        return file(application, talk, Method.request());
    }

    Attachment cancelling(Application application, Slot talk) {
        return file(application, talk, Method.cancel());
    }

    /** For the calendar of who talks: by reference, for calendars are read over shoulders. */
    Attachment forHolder(Application application, Slot talk, Locale reader) {
        var event = event(talk.id(), talk, words.say("onboard.talk.summary", reader) + " " + application.reference(), reader);
        event.setStatus(Status.confirmed());
        return written(event, Method.publish());
    }

    private VEvent event(UUID id, Slot talk, String summary, Locale language) {
        var event = new VEvent();
        event.setUid(uid(id));
        event.setDateTimeStamp(Date.from(clock.instant()));
        event.setDateStart(Date.from(talk.startsAt()));
        event.setDateEnd(Date.from(talk.endsAt()));
        event.setSummary(summary);
        event.setLocation(words.where(talk, language));
        return event;
    }

    private Attachment file(Application application, Slot talk, Method method) {
        var language = Locale.forLanguageTag(application.language());
        var event = event(application.id(), talk, words.say("onboard.talk.summary", language), language);
        event.setSequence(rows.nextInvitation(application.id()));
        event.setDescription(words.say(phone.isBlank() ? "onboard.talk.about" : "onboard.talk.aboutPhone", language, phone));
        event.setOrganizer(organizer());
        if (application.person().email() != null) {
            event.addAttendee(new Attendee(application.person().name(), application.person().email()));
        }
        event.setStatus(method.isCancel() ? Status.cancelled() : Status.confirmed());
        return written(event, method);
    }

    private static Attachment written(VEvent event, Method method) {
        var calendar = new ICalendar();
        calendar.setProductId("-//Apusilta//Apusilta//FI");
        calendar.setMethod(method);
        calendar.addEvent(event);
        return new Attachment("apusilta.ics", "text/calendar; charset=UTF-8; method=" + method.getValue(),
                Biweekly.write(calendar).go().getBytes(StandardCharsets.UTF_8));
    }

    static String uid(UUID application) {
        return application + "@apusilta";
    }

    private Organizer organizer() {
        try {
            var address = new InternetAddress(from);
            return new Organizer(address.getPersonal() == null ? "Apusilta" : address.getPersonal(), address.getAddress());
        } catch (AddressException e) {
            throw new IllegalStateException("apusilta.messages.from is no address", e);
        }
    }
}
