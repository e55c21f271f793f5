package org.apusilta.request.process;

import java.util.HashMap;
import java.util.UUID;
import org.apusilta.engine.Words;
import org.apusilta.request.HelpRequests;
import org.apusilta.volunteer.Volunteers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells both when and where they meet. Without a day the coordinator has told them by phone. */
@Component
class TellFirstMeeting implements JavaDelegate {

    private final HelpRequests requests;
    private final Letters letters;
    private final Words words;
    private final Volunteers volunteers;

    TellFirstMeeting(HelpRequests requests, Letters letters, Words words, Volunteers volunteers) {
        this.requests = requests;
        this.letters = letters;
        this.words = words;
        this.volunteers = volunteers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var caseId = UUID.fromString(execution.getProcessBusinessKey());
        var day = (String) execution.getVariable("meetingDate");
        var volunteerId = (String) execution.getVariable("chosenVolunteerId");
        if (day == null || volunteerId == null) {
            return;
        }
        var volunteer = volunteers.contact(UUID.fromString(volunteerId)).orElseThrow();
        var client = requests.client(caseId);
        var facts = new HashMap<String, @Nullable String>();
        facts.put("date", day);
        facts.put("place", words.latest(caseId, "arrangeFirstMeeting", "place").orElse(null));
        facts.put("accompanied", Boolean.TRUE.equals(execution.getVariable("accompanied")) ? "true" : null);
        facts.put("volunteer", volunteer.givenName());
        letters.toClient(caseId, "first-meeting-client", facts);
        facts.remove("volunteer");
        facts.put("client", client.name());
        facts.put("clientPhone", client.phone());
        letters.toVolunteer(caseId, volunteer.id(), "first-meeting-volunteer", facts);
    }
}
