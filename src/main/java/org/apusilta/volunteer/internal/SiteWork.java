package org.apusilta.volunteer.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apusilta.security.Access;
import org.apusilta.volunteer.SupportHours;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Volunteers at the city's sites, and those who answer for them there (R10): a responsible person sees the volunteers of their unit's sites,
 * confirms that they came, and names a deputy, who sees the same from the first to the last day.
 */
@Service
@Transactional
public class SiteWork {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
    private static final int FURTHEST_BACK = 92;

    private final JdbcClient jdbc;
    private final Access access;
    private final ObjectProvider<SupportHours> supports;
    private final Clock clock;

    SiteWork(JdbcClient jdbc, Access access, ObjectProvider<SupportHours> supports, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.supports = supports;
        this.clock = clock;
    }

    /** @param until last day, null while it goes on @param reference of the support whose visits count here */
    public record Place(UUID id, String site, LocalDate since, @Nullable LocalDate until, @Nullable UUID caseId) {}

    /** A volunteer at one site. @param minutes confirmed this year @param last day of the last attendance */
    public record Placed(UUID id, String site, String givenName, String familyName, @Nullable String phone, @Nullable String email, String status, LocalDate since, int minutes, @Nullable LocalDate last) {}

    /** A visit told by a volunteer that nobody has confirmed yet. */
    public record Told(UUID visit, UUID volunteer, String name, String site, LocalDate day, int minutes) {}

    /** @param own whether I named them, or they named me */
    public record Deputy(UUID id, String name, LocalDate firstDay, LocalDate lastDay, boolean own) {}

    /** A responsible person to choose. */
    public record Colleague(UUID id, String name, String unit) {}

    /** @return who I am among the responsible persons */
    @Transactional(readOnly = true)
    public Optional<UUID> me() {
        return jdbc.sql("SELECT responsible_id FROM apusilta.responsible_account WHERE account = ?").param(access.username()).query(UUID.class).optional();
    }

    /** @return codes of the sites whose volunteers the caller sees today: those of the own unit, and of those they stand in for */
    @Transactional(readOnly = true)
    public Set<String> mine() {
        return me().map(me -> (Set<String>) new TreeSet<>(jdbc.sql("""
                SELECT s.code FROM apusilta.site s JOIN apusilta.responsible_person p ON p.unit_code = s.unit_code
                WHERE p.id = :me OR p.id IN (SELECT d.responsible_id FROM apusilta.responsible_deputy d WHERE d.deputy_id = :me AND :today BETWEEN d.first_day AND d.last_day)""")
                .param("me", me).param("today", today()).query(String.class).list())).orElse(Set.of());
    }

    /** @return whose data the caller sees */
    @Transactional(readOnly = true)
    public Sight sight() {
        return new Sight(null, null, mine());
    }

    /** @return the volunteers at the caller's sites, by site and name */
    @Transactional(readOnly = true)
    public List<Placed> helpers() {
        return jdbc.sql("""
                SELECT v.id, w.site_code AS site, v.given_name, v.family_name, v.phone, v.email, v.status, w.since,
                  coalesce((SELECT sum(a.minutes) FROM apusilta.site_attendance a WHERE a.volunteer_id = v.id AND a.site_code = w.site_code AND a.day >= :year), 0)::int AS minutes,
                  (SELECT max(a.day) FROM apusilta.site_attendance a WHERE a.volunteer_id = v.id AND a.site_code = w.site_code) AS last
                FROM apusilta.volunteer_site w JOIN apusilta.volunteer v ON v.id = w.volunteer_id
                WHERE w.site_code = ANY (:sites) AND (w.until IS NULL OR w.until >= :today) AND v.merged_into IS NULL ORDER BY w.site_code, v.family_name, v.given_name, v.id""")
                .param("sites", mine().toArray(String[]::new)).param("today", today()).param("year", today().withDayOfYear(1)).query(Placed.class).list();
    }

