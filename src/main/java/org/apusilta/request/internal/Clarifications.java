package org.apusilta.request.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apusilta.request.People;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Questions to whoever asked, and their answers: stored here first, told to the process afterwards. */
@Service
@Transactional
public class Clarifications {

    /** @param question null when the general question was asked @param instanceId of the clarify-request that waits */
    public record Clarification(UUID id, UUID requestId, String instanceId, @Nullable String question, Instant askedAt,
            @Nullable String answer, @Nullable Instant answeredAt, People.@Nullable Means means, @Nullable String recordedBy) {}

    private static final String SELECT = "select id, request_id, instance_id, question, asked_at, answer, answered_at, means, recorded_by from apusilta.clarification ";

    private final JdbcClient database;
    private final Clock clock;

    Clarifications(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @return the id of the question, the subject of its link */
    public UUID ask(UUID caseId, String instanceId, @Nullable String question) {
        var id = UUID.randomUUID();
        database.sql("insert into apusilta.clarification (id, request_id, instance_id, question, asked_at) values (:id, :case, :instance, :question, :now)")
                .param("id", id).param("case", caseId).param("instance", instanceId).param("question", question)
                .param("now", Timestamp.from(clock.instant())).update();
        return id;
    }

    /** @return the question this instance asked last, when it has no answer yet */
    public Optional<Clarification> open(String instanceId) {
        return database.sql(SELECT + "where instance_id = :instance order by asked_at desc, id limit 1").param("instance", instanceId)
                .query(Clarification.class).optional().filter(c -> c.answeredAt() == null);
    }

    /** @return the question with this id */
    public Optional<Clarification> find(UUID id) {
        return database.sql(SELECT + "where id = :id").param("id", id).query(Clarification.class).optional();
    }

    /** @return the questions of this case, oldest first */
    public List<Clarification> of(UUID caseId) {
        return database.sql(SELECT + "where request_id = :case order by asked_at").param("case", caseId).query(Clarification.class).list();
    }

    /** @param recordedBy who wrote it down, null for a link @return false when it was answered before; the first answer stays */
    public boolean answer(UUID id, String text, People.Means means, @Nullable String recordedBy) {
        return database.sql("""
                update apusilta.clarification set answer = :text, answered_at = :now, means = :means, recorded_by = :by
                where id = :id and answered_at is null""")
                .param("text", text).param("means", means.name()).param("by", recordedBy).param("now", Timestamp.from(clock.instant())).param("id", id).update() == 1;
    }
}
