package org.apusilta.volunteer.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Certificates of volunteering (R29). What one says is written down when it is given and never changes; the PDF is made of that. */
@Service
@Transactional
public class Certificates {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
    private static final String COLUMNS = "SELECT id, number, volunteer_id, name, since, issued_on, visits, minutes, kinds, trainings, languages, milestone, issued_by FROM apusilta.certificate ";

    private final JdbcClient database;
    private final Deeds deeds;
    private final Clock clock;

    Certificates(JdbcClient database, Deeds deeds, Clock clock) {
        this.database = database;
        this.deeds = deeds;
        this.clock = clock;
    }

    /** @param kinds what they have done, by code @param languages in which they can help, ISO 639 @param milestone null when it was asked for without one */
    public record Certificate(UUID id, long number, UUID volunteerId, String name, LocalDate since, LocalDate issuedOn, int visits, long minutes,
            List<String> kinds, List<String> trainings, List<String> languages, @Nullable String milestone, String issuedBy) {}

    /** @param milestone null when it is given because somebody asked @param by account @return its id */
    public UUID issue(UUID volunteerId, @Nullable String milestone, String by) {
        var done = deeds.of(volunteerId);
        var id = UUID.randomUUID();
        database.sql("""
                INSERT INTO apusilta.certificate (id, volunteer_id, name, since, issued_on, visits, minutes, kinds, trainings, languages, milestone, issued_by)
                SELECT :id, v.id, v.given_name || ' ' || v.family_name, v.joined_on, :today, :visits, :minutes, :kinds,
                  ARRAY(SELECT t.code FROM apusilta.volunteer_training t WHERE t.volunteer_id = v.id ORDER BY t.done_on, t.code),
                  ARRAY(SELECT l.code FROM apusilta.volunteer_language l WHERE l.volunteer_id = v.id AND l.level >= 'B1' ORDER BY l.level DESC, l.code), :milestone, :by
                FROM apusilta.volunteer v WHERE v.id = :volunteer""")
                .param("id", id).param("volunteer", volunteerId).param("today", LocalDate.now(clock.withZone(HELSINKI))).param("visits", done.visits())
                .param("minutes", done.minutes()).param("kinds", done.kinds().stream().sorted().toArray(String[]::new)).param("milestone", milestone).param("by", by).update();
        return id;
    }

    /** @return the certificates given to this volunteer, newest first */
    @Transactional(readOnly = true)
    public List<Certificate> of(UUID volunteerId) {
        return database.sql(COLUMNS + "WHERE volunteer_id = ? ORDER BY number DESC").param(volunteerId).query(Certificates::read).list();
    }

    /** @return the certificate with this id */
    @Transactional(readOnly = true)
    public Optional<Certificate> find(UUID id) {
        return database.sql(COLUMNS + "WHERE id = ?").param(id).query(Certificates::read).optional();
    }

    private static Certificate read(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        return new Certificate(row.getObject("id", UUID.class), row.getLong("number"), row.getObject("volunteer_id", UUID.class), row.getString("name"),
                row.getObject("since", LocalDate.class), row.getObject("issued_on", LocalDate.class), row.getInt("visits"), row.getLong("minutes"),
                texts(row.getArray("kinds")), texts(row.getArray("trainings")), texts(row.getArray("languages")), row.getString("milestone"), row.getString("issued_by"));
    }

    private static List<String> texts(java.sql.Array column) throws java.sql.SQLException {
        return List.of((String[]) column.getArray());
    }
}
