package org.apusilta.relationship.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.apusilta.relationship.Supports;
import org.jspecify.annotations.Nullable;

/** Support between one client and one volunteer, from the agreement to its ending. */
@Entity
@Table(name = "support")
class RunningSupport {

    @Id private UUID id;
    private UUID caseId;
    private UUID volunteerId;
    private Instant startedAt;
    private int period;
    @Nullable private Instant endedAt;
    @Nullable @Enumerated(EnumType.STRING) private EndReason endReason;
    @Nullable private String endedBy;
    @Version private @Nullable Integer version;

    /** For JPA. */
    @SuppressWarnings("NullAway")
    protected RunningSupport() {}

    private RunningSupport(UUID caseId, UUID volunteerId, Instant startedAt) {
        this.id = UUID.randomUUID();
        this.caseId = caseId;
        this.volunteerId = volunteerId;
        this.startedAt = startedAt;
        this.period = 1;
    }

    static RunningSupport begun(UUID caseId, UUID volunteerId, Instant at) {
        return new RunningSupport(caseId, volunteerId, at);
    }

    void goOn() {
        period++;
    }

    /** The first ending stays. @param by the account that said so, null when nobody of ours did @return whether it ended just now */
    boolean end(EndReason reason, @Nullable String by, Instant at) {
        if (ended()) {
            return false;
        }
        endReason = reason;
        endedBy = by;
        endedAt = at;
        return true;
    }

    boolean ended() {
        return endedAt != null;
    }

    UUID id() {
        return id;
    }

    UUID caseId() {
        return caseId;
    }

    UUID volunteerId() {
        return volunteerId;
    }

    int period() {
        return period;
    }

    Supports.Support view() {
        return new Supports.Support(id, caseId, volunteerId, startedAt, period, endedAt);
    }
}