    /** @return visits of supports that belong to the caller's sites and wait for a yes */
    @Transactional(readOnly = true)
    public List<Told> told() {
        record Link(UUID caseId, String site, String name) {}
        var links = jdbc.sql("""
                SELECT w.case_id, w.site_code AS site, v.given_name || ' ' || v.family_name AS name FROM apusilta.volunteer_site w JOIN apusilta.volunteer v ON v.id = w.volunteer_id
                WHERE w.case_id IS NOT NULL AND w.site_code = ANY (:sites) AND (w.until IS NULL OR w.until >= :today)""")
                .param("sites", mine().toArray(String[]::new)).param("today", today()).query(Link.class).list();
        var hours = supports.getIfAvailable();
        if (links.isEmpty() || hours == null) {
            return List.of();
        }
        var known = new TreeSet<>(jdbc.sql("SELECT visit_id FROM apusilta.site_attendance WHERE visit_id IS NOT NULL AND site_code = ANY (:sites)").param("sites", mine().toArray(String[]::new))
                .query(UUID.class).list());
        return hours.visits(links.stream().map(Link::caseId).toList(), today().minusDays(FURTHEST_BACK), today()).stream().filter(visit -> !known.contains(visit.id()))
                .flatMap(visit -> links.stream().filter(link -> link.caseId().equals(visit.caseId())).limit(1)
                        .map(link -> new Told(visit.id(), visit.volunteerId(), link.name(), link.site(), visit.day(), visit.minutes()))).toList();
    }

    /** Confirms a visit the volunteer has told of. @return false when it is not the caller's, or was confirmed */
    public boolean confirm(UUID visit) {
        return told().stream().filter(one -> one.visit().equals(visit)).findFirst().map(one -> keep(one.volunteer(), one.site(), one.day(), one.minutes(), visit)).orElse(false);
    }

    /**
     * Keeps that a volunteer came. The same day again takes the new length.
     *
     * @throws AccessDeniedException when the site or the volunteer is not the caller's @throws IllegalArgumentException when the day or the length will not do
     */
    public void attended(UUID volunteer, String site, LocalDate day, int minutes) {
        if (helpers().stream().noneMatch(one -> one.id().equals(volunteer) && one.site().equals(site))) {
            throw new AccessDeniedException("not this unit");
        }
        if (day.isAfter(today()) || day.isBefore(today().minusDays(FURTHEST_BACK)) || minutes < 1 || minutes > 1440) {
            throw new IllegalArgumentException("day and length");
        }
        keep(volunteer, site, day, minutes, null);
    }

    private boolean keep(UUID volunteer, String site, LocalDate day, int minutes, @Nullable UUID visit) {
        return jdbc.sql("""
                INSERT INTO apusilta.site_attendance (id, volunteer_id, site_code, day, minutes, visit_id, confirmed_by, confirmed_at)
                VALUES (gen_random_uuid(), :volunteer, :site, :day, :minutes, :visit, :by, :now)
                ON CONFLICT (volunteer_id, site_code, day) DO UPDATE SET minutes = CASE WHEN excluded.visit_id IS NULL THEN excluded.minutes ELSE site_attendance.minutes END,
                  visit_id = coalesce(site_attendance.visit_id, excluded.visit_id), confirmed_by = excluded.confirmed_by, confirmed_at = excluded.confirmed_at""")
                .param("volunteer", volunteer).param("site", site).param("day", day).param("minutes", minutes).param("visit", visit).param("by", access.username())
                .param("now", Timestamp.from(clock.instant())).update() == 1;
    }

    /** @return those who stand in for the caller, and for whom the caller stands in, today or later */
    @Transactional(readOnly = true)
    public List<Deputy> deputies() {
        return me().map(me -> jdbc.sql("""
                SELECT d.id, p.given_name || ' ' || p.family_name AS name, d.first_day, d.last_day, d.responsible_id = :me AS own FROM apusilta.responsible_deputy d
                JOIN apusilta.responsible_person p ON p.id = CASE WHEN d.responsible_id = :me THEN d.deputy_id ELSE d.responsible_id END
                WHERE (d.responsible_id = :me OR d.deputy_id = :me) AND d.last_day >= :today ORDER BY d.first_day, name""").param("me", me).param("today", today()).query(Deputy.class).list())
                .orElse(List.of());
    }

