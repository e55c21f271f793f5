package org.apusilta.volunteer.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apusilta.volunteer.CareKind;
import org.apusilta.volunteer.CareLog;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The timeline of what has been done for each volunteer. */
@Service
@Transactional
public class CareEvents implements CareLog {

    private final JdbcClient database;
    private final Clock clock;

    CareEvents(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param by account, or {@code APUSILTA} @param words what it was, in the words of who noted it */
    public record Event(CareKind kind, LocalDate day, String by, @Nullable String words) {}

    @Override
    public void note(UUID volunteerId, CareKind kind, LocalDate day, String by) {
        note(volunteerId, kind, day, by, null);
    }

    /** As above, with what it was. Said again with other words, those stand below the first. */
    public void note(UUID volunteerId, CareKind kind, LocalDate day, String by, @Nullable String words) {
        database.sql("""
                INSERT INTO apusilta.care_event (volunteer_id, kind, day, noted_by, words, noted_at) VALUES (:id, :kind, :day, :by, :words, :now)
                ON CONFLICT (volunteer_id, kind, day) DO UPDATE SET words = left(concat_ws(E'\\n', care_event.words, excluded.words), 1000)
                WHERE excluded.words IS NOT NULL AND care_event.words IS DISTINCT FROM excluded.words""")
                .param("id", volunteerId).param("kind", kind.name()).param("day", day).param("by", by).param("words", words)
                .param("now", Timestamp.from(clock.instant())).update();
    }

    /** @return what has been done for this volunteer, newest first */
    @Transactional(readOnly = true)
    public List<Event> of(UUID volunteerId) {
        return database.sql("SELECT kind, day, noted_by AS \"by\", words FROM apusilta.care_event WHERE volunteer_id = ? ORDER BY day DESC, id DESC").param(volunteerId)
                .query(Event.class).list();
    }
}
