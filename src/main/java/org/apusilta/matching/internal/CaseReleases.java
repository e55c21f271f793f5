package org.apusilta.matching.internal;

import org.apusilta.request.CaseReleased;
import org.apusilta.request.CaseReleased.Why;
import org.apusilta.request.SupportAgreed;
import org.apusilta.volunteer.Volunteers;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets go of what matching holds for a case: the open offer, the booked place, the search. Twice does no harm. */
@Component
class CaseReleases {

    private final Offers offers;
    private final Searches searches;
    private final OfferMessages messages;
    private final ClientMessages clients;
    private final Volunteers volunteers;

    CaseReleases(Offers offers, Searches searches, OfferMessages messages, ClientMessages clients, Volunteers volunteers) {
        this.offers = offers;
        this.searches = searches;
        this.messages = messages;
        this.clients = clients;
        this.volunteers = volunteers;
    }

    @EventListener
    void released(CaseReleased released) {
        searches.close(released.caseId());
        messages.closeLinks(released.caseId());
        for (var offer : offers.of(released.caseId())) {
            offers.release(offer.id()).ifPresent(was -> let(was, released.why()));
        }
    }

    /** The relationship speaks to a volunteer who serves; one who knows the client hears of a death from a person; one who has left hears nothing. */
    private void let(Offers.Row was, Why why) {
        if (!was.serving() && !(why == Why.CLIENT_DIED && was.knowsClient()) && !volunteers.hasLeft(was.volunteerId())) {
            messages.withdrawn(was);
        }
        if (why == Why.VOLUNTEER_AWAY || why == Why.REQUEST_CHANGED) {
            offers.mayBeAskedAgain(was.id());
            if (was.clientTold() && !was.serving()) {
                clients.released(was, why == Why.REQUEST_CHANGED);
            }
        }
    }

    /** From now on the relationship speaks to the volunteer, also at the end. */
    @EventListener
    void agreed(SupportAgreed agreed) {
        offers.serving(agreed.caseId());
    }
}
