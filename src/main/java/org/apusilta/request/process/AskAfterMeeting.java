package org.apusilta.request.process;

import java.util.Map;
import java.util.UUID;
import org.apusilta.engine.Workdays;
import org.apusilta.messaging.Messages.LinkFor;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.internal.MeetingRecords;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks both, each alone, how the meeting was. A client without e-mail and phone is asked by the coordinator. */
@Component
class AskAfterMeeting implements JavaDelegate {

    private final HelpRequests requests;
    private final MeetingRecords meetings;
    private final Letters letters;
    private final Workdays workdays;

    AskAfterMeeting(HelpRequests requests, MeetingRecords meetings, Letters letters, Workdays workdays) {
        this.requests = requests;
        this.meetings = meetings;
        this.letters = letters;
        this.workdays = workdays;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var caseId = UUID.fromString(execution.getProcessBusinessKey());
        meetings.ask(caseId).ifPresent(meeting -> {
            var facts = Map.of("answerBy", Days.iso(workdays.due(execution, "recordFirstMeeting")));
            var client = requests.client(caseId);
            if (client.email() != null || client.phone() != null) {
                letters.toClient(caseId, "meeting-asked-client", facts, new LinkFor("meeting-client", meeting.id(), Days.ANSWER_LINK));
            }
            letters.toVolunteer(caseId, meeting.volunteerId(), "meeting-asked-volunteer", facts,
                    new LinkFor("meeting-volunteer", meeting.id(), Days.ANSWER_LINK));
        });
    }
}
