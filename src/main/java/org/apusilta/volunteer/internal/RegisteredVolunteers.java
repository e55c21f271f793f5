package org.apusilta.volunteer.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apusilta.volunteer.Changes;
import org.apusilta.volunteer.VolunteerChanged;
import org.apusilta.volunteer.VolunteerGone;
import org.apusilta.volunteer.VolunteerPaused;
import org.apusilta.volunteer.VolunteerReturned;
import org.apusilta.volunteer.Volunteers;
import org.apusilta.volunteer.internal.VolunteerChanges.What;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The register in our tables. Booking is one conditional UPDATE: counting first and inserting then overbooks. */
@Component
class RegisteredVolunteers implements Volunteers {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final VolunteerChanges changes;
    private final Changes history;
    private final Clock clock;

    RegisteredVolunteers(JdbcClient jdbc, ApplicationEventPublisher events, VolunteerChanges changes, Changes history, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.changes = changes;
        this.history = history;
        this.clock = clock;
    }

    @Override
    public Optional<Contact> contact(UUID id) {
        return Optional.ofNullable(contacts(List.of(id)).get(id));
    }

    @Override
    public Map<UUID, Contact> contacts(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var contacts = new HashMap<UUID, Contact>();
        if (ids.size() == 1) {
            // by far the most often, and whoever is merged into nobody is found without looking for others
            var id = ids.iterator().next();
            jdbc.sql("SELECT id, given_name, family_name, email, phone, language FROM apusilta.volunteer WHERE id = ? AND merged_into IS NULL").param(id)
                    .query(RegisteredVolunteers::contact).optional().ifPresent(one -> contacts.put(id, one));
            if (!contacts.isEmpty()) {
                return contacts;
            }
        }
        jdbc.sql("""
                SELECT asked.id AS asked, v.id, v.given_name, v.family_name, v.email, v.phone, v.language FROM unnest(cast(:ids AS uuid[])) AS asked (id)
                JOIN apusilta.volunteer v ON v.id = apusilta.volunteer_current(asked.id)""").param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> contacts.put(row.getObject("asked", UUID.class), contact(row, n))).list();
        return contacts;
    }

    private static Contact contact(ResultSet row, int n) throws SQLException {
        return new Contact(row.getObject("id", UUID.class), row.getString("given_name"), row.getString("family_name"), row.getString("email"), row.getString("phone"), row.getString("language"));
    }

    @Override
    public Optional<Profile> profile(UUID id) {
        return jdbc.sql("""
                SELECT given_name, birth_year, slots, x, y,
                  ARRAY(SELECT l.code FROM apusilta.volunteer_language l WHERE l.volunteer_id = v.id AND l.level >= 'B1' ORDER BY l.code) AS languages,
                  ARRAY(SELECT i.code FROM apusilta.volunteer_interest i WHERE i.volunteer_id = v.id ORDER BY i.code) AS interests
                FROM apusilta.volunteer v WHERE id = apusilta.volunteer_current(:id)""").param("id", id)
                .query((row, n) -> new Profile(row.getString("given_name"), row.getInt("birth_year"), texts(row.getArray("languages")),
                        texts(row.getArray("interests")), row.getObject("slots", Integer.class), row.getInt("x"), row.getInt("y"))).optional();
    }

    private static List<String> texts(java.sql.Array column) throws java.sql.SQLException {
        return List.of((String[]) column.getArray());
    }

    @Override
    @Transactional
    public boolean reserve(UUID id, Collection<String> kinds) {
        return jdbc.sql("SELECT apusilta.reserve(:id, :kinds, :today)").param("id", id).param("kinds", String.join(",", kinds)).param("today", today()).query(Boolean.class).single();
    }

    @Override
    @Transactional
    public List<String> lacks(UUID asked, Collection<String> kinds) {
        var id = current(asked);
        jdbc.sql("SELECT id FROM apusilta.volunteer WHERE id = ? FOR UPDATE").param(id).query(UUID.class).single();
        return jdbc.sql("SELECT apusilta.lacks(v, string_to_array(:kinds, ','), :today) FROM apusilta.volunteer v WHERE id = :id").param("id", id)
                .param("kinds", String.join(",", kinds)).param("today", today()).query((row, n) -> texts(row.getArray(1))).single();
    }

    @Override
    @Transactional
    public void letGo(UUID id, @Nullable LocalDate endedOn) {
        jdbc.sql("UPDATE apusilta.volunteer SET load = load - 1, last_ended_on = coalesce(:endedOn::date, last_ended_on) WHERE id = apusilta.volunteer_current(:id) RETURNING id")
                .param("id", id).param("endedOn", endedOn).query(UUID.class).optional().ifPresent(one -> events.publishEvent(new VolunteerChanged(one)));
    }

    @Override
    @Transactional
    public boolean leave(UUID asked, Reason reason, @Nullable String words, String by) {
        var id = current(asked);
        history.by(by);
        var former = jdbc.sql("SELECT status FROM apusilta.volunteer WHERE id = ? FOR UPDATE").param(id).query(String.class).optional();
        boolean left = jdbc.sql("UPDATE apusilta.volunteer SET status = 'LEFT', left_on = :today, resting_until = NULL WHERE id = :id AND status <> 'LEFT'")
                .param("id", id).param("today", today()).update() == 1;
        if (left) {
            var change = changes.keep(id, What.LEAVES, null, reason, words, by);
            events.publishEvent(new VolunteerChanged(id));
            events.publishEvent(new VolunteerGone(id, by));
            if (former.filter("APPLICANT"::equals).isPresent()) {
                changes.eraseInTime(change);
            } else {
                changes.follow(change);
            }
        }
        return left;
    }

    @Override
    @Transactional
    public boolean leave(UUID id, String by) {
        return leave(id, Reason.NOT_TOLD, null, by);
    }

    @Override
    @Transactional
    public boolean pause(UUID id, LocalDate until, String by) {
        return pause(id, until, Reason.NOT_TOLD, null, by);
    }

    @Override
    @Transactional
    public boolean pause(UUID asked, LocalDate until, Reason reason, @Nullable String words, String by) {
        var id = current(asked);
        boolean paused = jdbc.sql("UPDATE apusilta.volunteer SET resting_until = greatest(:until::date, :cool::date) WHERE id = :id AND status <> 'LEFT'")
                .param("id", id).param("until", until).param("cool", changes.coolUntil(id).orElse(null)).update() == 1;
        if (paused) {
            var change = changes.keep(id, What.PAUSES, until, reason, words, by);
            events.publishEvent(new VolunteerChanged(id));
            events.publishEvent(new VolunteerPaused(id, until, by));
            changes.follow(change);
        }
        return paused;
    }

    /** After something hard only a coordinator shortens what was set for them: the volunteer's own break ends, the quiet time stays. */
    @Override
    @Transactional
    public boolean comeBack(UUID asked, String by) {
        var id = current(asked);
        history.by(by);
        var rested = restingUntil(id).orElse(null);
        var cool = THEMSELVES.equals(by) ? changes.coolUntil(id).orElse(null) : null;
        boolean back = jdbc.sql("""
                UPDATE apusilta.volunteer SET resting_until = :cool::date, status = 'ACTIVE' WHERE id = :id
                AND (status = 'PAUSED' OR status = 'ACTIVE' AND resting_until >= :today AND resting_until IS DISTINCT FROM :cool::date)""")
                .param("id", id).param("cool", cool).param("today", today()).update() == 1;
        if (back) {
            var change = changes.keep(id, What.RETURNS, null, Reason.NOT_TOLD, null, by);
            events.publishEvent(new VolunteerChanged(id));
            if (rested != null) {
                events.publishEvent(new VolunteerReturned(id, rested, by));
            }
            changes.follow(change);
        }
        return back;
    }

    @Override
    @Transactional
    public void coolOff(UUID asked, LocalDate until, String by) {
        var id = current(asked);
        jdbc.sql("UPDATE apusilta.volunteer SET resting_until = greatest(resting_until, :until::date) WHERE id = :id AND status <> 'LEFT'")
                .param("id", id).param("until", until).update();
        changes.keep(id, What.COOLS_OFF, until, Reason.NOT_TOLD, null, by);
        events.publishEvent(new VolunteerChanged(id));
    }

    @Override
    public Optional<LocalDate> restingUntil(UUID id) {
        return jdbc.sql("SELECT resting_until FROM apusilta.volunteer WHERE id = apusilta.volunteer_current(:id) AND resting_until >= :today").param("id", id).param("today", today())
                .query(LocalDate.class).optional();
    }

    @Override
    public boolean away(UUID id, LocalDate day) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM apusilta.block_out WHERE volunteer_id = :id AND :day::date BETWEEN first_day AND last_day)")
                .param("id", id).param("day", day).query(Boolean.class).single();
    }

    @Override
    public boolean hasLeft(UUID id) {
        return jdbc.sql("SELECT count(*) FROM apusilta.volunteer WHERE id = apusilta.volunteer_current(:id) AND status = 'LEFT'").param("id", id).query(Integer.class).single() == 1;
    }

    /** Who was merged is asked for by their old id, too: by a link, or by a process that began before. */
    private UUID current(UUID asked) {
        return jdbc.sql("SELECT apusilta.volunteer_current(?)").param(asked).query(UUID.class).single();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(HELSINKI));
    }
}
