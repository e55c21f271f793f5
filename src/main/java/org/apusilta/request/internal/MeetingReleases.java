package org.apusilta.request.internal;

import org.apusilta.messaging.Messages;
import org.apusilta.request.CaseReleased;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** When a volunteer is let go or the case ends, nobody is asked about the meeting any more. */
@Component
class MeetingReleases {

    private final Messages messages;

    MeetingReleases(Messages messages) {
        this.messages = messages;
    }

    @EventListener
    void released(CaseReleased released) {
        messages.revokeLinks(released.caseId(), "meeting-client", "meeting-volunteer");
    }
}
