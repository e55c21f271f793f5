package org.apusilta.matching.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apusilta.matching.Matching.OfferState;
import org.apusilta.volunteer.Volunteers;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The client's half of an offer, kept beside the volunteer's. The first answer stays. */
@Component
class ClientSide {

    /** @param answer whether the client said yes; null while it is awaited @param answerBy null until the client is asked */
    record Row(UUID id, UUID caseId, UUID volunteerId, OfferState state, @Nullable String clientInstanceId, @Nullable Instant clientAnswerBy,
            @Nullable String clientAnswer) {

        boolean awaited() {
            return state == OfferState.ACCEPTED && clientAnswer == null && clientAnswerBy != null;
        }
    }

    private final JdbcClient jdbc;
    private final Volunteers volunteers;
    private final Clock clock;

    ClientSide(JdbcClient jdbc, Volunteers volunteers, Clock clock) {
        this.jdbc = jdbc;
        this.volunteers = volunteers;
        this.clock = clock;
    }

    Optional<Row> find(UUID offerId) {
        return jdbc.sql("SELECT id, case_id, volunteer_id, state, client_instance_id, client_answer_by, client_answer FROM apusilta.offer WHERE id = ?")
                .param(offerId).query(Row.class).optional();
    }

    @Transactional
    public void asked(UUID offerId, String instanceId, Instant answerBy) {
        jdbc.sql("UPDATE apusilta.offer SET client_instance_id = ?, client_answer_by = ? WHERE id = ?")
                .params(instanceId, Timestamp.from(answerBy), offerId).update();
    }

    /** @return whether the answer is awaited and the client was not reminded before */
    @Transactional
    public boolean reminded(UUID offerId) {
        return jdbc.sql("UPDATE apusilta.offer SET client_reminded_at = ? WHERE id = ? AND state = 'ACCEPTED' AND client_answer IS NULL AND client_reminded_at IS NULL")
                .params(Timestamp.from(clock.instant()), offerId).update() == 1;
    }

    /** @param means LINK, PHONE or PAPER @param by the account that heard it, null by link @return whether it was awaited until now */
    @Transactional
    public boolean answered(UUID offerId, boolean yes, String means, @Nullable String by) {
        return jdbc.sql("""
                UPDATE apusilta.offer SET client_answer = ?, client_means = ?, client_recorded_by = ?, client_answered_at = ?
                WHERE id = ? AND state = 'ACCEPTED' AND client_answer IS NULL""")
                .params(yes ? "YES" : "NO", means, by, Timestamp.from(clock.instant()), offerId).update() == 1;
    }

    /** After the client's no the volunteer's place is free again. @return whether it was booked until now */
    @Transactional
    public boolean declined(UUID offerId) {
        boolean changed = jdbc.sql("UPDATE apusilta.offer SET state = 'CLIENT_DECLINED' WHERE id = ? AND state = 'ACCEPTED' AND client_answer = 'NO'")
                .param(offerId).update() == 1;
        if (changed) {
            volunteers.letGo(find(offerId).orElseThrow().volunteerId(), null);
        }
        return changed;
    }
}
