package org.apusilta.request.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apusilta.request.NewRequest;
import org.apusilta.request.People;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The client of one request, apart from it so that it can be erased. */
@Entity
@Table(name = "client")
class ClientRecord {

    @Id @Column(name = "request_id") UUID id;
    String name;
    @Nullable String phone;
    @Nullable String email;
    @Nullable Integer birthYear;
    String language;
    @Nullable String address;
    @JdbcTypeCode(SqlTypes.JSON) Map<String, String> practical;

    protected ClientRecord() {}

    static ClientRecord of(UUID id, NewRequest.Client sent, String fallbackLanguage) {
        var client = new ClientRecord();
        client.id = id;
        client.name = sent.name();
        client.phone = sent.phone();
        client.email = sent.email();
        client.birthYear = sent.birthYear();
        client.language = sent.language() == null ? fallbackLanguage : sent.language();
        client.address = sent.address();
        client.practical = new TreeMap<>(sent.practical());
        return client;
    }

    ClientRecord copyFor(UUID other) {
        var copy = new ClientRecord();
        copy.id = other;
        copy.name = name;
        copy.phone = phone;
        copy.email = email;
        copy.birthYear = birthYear;
        copy.language = language;
        copy.address = address;
        copy.practical = new TreeMap<>(practical);
        return copy;
    }

    People.Client person() {
        return new People.Client(name, phone, email, birthYear, language, address, Map.copyOf(practical));
    }
}
