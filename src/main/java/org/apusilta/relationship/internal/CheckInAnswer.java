package org.apusilta.relationship.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** What one side said of one period. Written once, never changed. */
@Entity
@Table(name = "check_in")
class CheckInAnswer implements Persistable<UUID> {

    /** How it reached us. */
    enum Means { LINK, PHONE }

    @Id private UUID id;
    private UUID periodId;
    @Enumerated(EnumType.STRING) private Side side;
    @Enumerated(EnumType.STRING) private Means means;
    private int wellbeing;
    private boolean concern;
    @Nullable private String note;
    private Instant answeredAt;
    @Transient private boolean stored;

    /** For JPA. */
    @SuppressWarnings("NullAway")
    protected CheckInAnswer() {}

    CheckInAnswer(UUID periodId, Side side, Means means, int wellbeing, boolean concern, @Nullable String note, Instant at) {
        this.id = UUID.randomUUID();
        this.periodId = periodId;
        this.side = side;
        this.means = means;
        this.wellbeing = wellbeing;
        this.concern = concern;
        this.note = note;
        this.answeredAt = at;
    }

    Side side() {
        return side;
    }

    /** Whether it goes badly or rather badly: a reason to ask again soon. */
    boolean low() {
        return wellbeing <= 2;
    }

    boolean concern() {
        return concern;
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return !stored;
    }

    @PostLoad
    @PostPersist
    void nowStored() {
        stored = true;
    }
}
