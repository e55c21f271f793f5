package org.apusilta.request.internal;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apusilta.request.AskedBy;
import org.apusilta.request.CaseFacts;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.Outcome;
import org.apusilta.request.People;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A request and what became of it. Where it stands is the process's business; here is only how it ended. */
@Entity
@Table(name = "help_request")
class HelpRequest {

    @Id UUID id;
    String reference;
    @Enumerated(EnumType.STRING) AskedBy askedBy;
    String district;
    String major;
    String description;
    @JdbcTypeCode(SqlTypes.ARRAY) String[] times;
    @JdbcTypeCode(SqlTypes.ARRAY) String[] languages;
    boolean recurring;
    @Nullable Double hoursPerWeek;
    boolean petsAtHome;
    boolean smokingAtHome;
    boolean needsStrength;
    boolean needsCar;
    @Nullable String genderWish;
    @Nullable LocalDate startOn;
    @JdbcTypeCode(SqlTypes.JSON) Map<String, String> escort;
    @Nullable String responsibleForCare;
    @Nullable String contactPerson;
    @Nullable String contactDeputy;
    @Nullable String tellBack;
    Instant receivedAt;
    @Nullable String submittedBy;
    @Nullable UUID previousId;
    @Nullable String instanceId;
    @Nullable Instant withdrawnAt;
    @Enumerated(EnumType.STRING) HelpRequests.@Nullable Who withdrawnBy;
    @Nullable Instant diedAt;
    @Nullable String diedBy;
    @Enumerated(EnumType.STRING) HelpRequests.@Nullable DeathToldBy diedToldBy;
    @Enumerated(EnumType.STRING) @Nullable Outcome outcome;
    @Nullable Instant closedAt;
    @Version @Nullable Integer version;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "request_kind", joinColumns = @JoinColumn(name = "request_id"))
    @OrderColumn(name = "position")
    @Column(name = "kind")
    @BatchSize(size = 200)
    List<String> kinds = new ArrayList<>();

    @OneToOne(cascade = CascadeType.ALL, fetch = FetchType.LAZY, optional = false)
    @PrimaryKeyJoinColumn
    ClientRecord client;

    @OneToOne(cascade = CascadeType.ALL, fetch = FetchType.LAZY, optional = false)
    @PrimaryKeyJoinColumn
    RequesterRecord requester;

    @OneToOne(cascade = CascadeType.ALL, fetch = FetchType.LAZY, optional = false)
    @PrimaryKeyJoinColumn
    ConsentRecord consent;

    protected HelpRequest() {}

    /** @return false when it was closed before; the first outcome stays */
    boolean close(Outcome how, Instant now) {
        if (outcome != null) {
            return false;
        }
        outcome = how;
        closedAt = now;
        return true;
    }

    /** @return false when there is nothing to take back any more */
    boolean withdraw(HelpRequests.Who who, Instant now) {
        if (outcome != null || withdrawnAt != null || diedAt != null) {
            return false;
        }
        withdrawnAt = now;
        withdrawnBy = who;
        return true;
    }

    /** @return false when it was known before */
    boolean died(HelpRequests.DeathToldBy toldBy, String account, Instant now) {
        if (diedAt != null) {
            return false;
        }
        diedAt = now;
        diedBy = account;
        diedToldBy = toldBy;
        return true;
    }

    void startedAs(String instance) {
        instanceId = instance;
    }

    /** A professional who has said who stays responsible for care has settled it; others have nothing to settle (R3). */
    boolean careSettled() {
        return !askedBy.professional() || responsibleForCare != null;
    }

    CaseFacts facts() {
        return new CaseFacts(id, reference, askedBy, district, major, List.copyOf(kinds), new LinkedHashSet<>(List.of(times)),
                List.of(languages), recurring, hoursPerWeek, petsAtHome, smokingAtHome, needsStrength, needsCar, genderWish, startOn,
                receivedAt, previousId, outcome, closedAt, submittedBy);
    }

    People.Arrangements arrangements() {
        return new People.Arrangements(responsibleForCare, contactPerson, contactDeputy, tellBack, Map.copyOf(escort));
    }
}
