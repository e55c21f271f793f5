package org.apusilta.agreement.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.apusilta.agreement.Agreements.Confirmation;
import org.apusilta.agreement.Agreements.Means;
import org.apusilta.agreement.Agreements.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One version of a case's agreement. Once people are asked to confirm it, its words stay (the table refuses it too). */
@Entity
@Table(name = "agreement_version")
class AgreementVersion {

    @Id private UUID id;
    private UUID caseId;
    private int number;
    private UUID volunteerId;
    @JdbcTypeCode(SqlTypes.CHAR) @Column(length = 2) private String language;
    private String task;
    private String help;
    private String excluded;
    private String instanceId;
    private Instant draftedAt;
    private @Nullable Instant askedAt;
    @Enumerated(EnumType.STRING) private @Nullable Means clientBy;
    private @Nullable Instant clientAt;
    private @Nullable String clientRecordedBy;
    @Enumerated(EnumType.STRING) private @Nullable Means volunteerBy;
    private @Nullable Instant volunteerAt;
    private @Nullable String volunteerRecordedBy;
    private @Nullable Instant sealedAt;
    private @Nullable Instant endedAt;

    protected AgreementVersion() {}

    static AgreementVersion draft(UUID caseId, int number, UUID volunteerId, String language, Parts parts, String instanceId, Instant now) {
        var version = new AgreementVersion();
        version.id = UUID.randomUUID();
        version.caseId = caseId;
        version.number = number;
        version.volunteerId = volunteerId;
        version.language = language;
        version.task = parts.task();
        version.help = parts.help();
        version.excluded = parts.excluded();
        version.instanceId = instanceId;
        version.draftedAt = now;
        return version;
    }

    /** Fixes the words and asks both. */
    void ask(Parts parts, Instant now) {
        requireOpen();
        if (askedAt != null) {
            throw new IllegalStateException("Both were asked already; a change is a new version");
        }
        task = parts.task();
        help = parts.help();
        excluded = parts.excluded();
        askedAt = now;
    }

    /** The first confirmation of a side stays. @return whether this was it */
    boolean confirm(Side side, Means means, @Nullable String recordedBy, Instant now) {
        if (askedAt == null || endedAt != null || confirmed(side)) {
            return false;
        }
        if (side == Side.CLIENT) {
            clientBy = means;
            clientAt = now;
            clientRecordedBy = recordedBy;
        } else {
            volunteerBy = means;
            volunteerAt = now;
            volunteerRecordedBy = recordedBy;
        }
        return true;
    }

    /** From now on it holds. Idempotent. */
    void seal(Instant now) {
        requireOpen();
        if (!confirmedByBoth()) {
            throw new IllegalStateException("Only what both have confirmed can be sealed");
        }
        if (sealedAt == null) {
            sealedAt = now;
        }
    }

    /** It holds no longer, or never will. Idempotent. */
    void end(Instant now) {
        if (endedAt == null) {
            endedAt = now;
        }
    }

    boolean confirmed(Side side) {
        return (side == Side.CLIENT ? clientAt : volunteerAt) != null;
    }

    boolean confirmedByBoth() {
        return confirmed(Side.CLIENT) && confirmed(Side.VOLUNTEER);
    }

    boolean sealed() {
        return sealedAt != null;
    }

    Parts parts() {
        return new Parts(task, help, excluded);
    }

    UUID id() { return id; }

    UUID caseId() { return caseId; }

    UUID volunteerId() { return volunteerId; }

    String language() { return language; }

    String instanceId() { return instanceId; }

    Version view() {
        return new Version(id, caseId, number, volunteerId, task, help, excluded, draftedAt,
                clientBy == null ? null : new Confirmation(clientBy, clientAt, clientRecordedBy),
                volunteerBy == null ? null : new Confirmation(volunteerBy, volunteerAt, volunteerRecordedBy), askedAt, sealedAt, endedAt);
    }

    private void requireOpen() {
        if (endedAt != null) {
            throw new IllegalStateException("This version has ended");
        }
    }
}
