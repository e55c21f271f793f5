package org.apusilta.request.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.apusilta.request.People;

/** Who asked the client, when, and to what the client said yes. Never changed afterwards. */
@Entity
@Table(name = "consent")
class ConsentRecord {

    /** To what the one consent text of the page and the API's {@code consentGiven} say yes; its words are in the bundles. */
    static final String VOLUNTEER_IS_ASKED = "VOLUNTEER_IS_ASKED";

    @Id @Column(name = "request_id") UUID id;
    String askedBy;
    LocalDate askedOn;
    String givenTo;
    Instant recordedAt;

    protected ConsentRecord() {}

    static ConsentRecord of(UUID id, String askedBy, LocalDate askedOn, Instant now) {
        var consent = new ConsentRecord();
        consent.id = id;
        consent.askedBy = askedBy;
        consent.askedOn = askedOn;
        consent.givenTo = VOLUNTEER_IS_ASKED;
        consent.recordedAt = now;
        return consent;
    }

    ConsentRecord copyFor(UUID other) {
        return of(other, askedBy, askedOn, recordedAt);
    }

    People.Consent given() {
        return new People.Consent(askedBy, askedOn, givenTo, recordedAt);
    }
}
