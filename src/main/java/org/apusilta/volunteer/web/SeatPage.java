package org.apusilta.volunteer.web;

import java.util.List;
import java.util.Map;
import org.apusilta.messaging.LinkPage;
import org.apusilta.volunteer.internal.TrainingDay;
import org.apusilta.volunteer.internal.TrainingSessions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Behind the confirmation of a seat: when and where, a calendar entry, and a way to give the seat back. */
@Component
class SeatPage implements LinkPage {

    private final TrainingSessions sessions;
    private final TrainingDay day;

    SeatPage(TrainingSessions sessions, TrainingDay day) {
        this.sessions = sessions;
        this.day = day;
    }

    @Override
    public String purpose() {
        return TrainingSessions.PURPOSE;
    }

    @Override
    public Page show(Opened link) {
        var seat = sessions.seat(link.subject()).orElseThrow();
        var session = sessions.session(seat.getKey()).orElseThrow();
        return new Page("training-seat", Map.of("line", day.lines(List.of(session), link.language()).get(0), "state", seat.getValue()));
    }

    @Override
    public @Nullable File file(Opened link) {
        return sessions.entry(link.subject(), link.language()).map(entry -> new File("apusilta.ics", "text/calendar; charset=UTF-8", entry)).orElse(null);
    }

    @Override
    public Page answer(Opened link, Map<String, String> fields) {
        if (fields.containsKey("cancel")) {
            sessions.cancel(link.subject());
        }
        return show(link);
    }
}
