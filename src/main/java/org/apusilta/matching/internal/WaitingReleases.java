package org.apusilta.matching.internal;

import org.apusilta.request.CaseReleased;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** When a case is let go nobody is asked any more whether help is still wanted; nobody is recruited for it, and when it has ended nobody waits. Twice does no harm. */
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
        // a search that begins anew publishes nothing by itself: a coordinator decides
        needs.close(released.caseId());
    }
}
