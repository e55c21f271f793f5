package org.apusilta.matching.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers who was chosen, by whom, from which place in the list and by which weights, so that choices can be looked at later. */
@Component
class Choices {

    private final JdbcClient jdbc;

    Choices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(UUID caseId, String taskId, @Nullable UUID volunteerId, @Nullable String by, @Nullable String reason, List<Scored> list, Instant at) {
        var place = IntStream.range(0, list.size()).filter(i -> list.get(i).volunteerId().equals(volunteerId)).boxed().findFirst();
        jdbc.sql("""
                INSERT INTO apusilta.choice (case_id, task_id, volunteer_id, chosen_by, place_in_list, score, reason, weights_version, chosen_at)
                SELECT :case, :task, (SELECT id FROM apusilta.volunteer WHERE id = :volunteer), :by, :place, :score, :reason, :version, :at
                """).param("case", caseId).param("task", taskId).param("volunteer", volunteerId).param("by", by)
                .param("place", place.map(i -> i + 1).orElse(null)).param("score", place.map(i -> list.get(i).score()).orElse(null))
                .param("reason", reason).param("version", Weights.VERSION).param("at", Timestamp.from(at)).update();
    }
}
