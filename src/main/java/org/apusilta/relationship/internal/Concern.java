package org.apusilta.relationship.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody is worried about a support; open until a coordinator has settled it. */
@Entity
@Table(name = "concern")
class Concern {

    /** Who was worried. */
    enum By { CLIENT, VOLUNTEER, COORDINATOR }

    /** What came of it. */
    enum Outcome { CONTINUE, CHANGE, END, WITHDRAWN }

    @Id private UUID id;
    private UUID periodId;
    @Enumerated(EnumType.STRING) private By raisedBy;
    private Instant raisedAt;
    @Nullable @Enumerated(EnumType.STRING) private Outcome outcome;
    @Nullable private Instant settledAt;

    /** For JPA. */
    @SuppressWarnings("NullAway")
    protected Concern() {}

    Concern(UUID periodId, By raisedBy, Instant raisedAt) {
        this.id = UUID.randomUUID();
        this.periodId = periodId;
        this.raisedBy = raisedBy;
        this.raisedAt = raisedAt;
    }

    void settle(Outcome how, Instant at) {
        if (outcome == null) {
            outcome = how;
            settledAt = at;
        }
    }
}
