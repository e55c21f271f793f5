package org.apusilta.request.process;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.UUID;
import org.apusilta.engine.Words;
import org.apusilta.messaging.Messages.LinkFor;
import org.apusilta.request.internal.MeetingRecords;
import org.apusilta.volunteer.Volunteers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells both when and where they meet. Who the client is stands behind the volunteer's link only. Without a day the coordinator has told them by phone. */
@Component
class TellFirstMeeting implements JavaDelegate {

    private final Letters letters;
    private final MeetingRecords meetings;
    private final Words words;
    private final Volunteers volunteers;

    TellFirstMeeting(Letters letters, MeetingRecords meetings, Words words, Volunteers volunteers) {
        this.letters = letters;
        this.meetings = meetings;
        this.words = words;
        this.volunteers = volunteers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var caseId = UUID.fromString(execution.getProcessBusinessKey());
        var day = (String) execution.getVariable("meetingDate");
        var volunteer = volunteers.contact(UUID.fromString((String) execution.getVariable("chosenVolunteerId"))).orElseThrow();
        boolean accompanied = Boolean.TRUE.equals(execution.getVariable("accompanied"));
        meetings.arranged(caseId, volunteer.id(), day == null ? null : LocalDate.parse(day), accompanied);
        if (day == null) {
            return;
        }
        var facts = new HashMap<String, @Nullable String>();
        facts.put("date", day);
        facts.put("place", words.latest(caseId, "arrangeFirstMeeting", "place").orElse(null));
        facts.put("accompanied", accompanied ? "true" : null);
        letters.toVolunteer(caseId, volunteer.id(), "first-meeting-volunteer", facts, new LinkFor("visit", volunteer.id(), Days.VISIT_LINK));
        facts.put("volunteer", volunteer.givenName());
        letters.toClient(caseId, "first-meeting-client", facts, null);
    }
}
