package org.apusilta.matching.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apusilta.matching.Matching.ClientAnswer;
import org.apusilta.matching.Matching.OfferState;
import org.apusilta.volunteer.Volunteers;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Offers and the places booked for them. Each change of state is one conditional update, so of two at the same instant one
 * wins, and the booked place is given back exactly once: by the change that wins. A no is kept here and nowhere else (R21).
 */
@Component
class Offers {

    /** One offer as its row stands. */
    record Row(UUID id, UUID caseId, UUID volunteerId, String instanceId, OfferState state, Instant madeAt, Instant expiresAt,
            @Nullable Instant answeredAt, @Nullable Instant servingFrom, @Nullable String clientAnswer, @Nullable String clientMeans,
            @Nullable String clientRecordedBy, @Nullable Instant clientAnsweredAt, @Nullable Instant clientAnswerBy) {

        /** Whether the client has heard of this volunteer. */
        boolean clientTold() {
            return clientAnswerBy != null || clientAnsweredAt != null;
        }

        /** Whether the volunteer may know who the client is: both have said yes. */
        boolean knowsClient() {
            return state == OfferState.ACCEPTED && "YES".equals(clientAnswer);
        }

        boolean serving() {
            return servingFrom != null;
        }

        @Nullable ClientAnswer client() {
            return clientAnsweredAt == null ? null : new ClientAnswer("YES".equals(clientAnswer), clientMeans, clientRecordedBy, clientAnsweredAt);
        }
    }

    private final JdbcClient jdbc;
    private final Volunteers volunteers;
    private final Asks asks;
    private final Clock clock;

    Offers(JdbcClient jdbc, Volunteers volunteers, Asks asks, Clock clock) {
        this.jdbc = jdbc;
        this.volunteers = volunteers;
        this.asks = asks;
        this.clock = clock;
    }

    /** Books a place and writes the offer; the caller has checked the hard rules. @return empty when no place is free any more */
    @Transactional
    public Optional<Row> make(UUID caseId, UUID volunteerId, String instanceId, Instant expiresAt) {
        if (!hoursLeft(caseId, volunteerId) || !volunteers.reserve(volunteerId, kinds(caseId))) {
            return Optional.empty();
        }
        var id = UUID.randomUUID();
        jdbc.sql("INSERT INTO apusilta.offer (id, case_id, volunteer_id, instance_id, state, made_at, expires_at) VALUES (?, ?, ?, ?, 'OPEN', ?, ?)")
                .params(id, caseId, volunteerId, instanceId, Timestamp.from(clock.instant()), Timestamp.from(expiresAt)).update();
        return find(id);
    }

    private List<String> kinds(UUID caseId) {
        return jdbc.sql("SELECT kind FROM apusilta.request_kind WHERE request_id = ?").param(caseId).query(String.class).list();
    }

    /**
     * Whether the hours of this case still fit into the hours a week the volunteer gives. The volunteer's row is locked first, so that
     * of two bookings at once the second counts the first one's hours too.
     */
    private boolean hoursLeft(UUID caseId, UUID volunteerId) {
        jdbc.sql("SELECT 1 FROM apusilta.volunteer WHERE id = ? FOR NO KEY UPDATE").param(volunteerId).query(Integer.class).optional();
        return jdbc.sql("""
                SELECT v.hours_limit IS NULL OR v.hours_limit >= (SELECT coalesce(sum(w.hours), 0) FROM apusilta.weekly_hours w WHERE w.volunteer_id = v.id)
                    + coalesce((SELECT r.hours_per_week FROM apusilta.help_request r WHERE r.id = :case AND r.recurring), 0)
                FROM apusilta.volunteer v WHERE v.id = :volunteer""").param("case", caseId).param("volunteer", volunteerId).query(Boolean.class).optional().orElse(false);
    }

