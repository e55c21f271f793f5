package org.apusilta.relationship.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The time until the next follow-up, with the process instance that counts it. What check-in links point at. */
@Entity
@Table(name = "follow_up_period")
class FollowUpPeriod {

    @Id private UUID id;
    private UUID supportId;
    private int number;
    @Nullable private String instanceId;
    private Instant beganAt;
    @Nullable private Instant askedAt;
    @Version private @Nullable Integer version;

    /** For JPA. */
    @SuppressWarnings("NullAway")
    protected FollowUpPeriod() {}

    FollowUpPeriod(UUID supportId, int number, Instant beganAt) {
        this.id = UUID.randomUUID();
        this.supportId = supportId;
        this.number = number;
        this.beganAt = beganAt;
    }

    void runsAs(String processInstanceId) {
        this.instanceId = processInstanceId;
    }

    void asked(Instant at) {
        this.askedAt = at;
    }

    UUID id() {
        return id;
    }

    @Nullable Instant askedAt() {
        return askedAt;
    }

    Instant beganAt() {
        return beganAt;
    }

    UUID supportId() {
        return supportId;
    }

    int number() {
        return number;
    }

    @Nullable String instanceId() {
        return instanceId;
    }
}
