package org.apusilta.volunteer.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.apusilta.catalogue.Texts;
import org.apusilta.volunteer.CareKind;
import org.apusilta.volunteer.VolunteerGone;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Recreation events: seats, invitations, answers, who came. A seat is one conditional update, so two never get the last one. */
@Service
@Transactional
public class Recreations {

    static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
    private static final int MOST = 500;

    private static final String COLUMNS = "SELECT id, title_fi, title_sv, title_en, place, starts_at, ends_at, answer_by, seats, taken, major, planned_by, instance_id, cancelled_at, noted_at FROM apusilta.recreation ";

    private final JdbcClient database;
    private final CareFinding finding;
    private final CareEvents events;
    private final CareLetters letters;
    private final Clock clock;

    Recreations(JdbcClient database, CareFinding finding, CareEvents events, CareLetters letters, Clock clock) {
        this.database = database;
        this.finding = finding;
        this.events = events;
        this.letters = letters;
        this.clock = clock;
    }

    /** @param major whose coordinators look after it @param notedAt when it was written down who came */
    public record Recreation(UUID id, String titleFi, String titleSv, String titleEn, String place, Instant startsAt, Instant endsAt, LocalDate answerBy, int seats, int taken,
            String major, String plannedBy, @Nullable String instanceId, @Nullable Instant cancelledAt, @Nullable Instant notedAt) {

        public String title(Locale language) {
            return new Texts(titleFi, titleSv, titleEn).in(language);
        }

        public LocalDate day() {
            return LocalDate.ofInstant(startsAt, HELSINKI);
        }
    }

    /** @param answer YES, NO or null @param came null while nobody has said */
    public record Invited(UUID id, UUID recreationId, UUID volunteerId, String name, String major, @Nullable Instant sentAt, @Nullable String answer, @Nullable String means,
            @Nullable Boolean came) {}

    /** Somebody who may be invited. */
    public record Guest(UUID id, String name) {}

    /** Whom a segment holds. @param majors of those who may be invited @param language fi, sv, en or blank @param kind of help or blank @param years at least so long with us */
    public record Segment(Collection<String> majors, String language, String kind, int years) {}

    /** What became of an answer. FULL: no seat was left. LATE: the day to answer by, or the event, is past. */
    public enum Answered { YES, NO, FULL, LATE, CANCELLED }

    public void plan(Recreation planned) {
        database.sql("""
                INSERT INTO apusilta.recreation (id, title_fi, title_sv, title_en, place, starts_at, ends_at, answer_by, seats, major, planned_by, planned_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""").params(planned.id(), planned.titleFi(), planned.titleSv(), planned.titleEn(), planned.place(),
                Timestamp.from(planned.startsAt()), Timestamp.from(planned.endsAt()), planned.answerBy(), planned.seats(), planned.major(), planned.plannedBy(), now()).update();
    }

    public void begun(UUID id, String instanceId) {
        database.sql("UPDATE apusilta.recreation SET instance_id = ? WHERE id = ?").params(instanceId, id).update();
    }

    @Transactional(readOnly = true)
    public Optional<Recreation> find(UUID id) {
        return database.sql(COLUMNS + "WHERE id = ?").param(id).query(Recreation.class).optional();
    }

    /** @return those to come and those of the last half year, the next first */
    @Transactional(readOnly = true)
    public List<Recreation> all() {
        return database.sql(COLUMNS + "WHERE starts_at > ? ORDER BY starts_at DESC").param(Timestamp.from(clock.instant().minus(java.time.Duration.ofDays(183)))).query(Recreation.class).list();
    }

    /** @return who may be invited still: active, not mourning, of these districts and this segment; by name */
    @Transactional(readOnly = true)
    public List<Guest> guests(UUID id, Segment segment) {
        return segment.majors().isEmpty() ? List.of() : database.sql("""
                SELECT v.id, v.given_name || ' ' || v.family_name AS name FROM apusilta.volunteer v JOIN apusilta.district d ON d.code = v.district
                WHERE d.major_code IN (:majors) AND v.status = 'ACTIVE' AND (:language = '' OR v.language = :language) AND v.joined_on <= :since
                  AND (:kind = '' OR EXISTS (SELECT 1 FROM apusilta.volunteer_kind k WHERE k.volunteer_id = v.id AND k.kind_code = :kind))
                  AND NOT EXISTS (SELECT 1 FROM apusilta.recreation_invitation i WHERE i.volunteer_id = v.id AND i.recreation_id = :id)
                  AND NOT EXISTS (SELECT 1 FROM apusilta.volunteer_change m WHERE m.volunteer_id = v.id AND m.what = 'COOLS_OFF' AND m.until >= :today)
                ORDER BY v.family_name, v.given_name, v.id LIMIT :most""").param("majors", segment.majors()).param("language", segment.language()).param("kind", segment.kind())
                .param("since", today().minusYears(segment.years())).param("id", id).param("today", today()).param("most", MOST).query(Guest.class).list();
    }

