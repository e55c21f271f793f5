package org.apusilta.partner.internal;

import org.apusilta.partner.HandOffs.State;
import org.apusilta.request.CaseReleased;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets go of what is handed to a partner when the case ends: links close, and a partner that was told hears so. Twice does no harm. */
@Component("partnerCaseReleases")
class CaseReleases {

    private final HandOffRows rows;
    private final HandOffLetters letters;
    private final NetworkRows asks;

    CaseReleases(HandOffRows rows, HandOffLetters letters, NetworkRows asks) {
        this.rows = rows;
        this.letters = letters;
        this.asks = asks;
    }

    @EventListener
    void released(CaseReleased released) {
        asks.of(released.caseId()).forEach(one -> asks.close(one.id()));
        letters.closeNetworkLinks(released.caseId());
        asks.promised(released.caseId()).ifPresent(member -> letters.notPassed(released.caseId(), member));
        for (var one : rows.of(released.caseId())) {
            rows.close(one.id(), State.PREPARING, State.WITHDRAWN);
            if (rows.close(one.id(), State.ASKED, State.WITHDRAWN) || rows.close(one.id(), State.ACCEPTED, State.WITHDRAWN)) {
                letters.closeLinks(one.caseId());
                letters.toPartner(one, "partner-not-needed", false);
            }
        }
    }
}