    /** @return whom the caller may name: those of the own unit first */
    @Transactional(readOnly = true)
    public List<Colleague> colleagues(String language) {
        var name = switch (language) {
            case "sv" -> "name_sv";
            case "en" -> "name_en";
            default -> "name_fi";
        };
        return me().map(me -> jdbc.sql("SELECT p.id, p.given_name || ' ' || p.family_name AS name, u." + name + " AS unit FROM apusilta.responsible_person p JOIN apusilta.unit u ON u.code = p.unit_code"
                + " JOIN apusilta.responsible_person own ON own.id = :me WHERE p.id <> :me ORDER BY p.unit_code <> own.unit_code, unit, name").param("me", me).query(Colleague.class).list()).orElse(List.of());
    }

    /** @throws IllegalArgumentException when the days are the wrong way round, past, or more than a year */
    public void nameDeputy(UUID deputy, LocalDate firstDay, LocalDate lastDay) {
        var me = me().orElseThrow(() -> new AccessDeniedException("no responsible person"));
        if (lastDay.isBefore(firstDay) || lastDay.isBefore(today()) || lastDay.isAfter(today().plusYears(1)) || deputy.equals(me)
                || !jdbc.sql("SELECT EXISTS (SELECT 1 FROM apusilta.responsible_person WHERE id = ?)").param(deputy).query(Boolean.class).single()) {
            throw new IllegalArgumentException("deputy");
        }
        jdbc.sql("INSERT INTO apusilta.responsible_deputy (id, responsible_id, deputy_id, first_day, last_day, named_by, named_at) VALUES (gen_random_uuid(), ?, ?, ?, ?, ?, ?)")
                .params(me, deputy, firstDay, lastDay, access.username(), Timestamp.from(clock.instant())).update();
    }

    /** Ends what the caller named: from today on. */
    public void endDeputy(UUID id) {
        var me = me().orElseThrow(() -> new AccessDeniedException("no responsible person"));
        jdbc.sql("DELETE FROM apusilta.responsible_deputy WHERE id = ? AND responsible_id = ? AND first_day >= ?").params(id, me, today()).update();
        jdbc.sql("UPDATE apusilta.responsible_deputy SET last_day = :yesterday WHERE id = :id AND responsible_id = :me").param("yesterday", today().minusDays(1)).param("id", id).param("me", me).update();
    }

    /** @return where this volunteer helps or has helped, the newest first */
    @Transactional(readOnly = true)
    public List<Place> places(UUID volunteer) {
        return jdbc.sql("SELECT id, site_code AS site, since, until, case_id FROM apusilta.volunteer_site WHERE volunteer_id = ? ORDER BY since DESC, id").param(volunteer).query(Place.class).list();
    }

    /** @return the supports that run with this volunteer */
    @Transactional(readOnly = true)
    public List<SupportHours.Running> running(UUID volunteer) {
        var hours = supports.getIfAvailable();
        return hours == null ? List.of() : hours.running(volunteer);
    }

    /** @param caseId a running support of this volunteer, or null @throws IllegalArgumentException when it is not, or they help there already */
    public void helpsAt(UUID volunteer, String site, LocalDate since, @Nullable UUID caseId) {
        if (caseId != null && running(volunteer).stream().noneMatch(one -> one.caseId().equals(caseId))
                || !jdbc.sql("SELECT EXISTS (SELECT 1 FROM apusilta.site WHERE code = ?)").param(site).query(Boolean.class).single()
                || jdbc.sql("SELECT EXISTS (SELECT 1 FROM apusilta.volunteer_site WHERE volunteer_id = ? AND site_code = ? AND until IS NULL)").params(volunteer, site).query(Boolean.class).single()) {
            throw new IllegalArgumentException("site");
        }
        jdbc.sql("INSERT INTO apusilta.volunteer_site (id, volunteer_id, site_code, case_id, since, entered_by, entered_at) VALUES (gen_random_uuid(), :volunteer, :site, :case, :since, :by, :now)")
                .param("volunteer", volunteer).param("site", site).param("case", caseId).param("since", since).param("by", access.username()).param("now", Timestamp.from(clock.instant())).update();
    }

    /** From tomorrow on not there any more. @throws NoSuchElementException when there is no such place of this volunteer */
    public void leaves(UUID volunteer, UUID place) {
        if (jdbc.sql("UPDATE apusilta.volunteer_site SET until = greatest(since, :today) WHERE id = :id AND volunteer_id = :volunteer AND until IS NULL").param("today", today()).param("id", place)
                .param("volunteer", volunteer).update() == 0) {
            throw new NoSuchElementException("no such place");
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(HELSINKI));
    }
}
