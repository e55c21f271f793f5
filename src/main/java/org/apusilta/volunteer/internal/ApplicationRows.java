package org.apusilta.volunteer.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.apusilta.volunteer.Application;
import org.apusilta.volunteer.Application.Outcome;
import org.apusilta.volunteer.NewApplication;
import org.apusilta.volunteer.NewApplication.Age;
import org.apusilta.volunteer.NewApplication.Group;
import org.apusilta.volunteer.NewApplication.GroupKind;
import org.apusilta.volunteer.NewApplication.Guardian;
import org.apusilta.volunteer.NewApplication.HeardFrom;
import org.apusilta.volunteer.NewApplication.Home;
import org.apusilta.volunteer.NewApplication.Person;
import org.apusilta.volunteer.Vocabulary;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of applications. */
@Repository
class ApplicationRows {

    static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    private static final String SELECT = """
            SELECT a.*, d.major_code AS major,
              ARRAY(SELECT k.kind FROM apusilta.application_kind k JOIN apusilta.kind c ON c.code = k.kind WHERE k.application_id = a.id ORDER BY c.position) AS kinds,
              ARRAY(SELECT l.code || ' ' || l.level FROM apusilta.application_language l WHERE l.application_id = a.id ORDER BY l.level DESC, l.code) AS spoken
            FROM apusilta.application a JOIN apusilta.district d ON d.code = a.district
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ApplicationRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return whether it is new; false when this form was sent before */
    boolean add(UUID id, NewApplication application) {
        var now = clock.instant();
        var group = application.group();
        var guardian = application.guardian();
        boolean added = jdbc.sql("""
                INSERT INTO apusilta.application (id, reference, sending, received_at, means, entered_by, group_kind, group_name, group_size, given_name, family_name,
                    email, phone, birth_year, age_band, language, district, reach_m, slots, practise_finnish, car, strength, pets_ok, smoke_ok, motivation,
                    heard_from, guardian_name, guardian_email, guardian_phone)
                VALUES (:id, 'VA-' || :year || '-' || lpad(nextval('apusilta.application_number')::text, 6, '0'), :sending, :now, :means, :by, :groupKind, :groupName,
                    :groupSize, :given, :family, :email, :phone, :birthYear, :age, :language, :district, :reach, :slots, :practise, :car, :strength, :pets, :smoke,
                    :motivation, :heard, :guardian, :guardianEmail, :guardianPhone) ON CONFLICT (sending) DO NOTHING""")
                .param("id", id).param("year", String.valueOf(LocalDate.ofInstant(now, HELSINKI).getYear())).param("sending", application.sending())
                .param("now", Timestamp.from(now)).param("means", application.enteredBy() == null ? "PAGE" : "PHONE").param("by", application.enteredBy())
                .param("groupKind", group == null ? null : group.kind().name()).param("groupName", group == null ? null : group.name())
                .param("groupSize", group == null ? null : group.size())
                .param("given", application.person().givenName()).param("family", application.person().familyName())
                .param("email", application.person().email()).param("phone", application.person().phone())
                .param("birthYear", application.birthYear()).param("age", name(application.age())).param("language", application.language())
                .param("district", application.district()).param("reach", application.reachMetres())
                .param("slots", application.slots().isEmpty() ? null : Vocabulary.slots(application.slots())).param("practise", application.practiseFinnish())
                .param("car", application.home().car()).param("strength", application.home().strength()).param("pets", application.home().petsOk())
                .param("smoke", application.home().smokeOk()).param("motivation", application.motivation()).param("heard", name(application.heardFrom()))
                .param("guardian", guardian == null ? null : guardian.name()).param("guardianEmail", guardian == null ? null : guardian.email())
                .param("guardianPhone", guardian == null ? null : guardian.phone()).update() == 1;
        if (added) {
            application.kinds().forEach(kind -> jdbc.sql("INSERT INTO apusilta.application_kind (application_id, kind) VALUES (?, ?)").params(id, kind).update());
            application.languages().forEach((code, level) -> jdbc.sql("INSERT INTO apusilta.application_language (application_id, code, level) VALUES (?, ?, ?)")
                    .params(id, code, level).update());
        }
        return added;
    }

    void started(UUID id, String instance) {
        jdbc.sql("UPDATE apusilta.application SET instance_id = ? WHERE id = ?").params(instance, id).update();
    }

    UUID sent(UUID sending) {
        return jdbc.sql("SELECT id FROM apusilta.application WHERE sending = ?").param(sending).query(UUID.class).single();
    }

    Optional<Application> find(UUID id) {
        return jdbc.sql(SELECT + "WHERE a.id = ?").param(id).query(ApplicationRows::application).optional();
    }

    /** The first answer stays. @param by account that heard it on the phone, null by link @return whether this was the first */
    boolean guardianAnswered(UUID id, boolean yes, @Nullable String by) {
        return jdbc.sql("""
                UPDATE apusilta.application SET guardian_answer = ?, guardian_means = ?, guardian_by = ?, guardian_answered_at = ?
                WHERE id = ? AND guardian_answer IS NULL""")
                .params(yes ? "GIVEN" : "REFUSED", by == null ? "LINK" : "PHONE", by, Timestamp.from(clock.instant()), id).update() == 1;
    }

    /** Keeps who decided and why, before the process acts on it. */
    void decided(UUID id, @Nullable String by, @Nullable String reason) {
        jdbc.sql("UPDATE apusilta.application SET decided_by = ?, decided_reason = ? WHERE id = ? AND closed_at IS NULL").params(by, reason, id).update();
    }

    /** @return whether it was open until now */
    boolean close(UUID id, Outcome outcome) {
        return jdbc.sql("UPDATE apusilta.application SET outcome = ?, closed_at = ? WHERE id = ? AND closed_at IS NULL")
                .params(outcome.name(), Timestamp.from(clock.instant()), id).update() == 1;
    }

    void withdrawnBy(UUID id, String means) {
        jdbc.sql("UPDATE apusilta.application SET withdrawn_means = ? WHERE id = ?").params(means, id).update();
    }

    /** @return the sequence of the calendar entry that is sent now, from 0 */
    int nextInvitation(UUID id) {
        return jdbc.sql("UPDATE apusilta.application SET invitations = invitations + 1 WHERE id = ? RETURNING invitations - 1").param(id).query(Integer.class).single();
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static Application application(ResultSet row, int n) throws SQLException {
        var group = row.getString("group_kind");
        var guardian = row.getString("guardian_name");
        var outcome = row.getString("outcome");
        var age = row.getString("age_band");
        var heard = row.getString("heard_from");
        return new Application(row.getObject("id", UUID.class), row.getString("reference"), row.getString("instance_id"), row.getTimestamp("received_at").toInstant(),
                row.getString("entered_by"), group == null ? null : new Group(GroupKind.valueOf(group), row.getString("group_name"), row.getInt("group_size")),
                new Person(row.getString("given_name"), row.getString("family_name"), row.getString("email"), row.getString("phone")),
                row.getObject("birth_year", Integer.class), age == null ? null : Age.valueOf(age), row.getString("language"), row.getString("district"),
                row.getString("major"), row.getInt("reach_m"), row.getObject("slots", Integer.class), List.of((String[]) row.getArray("kinds").getArray()),
                spoken((String[]) row.getArray("spoken").getArray()), row.getBoolean("practise_finnish"),
                new Home(row.getBoolean("car"), row.getBoolean("strength"), row.getBoolean("pets_ok"), row.getBoolean("smoke_ok")), row.getString("motivation"),
                heard == null ? null : HeardFrom.valueOf(heard),
                guardian == null ? null : new Guardian(guardian, row.getString("guardian_email"), row.getString("guardian_phone")), row.getString("guardian_answer"),
                outcome == null ? null : Outcome.valueOf(outcome), row.getString("decided_by"), row.getString("decided_reason"), instant(row, "closed_at"));
    }

    private static Map<String, String> spoken(String[] codesAndLevels) {
        var levels = new TreeMap<String, String>();
        for (var one : codesAndLevels) {
            levels.put(one.substring(0, one.indexOf(' ')), one.substring(one.indexOf(' ') + 1));
        }
        return levels;
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