    /** @return how many are newly invited; only those of these districts are */
    public int invite(UUID id, Collection<UUID> volunteers, Collection<String> majors) {
        return volunteers.isEmpty() || majors.isEmpty() ? 0 : database.sql("""
                INSERT INTO apusilta.recreation_invitation (id, recreation_id, volunteer_id, invited_at)
                SELECT gen_random_uuid(), :id, v.id, :now FROM apusilta.volunteer v JOIN apusilta.district d ON d.code = v.district
                WHERE v.id IN (:volunteers) AND d.major_code IN (:majors) AND v.status = 'ACTIVE' ON CONFLICT DO NOTHING""")
                .param("id", id).param("now", now()).param("volunteers", volunteers).param("majors", majors).update();
    }

    /** @return all who are invited, by name */
    @Transactional(readOnly = true)
    public List<Invited> invited(UUID id) {
        return invitations("WHERE i.recreation_id = ? ORDER BY v.family_name, v.given_name, v.id", id);
    }

    @Transactional(readOnly = true)
    public Optional<Invited> invitation(UUID id) {
        return invitations("WHERE i.id = ?", id).stream().findFirst();
    }

    /** @return the invitations this volunteer has got */
    @Transactional(readOnly = true)
    public List<Invited> invitationsOf(UUID volunteerId) {
        return invitations("WHERE i.volunteer_id = ? AND i.sent_at IS NOT NULL ORDER BY i.invited_at", volunteerId);
    }

    /** Writes to those who have not had their letter, but for those who have left or mourn meanwhile. */
    public void send(UUID id) {
        var event = find(id).orElseThrow();
        unsent("i.sent_at IS NULL", id).forEach(one -> {
            mark("sent_at", one.id());
            letters.invitation(one.volunteerId(), event, one.id(), "recreation-invitation");
        });
    }

    /** Reminds those who have not answered, once. */
    public void remind(UUID id) {
        var event = find(id).orElseThrow();
        unsent("i.sent_at IS NOT NULL AND i.reminded_at IS NULL AND i.answer IS NULL", id).forEach(one -> {
            mark("reminded_at", one.id());
            letters.invitation(one.volunteerId(), event, one.id(), "recreation-reminder");
        });
    }

    private List<Invited> unsent(String condition, UUID id) {
        return invitations("WHERE i.recreation_id = ? AND " + condition, id).stream().filter(one -> !finding.spared(one.volunteerId())).toList();
    }

    private void mark(String column, UUID invitation) {
        database.sql("UPDATE apusilta.recreation_invitation SET " + column + " = ? WHERE id = ?").params(now(), invitation).update();
    }

    /** Takes or gives back a seat. The answer can be changed until the event begins. @param by the account that heard it by phone, null by link */
    public Answered answer(UUID invitation, boolean comes, @Nullable String by) {
        var before = database.sql("SELECT recreation_id, coalesce(answer, '') FROM apusilta.recreation_invitation WHERE id = ? FOR UPDATE").param(invitation)
                .query((row, n) -> java.util.Map.entry(row.getObject(1, UUID.class), row.getString(2))).single();
        var event = find(before.getKey()).orElseThrow();
        boolean had = before.getValue().equals("YES");
        if (event.cancelledAt() != null) {
            return Answered.CANCELLED;
        }
        if (!clock.instant().isBefore(event.startsAt()) || comes && !had && today().isAfter(event.answerBy())) {
            return Answered.LATE;
        }
        if (comes && !had && seat(event.id(), 1) == 0) {
            mark("wanted_at", invitation);
            return Answered.FULL;
        }
        database.sql("UPDATE apusilta.recreation_invitation SET answer = ?, answered_at = ?, means = ?, recorded_by = ?, wanted_at = NULL WHERE id = ?")
                .params(comes ? "YES" : "NO", now(), by == null ? "LINK" : "PHONE", by, invitation).update();
        if (!comes && had) {
            seat(event.id(), -1);
            offerSeat(event);
        }
        return comes ? Answered.YES : Answered.NO;
    }

