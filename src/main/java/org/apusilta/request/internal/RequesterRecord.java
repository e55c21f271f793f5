package org.apusilta.request.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.apusilta.request.AskedBy;
import org.apusilta.request.People;
import org.jspecify.annotations.Nullable;

/** Who asked for one request; the client again when they asked themselves. */
@Entity
@Table(name = "requester")
class RequesterRecord {

    @Id @Column(name = "request_id") UUID id;
    String name;
    @Nullable String email;
    @Nullable String phone;
    @Nullable String organisation;
    String language;

    protected RequesterRecord() {}

    static RequesterRecord of(UUID id, String name, @Nullable String email, @Nullable String phone, @Nullable String organisation,
            String language) {
        var requester = new RequesterRecord();
        requester.id = id;
        requester.name = name;
        requester.email = email;
        requester.phone = phone;
        requester.organisation = organisation;
        requester.language = language;
        return requester;
    }

    RequesterRecord copyFor(UUID other) {
        return of(other, name, email, phone, organisation, language);
    }

    People.Requester person(AskedBy role) {
        return new People.Requester(role, name, email, phone, organisation, language);
    }
}
