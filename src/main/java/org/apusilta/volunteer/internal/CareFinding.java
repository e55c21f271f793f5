package org.apusilta.volunteer.internal;

import java.time.LocalDate;
import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apusilta.volunteer.internal.CareDue.Reason;
import org.apusilta.volunteer.internal.Milestones.Figure;
import org.apusilta.volunteer.internal.Milestones.Milestone;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds to whom care is due today. Whoever has left or mourns is spared; whoever rests is not called. A volunteer of a co-operation
 * organisation is thanked like all, but it is their organisation that keeps in touch and finds them tasks.
 */
@Service
@Transactional
public class CareFinding {

    private static final String NOT_SPARED = " v.status <> 'LEFT' AND NOT EXISTS (SELECT 1 FROM apusilta.volunteer_change m"
            + " WHERE m.volunteer_id = v.id AND m.what = 'COOLS_OFF' AND m.until >= :today) ";

    private static final String IN_TOUCH = " v.status = 'ACTIVE' AND v.organisation IS NULL AND (v.resting_until IS NULL OR v.resting_until < :today) ";

    private final JdbcClient database;
    private final CareDue due;
    private final Deeds deeds;
    private final Milestones milestones;
    private final CareRules rules;

    CareFinding(JdbcClient database, CareDue due, Deeds deeds, @Lazy Milestones milestones, CareRules rules) {
        this.database = database;
        this.due = due;
        this.deeds = deeds;
        this.milestones = milestones;
        this.rules = rules;
    }

    private record Member(UUID id, LocalDate joinedOn) {}

    private record Waits(UUID id, LocalDate since) {}

    /** @return how many occasions are new */
    public int find() {
        return milestones(rules.most()) + birthdays() + silent(rules.most()) + withoutTask(rules.most());
    }

    /** Milestones only, for the demo. @return how many are new */
    public int find(int mostMilestones) {
        return milestones(mostMilestones);
    }

    /** @return whether nothing cheerful may be sent to them now: they have left, or somebody they visited has died */
    @Transactional(readOnly = true)
    public boolean spared(UUID volunteerId) {
        return database.sql("SELECT count(*) FROM apusilta.volunteer v WHERE v.id = :id AND " + NOT_SPARED).param("id", volunteerId).param("today", due.today())
                .query(Integer.class).single() == 0;
    }

    int milestones(int most) {
        var done = deeds.all();
        var known = new HashSet<>(database.sql("SELECT volunteer_id || ' ' || occasion FROM apusilta.care_due WHERE reason = 'MILESTONE'").query(String.class).list());
        int found = 0;
        for (var member : database.sql("SELECT v.id, v.joined_on FROM apusilta.volunteer v WHERE" + NOT_SPARED + "ORDER BY v.joined_on, v.id")
                .param("today", due.today()).query(Member.class).list()) {
            var his = done.get(member.id());
            for (var one : reached(member.joinedOn(), his == null ? 0 : his.visits(), his == null ? 0 : his.minutes())) {
                if (found < most && !known.contains(member.id() + " " + one.code()) && due.found(member.id(), Reason.MILESTONE, one.code(), one.certificate())) {
                    found++;
                }
            }
        }
        return found;
    }

    private List<Milestone> reached(LocalDate joined, int visits, long minutes) {
        return java.util.stream.Stream.of(years(joined), milestones.reached(Figure.VISITS, visits), milestones.reached(Figure.HOURS, (int) (minutes / 60)))
                .flatMap(Optional::stream).toList();
    }

    private Optional<Milestone> years(LocalDate joined) {
        int years = Period.between(joined, due.today()).getYears();
        return joined.plusYears(years).isBefore(due.today().minus(rules.remembered())) ? Optional.empty() : milestones.reached(Figure.YEARS, years);
    }

    /** Today's, and those of the two days before should a round have been missed. Who was born on 29 February has it on the 28th in other years. */
    int birthdays() {
        int found = 0;
        for (int back = 0; back < 3; back++) {
            var day = due.today().minusDays(back);
            boolean also29 = day.getMonthValue() == 2 && day.getDayOfMonth() == 28 && !day.isLeapYear();
            for (UUID id : database.sql("SELECT v.id FROM apusilta.volunteer v JOIN apusilta.volunteer_birthday b ON b.volunteer_id = v.id WHERE b.month = :month AND b.day IN (:days) AND"
                    + NOT_SPARED).param("month", day.getMonthValue()).param("days", also29 ? List.of(28, 29) : List.of(day.getDayOfMonth()))
                    .param("today", due.today()).query(UUID.class).list()) {
                found += due.found(id, Reason.BIRTHDAY, String.valueOf(day.getYear()), false) ? 1 : 0;
            }
        }
        return found;
    }

    /** Counts from the last that was done for them, or from when we began to write it down. */
    int silent(int most) {
        return keep(Reason.SILENCE, due.today().minus(rules.silence()), most, """
                SELECT id, since FROM (SELECT v.id, greatest(v.joined_on, (SELECT day FROM apusilta.care_beginning),
                    (SELECT max(e.day) FROM apusilta.care_event e WHERE e.volunteer_id = v.id),
                    (SELECT max(c.settled_at)::date FROM apusilta.care_due c WHERE c.volunteer_id = v.id AND c.reason = 'SILENCE')) AS since
                  FROM apusilta.volunteer v WHERE
                """ + IN_TOUCH + """
                AND NOT EXISTS (SELECT 1 FROM apusilta.care_due o WHERE o.volunteer_id = v.id AND o.reason IN ('SILENCE', 'FIRST_TASK') AND o.settled_at IS NULL)) one
                WHERE since < :before ORDER BY since, id LIMIT :most""");
    }

    /** The promise is made to those who have begun since we make it, and made again when somebody chose to wait. */
    int withoutTask(int most) {
        return keep(Reason.FIRST_TASK, due.today().minus(rules.firstTask()), most, """
                SELECT id, since FROM (SELECT v.id, greatest(v.joined_on,
                    (SELECT max(c.settled_at)::date FROM apusilta.care_due c WHERE c.volunteer_id = v.id AND c.reason = 'FIRST_TASK')) AS since
                  FROM apusilta.volunteer v WHERE v.load = 0 AND v.last_ended_on IS NULL AND v.joined_on >= (SELECT day FROM apusilta.care_beginning) AND
                """ + IN_TOUCH + """
                AND NOT EXISTS (SELECT 1 FROM apusilta.care_due o WHERE o.volunteer_id = v.id AND o.reason = 'FIRST_TASK' AND o.settled_at IS NULL)) one
                WHERE since < :before ORDER BY since, id LIMIT :most""");
    }

    private int keep(Reason reason, LocalDate before, int most, String sql) {
        return (int) database.sql(sql).param("today", due.today()).param("before", before).param("most", most).query(Waits.class).list().stream()
                .filter(one -> due.found(one.id(), reason, one.since().toString(), false)).count();
    }
}
