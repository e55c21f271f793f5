package org.apusilta.matching.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers who was chosen, by whom, from which place in the list and by which weights, so that choices can be looked at later. Public for {@code matching.web} only. */
@Component
public class Choices {

    /** One choice. @param place in the list as it was, from 1; null when nobody was chosen, or somebody who was no longer on it @param round whether it came out of a round */
    public record Choice(Instant at, @Nullable UUID volunteerId, @Nullable String by, @Nullable Integer place, @Nullable Integer score, @Nullable String reason,
            int weightsVersion, boolean round) {}

    private final JdbcClient jdbc;

    Choices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(UUID caseId, String taskId, @Nullable UUID volunteerId, @Nullable String by, @Nullable String reason, List<Scored> list, int version, Instant at) {
        var place = IntStream.range(0, list.size()).filter(i -> list.get(i).volunteerId().equals(volunteerId)).boxed().findFirst();
        jdbc.sql("""
                INSERT INTO apusilta.choice (case_id, task_id, volunteer_id, chosen_by, place_in_list, score, reason, weights_version, chosen_at)
                SELECT :case, :task, (SELECT id FROM apusilta.volunteer WHERE id = :volunteer), :by, :place, :score, :reason, :version, :at
                """).param("case", caseId).param("task", taskId).param("volunteer", volunteerId).param("by", by)
                .param("place", place.map(i -> i + 1).orElse(null)).param("score", place.map(i -> list.get(i).score()).orElse(null))
                .param("reason", reason).param("version", version).param("at", Timestamp.from(at)).update();
    }

    /** @return oldest first */
    public List<Choice> of(UUID caseId) {
        return jdbc.sql("""
                SELECT chosen_at AS at, volunteer_id, chosen_by AS by, place_in_list AS place, score, reason, weights_version, round_id IS NOT NULL AS round
                FROM apusilta.choice WHERE case_id = ? ORDER BY id""").param(caseId).query(Choice.class).list();
    }
}
