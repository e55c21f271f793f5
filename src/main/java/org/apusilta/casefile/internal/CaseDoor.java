package org.apusilta.casefile.internal;

import java.util.NoSuchElementException;
import java.util.UUID;
import org.apusilta.request.CaseFacts;
import org.apusilta.request.HelpRequests;
import org.apusilta.security.Access;
import org.springframework.stereotype.Component;

/** The one way to a case: only those whose district it is come in. */
@Component
class CaseDoor {

    private final HelpRequests requests;
    private final Access access;

    CaseDoor(HelpRequests requests, Access access) {
        this.requests = requests;
        this.access = access;
    }

    CaseFacts open(UUID caseId) {
        var facts = requests.find(caseId).orElseThrow(() -> new NoSuchElementException("no such case"));
        access.requireDistrict(facts.major());
        return facts;
    }
}
