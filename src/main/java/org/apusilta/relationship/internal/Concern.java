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
public class Concern {

    /** Who was worried. */
    public enum By { CLIENT, VOLUNTEER, COORDINATOR }

    /** What came of it. */
    enum Outcome { CONTINUE, CHANGE, END, WITHDRAWN }

    /** What it is about. */
    public enum About {
        VISITS, TASKS, PEOPLE, HEALTH, MONEY, SAFETY, OTHER;

        /** Danger, abuse, money, health: the lead hears of it at once. */
        public boolean safeguarding() {
            return this == HEALTH || this == MONEY || this == SAFETY;
        }
    }

    @Id private UUID id;
    private UUID periodId;
    @Enumerated(EnumType.STRING) private By raisedBy;
    private Instant raisedAt;
    @Nullable @Enumerated(EnumType.STRING) private About about;
    private boolean urgent;
    @Nullable private String words;
    @Nullable private String recordedBy;
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

    /** In somebody's own words. @param recordedBy the account that heard it by phone, null when it came by link */
    static Concern told(UUID periodId, By by, About about, boolean urgent, String words, @Nullable String recordedBy, Instant at) {
        var concern = new Concern(periodId, by, at);
        concern.about = about;
        concern.urgent = urgent;
        concern.words = words;
        concern.recordedBy = recordedBy;
        return concern;
    }

    void settle(Outcome how, Instant at) {
        if (outcome == null) {
            outcome = how;
            settledAt = at;
        }
    }
}
