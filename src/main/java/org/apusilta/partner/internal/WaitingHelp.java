package org.apusilta.partner.internal;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.apusilta.matching.InterimPartners;
import org.apusilta.partner.Partners;
import org.apusilta.request.HelpRequests;
import org.springframework.stereotype.Component;

/** Partners that could help somebody who waits for a volunteer. They hear of nobody by being named here. */
@Component
class WaitingHelp implements InterimPartners {

    private final Partners partners;
    private final HelpRequests requests;

    WaitingHelp(Partners partners, HelpRequests requests) {
        this.partners = partners;
        this.requests = requests;
    }

    @Override
    public List<Offered> forCase(UUID caseId) {
        var facts = requests.facts(caseId);
        return partners.all().stream().filter(one -> one.active() && !one.contacts().isEmpty() && !Collections.disjoint(one.kinds(), facts.kinds())
                && (one.wholeCity() || one.areas().contains(facts.major()))).map(one -> new Offered(one.id(), one.name())).toList();
    }
}
