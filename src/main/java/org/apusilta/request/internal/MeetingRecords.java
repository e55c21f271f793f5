package org.apusilta.request.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apusilta.request.FirstMeetings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** First meetings in their tables. Public for {@code request.process} and {@code request.web} only. */
@Repository
@Transactional
public class MeetingRecords implements FirstMeetings {

    private final JdbcClient jdbc;
    private final Clock clock;

    MeetingRecords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps that these two meet. @param on null when agreed by phone, without a day on record */
    public void arranged(UUID caseId, UUID volunteerId, @Nullable LocalDate on, boolean accompanied) {
        jdbc.sql("INSERT INTO apusilta.first_meeting (id, case_id, volunteer_id, meets_on, accompanied, arranged_at) VALUES (?, ?, ?, ?, ?, ?)")
                .params(UUID.randomUUID(), caseId, volunteerId, on, accompanied, Timestamp.from(clock.instant())).update();
    }

    /** @return the meeting arranged last, when nobody was asked about it before; from now on they are */
    public Optional<Meeting> ask(UUID caseId) {
        return last(caseId).filter(meeting -> jdbc.sql("UPDATE apusilta.first_meeting SET asked_at = ? WHERE id = ? AND asked_at IS NULL")
                .params(Timestamp.from(clock.instant()), meeting.id()).update() == 1);
    }

    /** Keeps what was gone through when they met. */
    public void covered(UUID caseId, Collection<Topic> topics) {
        last(caseId).ifPresent(meeting -> jdbc.sql("UPDATE apusilta.first_meeting SET covered = string_to_array(?, ',') WHERE id = ?")
                .params(String.join(",", topics.stream().map(Enum::name).toList()), meeting.id()).update());
    }

    /** @return whether this side had not answered before; the first answer stays */
    public boolean answer(UUID meeting, String side, Felt felt, GoOn goOn, @Nullable String words) {
        return jdbc.sql("""
                INSERT INTO apusilta.meeting_answer (meeting_id, side, felt, go_on, words, answered_at) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING""").params(meeting, side, felt.name(), goOn.name(), words, Timestamp.from(clock.instant())).update() == 1;
    }

    /** @return whether this side has answered */
    @Transactional(readOnly = true)
    public boolean answered(UUID meeting, String side) {
        return jdbc.sql("SELECT count(*) FROM apusilta.meeting_answer WHERE meeting_id = ? AND side = ?").params(meeting, side)
                .query(Integer.class).single() == 1;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Meeting> of(UUID caseId) {
        return jdbc.sql("SELECT * FROM apusilta.first_meeting WHERE case_id = ? ORDER BY arranged_at, id").param(caseId).query(this::read).list();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<LocalDate> day(UUID caseId, UUID volunteerId) {
        return last(caseId).filter(meeting -> meeting.volunteerId().equals(volunteerId)).map(Meeting::on);
    }

    private Optional<Meeting> last(UUID caseId) {
        var all = of(caseId);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    private Meeting read(ResultSet row, int n) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var asked = row.getTimestamp("asked_at");
        return new Meeting(id, row.getObject("case_id", UUID.class), row.getObject("volunteer_id", UUID.class), row.getObject("meets_on", LocalDate.class),
                row.getBoolean("accompanied"), asked == null ? null : asked.toInstant(),
                Arrays.stream((String[]) row.getArray("covered").getArray()).map(Topic::valueOf).toList(),
                jdbc.sql("SELECT side, felt, go_on, words, answered_at AS at FROM apusilta.meeting_answer WHERE meeting_id = ? ORDER BY answered_at, side")
                        .param(id).query(Answer.class).list());
    }
}
