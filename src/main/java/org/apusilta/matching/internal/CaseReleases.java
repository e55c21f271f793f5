package org.apusilta.matching.internal;

import org.apusilta.request.CaseReleased;
import org.apusilta.request.SupportAgreed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets go of what matching holds for a case: the open offer, the booked place, the search. Twice does no harm. */
@Component
class CaseReleases {

    private final Offers offers;
    private final Searches searches;
    private final OfferMessages messages;

    CaseReleases(Offers offers, Searches searches, OfferMessages messages) {
        this.offers = offers;
        this.searches = searches;
        this.messages = messages;
    }

    @EventListener
    void released(CaseReleased released) {
        searches.close(released.caseId());
        messages.closeLinks(released.caseId());
        for (var offer : offers.of(released.caseId())) {
            offers.release(offer.id()).filter(was -> !was.serving()).ifPresent(messages::withdrawn);
        }
    }

    /** From now on the relationship speaks to the volunteer, also at the end. */
    @EventListener
    void agreed(SupportAgreed agreed) {
        offers.serving(agreed.caseId());
    }
}
