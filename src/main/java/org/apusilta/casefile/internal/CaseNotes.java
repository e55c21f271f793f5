package org.apusilta.casefile.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people wrote into cases. */
@Repository
class CaseNotes {

    /** What a note is about. */
    enum About { NOTE, WITHDRAWAL, REOPENING, DEATH, VOLUNTEER }

    /** @param author the account that wrote it */
    record Note(About about, String text, String author, Instant writtenAt) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    CaseNotes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    UUID add(UUID caseId, About about, String text, String author) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                INSERT INTO apusilta.case_note (id, case_id, about, text, author, written_at)
                VALUES (:id, :case, :about, :text, :author, :now)""")
                .param("id", id).param("case", caseId).param("about", about.name()).param("text", text)
                .param("author", author).param("now", clock.instant().atOffset(ZoneOffset.UTC)).update();
        return id;
    }

    List<Note> of(UUID caseId) {
        return jdbc.sql("SELECT about, text, author, written_at FROM apusilta.case_note WHERE case_id = :case ORDER BY written_at, id")
                .param("case", caseId)
                .query((row, i) -> new Note(About.valueOf(row.getString("about")), row.getString("text"), row.getString("author"),
                        row.getObject("written_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