    /** @return whether it was open; a yes keeps the booked place, a no gives it back */
    @Transactional
    public boolean answer(UUID id, boolean yes) {
        boolean changed = change(id, "OPEN", yes ? OfferState.ACCEPTED : OfferState.DECLINED, true);
        if (changed && !yes) {
            giveBack(id);
        }
        return changed;
    }

    /**
     * The process of release 0.1.0 asks no client: there a coordinator brings both together, as for the offers accepted before
     * (V145). Whoever has been asked is left to their own answer.
     */
    @Transactional
    public void broughtTogether(UUID caseId) {
        jdbc.sql("UPDATE apusilta.offer SET client_answer = 'YES', client_answered_at = ? WHERE case_id = ? AND state = 'ACCEPTED' AND client_answer IS NULL AND client_instance_id IS NULL")
                .params(Timestamp.from(clock.instant()), caseId).update();
    }

    /** @return whether it was open until now */
    @Transactional
    public boolean expire(UUID id) {
        boolean changed = change(id, "OPEN", OfferState.EXPIRED, false);
        if (changed) {
            giveBack(id);
        }
        return changed;
    }

    /** @return the offer as it stood, when it was open or accepted until now */
    @Transactional
    public Optional<Row> release(UUID id) {
        var was = jdbc.sql(SELECT + "WHERE id = ? AND state IN ('OPEN', 'ACCEPTED') FOR UPDATE").param(id).query(Row.class).optional();
        was.ifPresent(offer -> {
            change(id, offer.state().name(), OfferState.RELEASED, false);
            volunteers.letGo(offer.volunteerId(), offer.serving() ? asks.today() : null);
        });
        return was;
    }

    /** It was let go for a reason that has nothing to do with the two: the same person may be asked again in this case. */
    @Transactional
    public void mayBeAskedAgain(UUID id) {
        jdbc.sql("UPDATE apusilta.offer SET may_be_asked_again = true WHERE id = ?").param(id).update();
    }

    /** @return cases in which this volunteer is asked, booked or serving */
    List<UUID> inHand(UUID volunteerId) {
        return jdbc.sql("SELECT case_id FROM apusilta.offer WHERE volunteer_id = ? AND state IN ('OPEN', 'ACCEPTED') ORDER BY made_at").param(volunteerId).query(UUID.class).list();
    }

    /** @return whether it was open and not yet reminded */
    @Transactional
    public boolean reminded(UUID id) {
        return jdbc.sql("UPDATE apusilta.offer SET reminded_at = ? WHERE id = ? AND state = 'OPEN' AND reminded_at IS NULL")
                .params(Timestamp.from(clock.instant()), id).update() == 1;
    }

    /** Both sides have confirmed: the support begins. */
    @Transactional
    public void serving(UUID caseId) {
        jdbc.sql("UPDATE apusilta.offer SET serving_from = ? WHERE case_id = ? AND state = 'ACCEPTED'")
                .params(Timestamp.from(clock.instant()), caseId).update();
    }

    Optional<Row> find(UUID id) {
        return jdbc.sql(SELECT + "WHERE id = ?").param(id).query(Row.class).optional();
    }

    List<Row> of(UUID caseId) {
        return jdbc.sql(SELECT + "WHERE case_id = ? ORDER BY made_at, id").param(caseId).query(Row.class).list();
    }

    private static final String SELECT = """
            SELECT id, case_id, volunteer_id, instance_id, state, made_at, expires_at, answered_at, serving_from,
                   client_answer, client_means, client_recorded_by, client_answered_at, client_answer_by FROM apusilta.offer
            """;

    private boolean change(UUID id, String from, OfferState to, boolean answered) {
        return jdbc.sql("UPDATE apusilta.offer SET state = ?, answered_at = coalesce(?, answered_at) WHERE id = ? AND state = ?")
                .params(to.name(), answered ? Timestamp.from(clock.instant()) : null, id, from).update() == 1;
    }

    private void giveBack(UUID id) {
        volunteers.letGo(find(id).orElseThrow().volunteerId(), null);
    }
}