    /** All who found it full hear that a seat is free again, once; who answers first has it. After the last day to answer nobody is told. */
    private void offerSeat(Recreation event) {
        if (!today().isAfter(event.answerBy())) {
            unsent("i.wanted_at IS NOT NULL", event.id()).forEach(one -> {
                database.sql("UPDATE apusilta.recreation_invitation SET wanted_at = NULL WHERE id = ?").param(one.id()).update();
                letters.invitation(one.volunteerId(), event, one.id(), "recreation-seat-free");
            });
        }
    }

    private int seat(UUID id, int more) {
        return database.sql("UPDATE apusilta.recreation SET taken = taken + :more WHERE id = :id AND taken + :more BETWEEN 0 AND seats").param("more", more).param("id", id).update();
    }

    /** Their seat is free for somebody else. */
    @EventListener
    void on(VolunteerGone gone) {
        database.sql("""
                WITH gone AS (DELETE FROM apusilta.recreation_invitation i USING apusilta.recreation r WHERE r.id = i.recreation_id AND i.volunteer_id = :id AND r.starts_at > :now
                  RETURNING i.recreation_id, i.answer)
                UPDATE apusilta.recreation r SET taken = taken - 1 FROM gone WHERE gone.recreation_id = r.id AND gone.answer = 'YES' AND r.cancelled_at IS NULL RETURNING r.id""")
                .param("id", gone.volunteerId()).param("now", now()).query(UUID.class).list().forEach(id -> offerSeat(find(id).orElseThrow()));
    }

    /** @return false when it had been cancelled or is over */
    public boolean cancel(UUID id) {
        return database.sql("UPDATE apusilta.recreation SET cancelled_at = ? WHERE id = ? AND cancelled_at IS NULL AND starts_at > ?").params(now(), id, now()).update() == 1;
    }

    /** Tells everybody who was invited and has not said no. From now on nobody knows what anybody said. */
    public void tellCancelled(UUID id) {
        var event = find(id).orElseThrow();
        invited(id).stream().filter(one -> one.sentAt() != null && !"NO".equals(one.answer())).filter(one -> !finding.spared(one.volunteerId()))
                .forEach(one -> letters.recreationCancelled(one.volunteerId(), event));
        database.sql("UPDATE apusilta.recreation_invitation SET answer = NULL, answered_at = NULL, means = NULL, recorded_by = NULL, wanted_at = NULL WHERE recreation_id = ?").param(id).update();
        database.sql("UPDATE apusilta.recreation SET taken = 0 WHERE id = ?").param(id).update();
    }

    /** Writes down who came, of those who were invited. */
    public void came(UUID id, Collection<UUID> who) {
        if (!who.isEmpty()) {
            database.sql("UPDATE apusilta.recreation_invitation SET came = true WHERE recreation_id = :id AND volunteer_id IN (:who)").param("id", id).param("who", who).update();
        }
    }

    /** Whoever came has it in their timeline. From now on nobody knows who said no, or nothing. @param held false when it was not */
    public void note(UUID id, boolean held) {
        var event = find(id).orElseThrow();
        if (held) {
            invited(id).stream().filter(one -> Boolean.TRUE.equals(one.came()))
                    .forEach(one -> events.note(one.volunteerId(), CareKind.RECREATION, event.day(), event.plannedBy(), event.titleFi()));
        }
        database.sql("DELETE FROM apusilta.recreation_invitation WHERE recreation_id = ? AND came IS DISTINCT FROM true").param(id).update();
        database.sql("UPDATE apusilta.recreation SET noted_at = ? WHERE id = ?").params(now(), id).update();
    }

    private List<Invited> invitations(String where, UUID id) {
        return database.sql("""
                SELECT i.id, i.recreation_id, i.volunteer_id, v.given_name || ' ' || v.family_name AS name, d.major_code AS major, i.sent_at, i.answer, i.means, i.came
                FROM apusilta.recreation_invitation i JOIN apusilta.volunteer v ON v.id = i.volunteer_id JOIN apusilta.district d ON d.code = v.district
                """ + where).param(id).query(Invited.class).list();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(HELSINKI));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
