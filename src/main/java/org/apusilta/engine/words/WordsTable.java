package org.apusilta.engine.words;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apusilta.engine.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of what people wrote. */
@Repository
class WordsTable implements Words {

    private final JdbcClient jdbc;
    private final Clock clock;

    WordsTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Words of an earlier round of the same step are not meant: asked again without a reason, there is no reason. */
    @Override
    public Optional<String> latest(UUID caseId, String taskKey, String field) {
        return jdbc.sql("""
                SELECT text FROM apusilta.words
                WHERE case_id = :case AND task_key = :task AND field = :field
                  AND written_at >= coalesce((SELECT max(entered_at) FROM apusilta.case_step WHERE case_id = :case AND step = :task), '-infinity')
                ORDER BY id DESC LIMIT 1""")
                .param("case", caseId).param("task", taskKey).param("field", field).query(String.class).optional();
    }

    @Override
    public Optional<String> at(String taskId, String field) {
        return jdbc.sql("SELECT text FROM apusilta.words WHERE task_id = :id AND field = :field ORDER BY id DESC LIMIT 1")
                .param("id", taskId).param("field", field).query(String.class).optional();
    }

    @Override
    public List<Word> of(UUID caseId) {
        return jdbc.sql("SELECT case_id, task_key, field, text, author, written_at FROM apusilta.words WHERE case_id = :case ORDER BY id")
                .param("case", caseId).query(WordsTable::word).list();
    }

    @Override
    public void keep(UUID caseId, String taskId, String taskKey, Map<String, String> words, String author) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        words.forEach((field, text) -> {
            if (!text.isBlank()) {
                jdbc.sql("""
                        INSERT INTO apusilta.words (case_id, task_id, task_key, field, text, author, written_at)
                        VALUES (:case, :id, :task, :field, :text, :author, :now)""")
                        .param("case", caseId).param("id", taskId).param("task", taskKey).param("field", field)
                        .param("text", text).param("author", author).param("now", now).update();
            }
        });
    }

    private static Word word(ResultSet row, int index) throws SQLException {
        return new Word(row.getObject("case_id", UUID.class), row.getString("task_key"), row.getString("field"),
                row.getString("text"), row.getString("author"), row.getObject("written_at", OffsetDateTime.class).toInstant());
    }
}
