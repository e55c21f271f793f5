package org.apusilta.matching.internal;

import org.apusilta.request.CaseReleased;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** When a case is let go nobody is asked any more whether help is still wanted; when it has ended nobody waits or is recruited for it. Twice does no harm. */
@Component
class WaitingReleases {

    private final WaitingRows waiting;
    private final WaitingMessages messages;
    private final NeedRows needs;

    WaitingReleases(WaitingRows waiting, WaitingMessages messages, NeedRows needs) {
        this.waiting = waiting;
        this.messages = messages;
        this.needs = needs;
    }

    @EventListener
    void released(CaseReleased released) {
        // the search that asked is over in any case; whoever goes on waiting is asked anew by the next one
        waiting.quiet(released.caseId());
        messages.closeLinks(released.caseId());
        if (released.ended()) {
            waiting.left(released.caseId());
        }
        if (released.ended() || released.why() == CaseReleased.Why.REQUEST_CHANGED) {
            needs.close(released.caseId());
        }
    }
}
