package org.apusilta.matching.internal;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apusilta.matching.Waiting.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who waits since when, and each time we were in touch. The first answer of a contact stays. */
@Repository
class WaitingRows {

    /** How one case waits. */
    record Row(UUID caseId, String kind, String major, Instant beganAt, @Nullable Instant foundAt, @Nullable Instant leftAt, int contacts,
            @Nullable LocalDate contactOn, @Nullable LocalDate promisedOn) {}

    /** How long somebody else waited, or waits by now. */
    record Past(String kind, String major, double days, boolean found) {}

    /** One time we were in touch. */
    record ContactRow(UUID id, UUID caseId, int number, String instanceId, String way, Instant begunAt, LocalDate promisedOn, @Nullable Instant remindedAt,
            @Nullable Answer answer, @Nullable String interim, @Nullable String words, @Nullable String means, @Nullable String recordedBy,
            @Nullable Instant answeredAt, @Nullable Instant closedAt) {

        boolean awaited() {
            return answer == null && closedAt == null;
        }

        /** @return the last day for an answer by link: on the morning after it a person calls, so that the promise is kept */
        LocalDate answerBy() {
            return promisedOn.minusDays(1);
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    WaitingRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Row> find(UUID caseId) {
        return jdbc.sql("SELECT * FROM apusilta.waiting WHERE case_id = ?").param(caseId).query(Row.class).optional();
    }

    /** Begins the wait; one that has begun goes on, for what is asked for now. */
    void begin(UUID caseId, String kind, String major) {
        jdbc.sql("""
                INSERT INTO apusilta.waiting (case_id, kind, major, began_at) VALUES (?, ?, ?, ?)
                ON CONFLICT (case_id) DO UPDATE SET kind = excluded.kind, major = excluded.major WHERE waiting.found_at IS NULL""")
                .params(caseId, kind, major, now()).update();
    }

    void plan(UUID caseId, LocalDate contactOn, LocalDate promisedOn) {
        jdbc.sql("UPDATE apusilta.waiting SET contact_on = ?, promised_on = ? WHERE case_id = ?")
                .params(Date.valueOf(contactOn), Date.valueOf(promisedOn), caseId).update();
    }

    /** The planned contact takes place, or is put off: the next one is planned when this one is done. */
    void unplan(UUID caseId) {
        jdbc.sql("UPDATE apusilta.waiting SET contact_on = NULL, promised_on = NULL WHERE case_id = ?").param(caseId).update();
    }

    UUID contact(UUID caseId, String instanceId, String way, LocalDate promisedOn) {
        var id = UUID.randomUUID();
        int number = jdbc.sql("UPDATE apusilta.waiting SET contacts = contacts + 1, contact_on = NULL, promised_on = ? WHERE case_id = ? RETURNING contacts")
                .params(Date.valueOf(promisedOn), caseId).query(Integer.class).single();
        jdbc.sql("INSERT INTO apusilta.waiting_contact (id, case_id, number, instance_id, way, begun_at, promised_on) VALUES (?, ?, ?, ?, ?, ?, ?)")
                .params(id, caseId, number, instanceId, way, now(), Date.valueOf(promisedOn)).update();
        return id;
    }

    /** @return whether the answer is awaited and the client was not reminded before */
    boolean reminded(UUID id) {
        return jdbc.sql("UPDATE apusilta.waiting_contact SET reminded_at = ? WHERE id = ? AND answer IS NULL AND closed_at IS NULL AND reminded_at IS NULL")
                .params(now(), id).update() == 1;
    }

    /** @param means LINK or PHONE @param by the account that heard it, null by link @return whether it was awaited until now */
    boolean answered(UUID id, Answer answer, @Nullable String interim, @Nullable String words, String means, @Nullable String by) {
        boolean changed = jdbc.sql("""
                UPDATE apusilta.waiting_contact SET answer = ?, interim = ?, words = ?, means = ?, recorded_by = ?, answered_at = ?
                WHERE id = ? AND answer IS NULL AND closed_at IS NULL""")
                .params(answer.name(), interim, words, means, by, now(), id).update() == 1;
        if (changed) {
            jdbc.sql("UPDATE apusilta.waiting SET promised_on = NULL WHERE case_id = (SELECT case_id FROM apusilta.waiting_contact WHERE id = ?)").param(id).update();
        }
        return changed;
    }

    Optional<ContactRow> contact(UUID id) {
        return jdbc.sql("SELECT * FROM apusilta.waiting_contact WHERE id = ?").param(id).query(ContactRow.class).optional();
    }

    List<ContactRow> contacts(UUID caseId) {
        return jdbc.sql("SELECT * FROM apusilta.waiting_contact WHERE case_id = ? ORDER BY number").param(caseId).query(ContactRow.class).list();
    }

    /** Both have said yes: nobody asks any more. A later return to the queue does not undo that somebody was found. */
    void found(UUID caseId) {
        jdbc.sql("UPDATE apusilta.waiting SET found_at = coalesce(found_at, ?) WHERE case_id = ?").params(now(), caseId).update();
        quiet(caseId);
    }

    /** The case has ended. */
    void left(UUID caseId) {
        jdbc.sql("UPDATE apusilta.waiting SET left_at = coalesce(left_at, ?) WHERE case_id = ? AND found_at IS NULL").params(now(), caseId).update();
        quiet(caseId);
    }

    /** Nobody asks any more, for now. */
    void quiet(UUID caseId) {
        jdbc.sql("UPDATE apusilta.waiting_contact SET closed_at = ? WHERE case_id = ? AND answer IS NULL AND closed_at IS NULL").params(now(), caseId).update();
        jdbc.sql("UPDATE apusilta.waiting SET promised_on = NULL WHERE case_id = ? AND contact_on IS NULL").param(caseId).update();
    }

    /** @return the waits of everybody else in the last three years, until they ended or until now */
    List<Past> past(UUID caseId, Instant now) {
        return jdbc.sql("""
                SELECT kind, major, extract(epoch FROM coalesce(found_at, left_at, :now) - began_at) / 86400.0 AS days, found_at IS NOT NULL AS found
                FROM apusilta.waiting WHERE case_id <> :case AND began_at > cast(:now AS timestamptz) - interval '3 years' AND began_at <= :now""")
                .param("now", now.atOffset(java.time.ZoneOffset.UTC)).param("case", caseId).query(Past.class).list();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
