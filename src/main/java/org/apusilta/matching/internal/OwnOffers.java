package org.apusilta.matching.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apusilta.matching.Matching.OfferState;
import org.apusilta.request.FirstMeetings;
import org.apusilta.request.HelpRequests;
import org.apusilta.volunteer.CasesInHand;
import org.apusilta.volunteer.OwnTasks;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** On the volunteer's own page: what they are asked for, and the client's contact and visit card once both have said yes. */
@Component
@Transactional(readOnly = true)
class OwnOffers implements OwnTasks, CasesInHand {

    private final Offers offers;
    private final OfferWords words;
    private final FirstMeetings meetings;
    private final HelpRequests requests;
    private final MessageSource texts;
    private final JdbcClient jdbc;

    OwnOffers(Offers offers, OfferWords words, FirstMeetings meetings, HelpRequests requests, MessageSource texts, JdbcClient jdbc) {
        this.offers = offers;
        this.words = words;
        this.meetings = meetings;
        this.requests = requests;
        this.texts = texts;
        this.jdbc = jdbc;
    }

    @Override
    public List<Task> of(UUID volunteerId, Locale language) {
        return offers.inHand(volunteerId).stream().filter(caseId -> !requests.died(caseId)).flatMap(caseId -> offers.of(caseId).stream())
                .filter(offer -> offer.volunteerId().equals(volunteerId) && (offer.state() == OfferState.OPEN || offer.state() == OfferState.ACCEPTED))
                .map(offer -> task(offer, language)).toList();
    }

    private Task task(Offers.Row offer, Locale language) {
        var told = words.of(offer.caseId(), language);
        var doors = new ArrayList<Door>();
        if (offer.state() == OfferState.OPEN) {
            doors.add(new Door("offer", offer.caseId(), offer.id(), text("own.door.offer", language), true));
        }
        if (offer.knowsClient()) {
            doors.add(new Door("visit", offer.caseId(), offer.volunteerId(), text("own.door.visit", language), false));
            meetings.of(offer.caseId()).stream().filter(meeting -> !offer.serving() && meeting.volunteerId().equals(offer.volunteerId()) && meeting.askedAt() != null
                            && meeting.answers().stream().noneMatch(answer -> answer.side().equals("VOLUNTEER")))
                    .forEach(meeting -> doors.add(new Door("meeting-volunteer", offer.caseId(), meeting.id(), text("own.door.meeting", language), true)));
        }
        var about = offer.state() == OfferState.OPEN ? "asked" : offer.serving() ? "serving" : offer.knowsClient() ? "matched" : "waits";
        return new Task(offer.caseId(), told.task() + ", " + told.area(), text("own.task." + about, language), doors, false);
    }

    @Override
    public int unheard(UUID volunteerId) {
        return jdbc.sql("SELECT count(*) FROM apusilta.volunteer_notice WHERE volunteer_id = ? AND heard_at IS NULL").param(volunteerId).query(Integer.class).single();
    }

    @Override
    public int count(UUID volunteerId) {
        return offers.inHand(volunteerId).size();
    }

    private String text(String key, Locale language) {
        return texts.getMessage(key, null, key, language);
    }
}
