package org.apusilta.volunteer.internal;

import java.sql.Array;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.catalogue.District;
import org.apusilta.catalogue.Kind;
import org.apusilta.volunteer.CasesInHand;
import org.apusilta.volunteer.HardEndings;
import org.apusilta.volunteer.VolunteerChanged;
import org.apusilta.volunteer.Volunteers;
import org.apusilta.volunteer.Volunteers.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was said of a volunteer's coming, going and wishes, and what follows from it, one verb a step of {@code volunteer-change}. */
@Service
@Transactional
public class VolunteerChanges {

    /** What was said. {@code COOLS_OFF} is set after something hard and nothing follows from it here. */
    public enum What { LEAVES, PAUSES, COOLS_OFF, RETURNS, WISHES }

    /** What a person made of wishes: as wished, talked over, not possible now. */
    public enum Outcome { ADOPTED, TALKED, NOT_NOW }

    /** @param until last day of a rest @param kinds of help they would like to give, with {@code WISHES} only @param outcome null while nobody has settled it */
    public record Change(long id, UUID volunteerId, What what, @Nullable LocalDate until, @Nullable Reason reason, @Nullable String words, List<String> kinds,
            String saidBy, Instant saidAt, @Nullable Outcome outcome) {}

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final ObjectProvider<ChangeProcess> process;
    private final ObjectProvider<HardEndings> hardEndings;
    private final ObjectProvider<CasesInHand> cases;
    private final ChangeLetters letters;
    private final Certificates certificates;
    private final ApplicationEventPublisher events;
    private final java.time.Period eraseAfter;
    private final Clock clock;

    /** @param eraseAfter how long after leaving the data is kept */
    VolunteerChanges(JdbcClient jdbc, Catalogue catalogue, ObjectProvider<ChangeProcess> process, ObjectProvider<HardEndings> hardEndings,
            ObjectProvider<CasesInHand> cases, ChangeLetters letters, Certificates certificates, ApplicationEventPublisher events,
            @Value("${apusilta.volunteers.erase-after}") java.time.Period eraseAfter, Clock clock) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.process = process;
        this.hardEndings = hardEndings;
        this.cases = cases;
        this.letters = letters;
        this.certificates = certificates;
        this.events = events;
        this.eraseAfter = eraseAfter;
        this.clock = clock;
    }

    /** @return its number */
    long keep(UUID id, What what, @Nullable LocalDate until, Reason reason, @Nullable String words, String by) {
        return jdbc.sql("INSERT INTO apusilta.volunteer_change (volunteer_id, what, until, reason, words, said_by, said_at) VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id")
                .params(id, what.name(), until, reason.name(), words, by, now()).query(Long.class).single();
    }

    /** Begins what follows, in the transaction of the change. */
    void follow(long changeId) {
        var change = find(changeId).orElseThrow();
        var district = jdbc.sql("SELECT district FROM apusilta.volunteer WHERE id = ?").param(change.volunteerId()).query(String.class).single();
        process.getObject().told(new ChangeProcess.Told(changeId, change.volunteerId(), catalogue.district(district).map(District::majorCode).orElseThrow(),
                change.what(), change.until(), change.what() == What.LEAVES && hurt(change)));
    }

    private boolean hurt(Change change) {
        return change.reason() == Reason.HARD || hardEndings.stream().anyMatch(one -> one.hurt(change.volunteerId()));
    }

    /**
     * Keeps what a volunteer would like to do otherwise; a person looks at it.
     *
     * @param kinds all the kinds of help they would like to give from now on; unknown ones are left out
     * @return false when nothing is wished, or they have left
     */
    public boolean wish(UUID id, Collection<String> kinds, @Nullable String words, String by) {
        var wanted = kinds.stream().filter(code -> catalogue.kind(code).isPresent()).distinct().sorted().toList();
        if (wanted.isEmpty() || wanted.equals(kindsOf(id)) && words == null
                || jdbc.sql("SELECT count(*) FROM apusilta.volunteer WHERE id = ? AND status <> 'LEFT'").param(id).query(Integer.class).single() == 0) {
            return false;
        }
        long change = keep(id, What.WISHES, null, Reason.NOT_TOLD, words, by);
        jdbc.sql("UPDATE apusilta.volunteer_change SET kinds = ? WHERE id = ?").params(wanted.toArray(String[]::new), change).update();
        follow(change);
        return true;
    }

    /** @return codes of the kinds of help this volunteer gives */
    @Transactional(readOnly = true)
    public List<String> kindsOf(UUID id) {
        return jdbc.sql("SELECT kind_code FROM apusilta.volunteer_kind WHERE volunteer_id = ? ORDER BY kind_code").param(id).query(String.class).list();
    }

    /** A person has looked at what was wished: it is taken into the register when they say so. */
    public void settle(long changeId, Outcome outcome, String by) {
        var change = find(changeId).orElseThrow();
        jdbc.sql("UPDATE apusilta.volunteer_change SET outcome = ?, settled_by = ?, settled_at = ? WHERE id = ?").params(outcome.name(), by, now(), changeId).update();
        if (outcome == Outcome.ADOPTED) {
            jdbc.sql("DELETE FROM apusilta.volunteer_kind WHERE volunteer_id = ?").param(change.volunteerId()).update();
            change.kinds().forEach(kind -> jdbc.sql("INSERT INTO apusilta.volunteer_kind (volunteer_id, kind_code) VALUES (?, ?)").params(change.volunteerId(), kind).update());
            events.publishEvent(new VolunteerChanged(change.volunteerId()));
        }
    }

    /** Tells what became of the wishes, unless they have left meanwhile. */
    public void answerWishes(long changeId) {
        var change = find(changeId).orElseThrow();
        if (jdbc.sql("SELECT status = 'LEFT' FROM apusilta.volunteer WHERE id = ?").param(change.volunteerId()).query(Boolean.class).single()) {
            return;
        }
        letters.wishes(change, change.kinds().stream().map(catalogue::kind).flatMap(Optional::stream).map(Kind::name).toList());
    }

    /** Confirms a rest by mail, unless something else has been said since. */
    public void confirmRest(long changeId) {
        standing(changeId).ifPresent(letters::rests);
    }

    /** The rest is over: says so, unless they have left, rest on for another reason, or something else has been said since. */
    public void tellReturn(long changeId) {
        standing(changeId).filter(change -> jdbc.sql("SELECT count(*) FROM apusilta.volunteer WHERE id = ? AND status = 'ACTIVE' AND (resting_until IS NULL OR resting_until < ?)")
                .params(change.volunteerId(), today()).query(Integer.class).single() == 1).ifPresent(change -> {
                    if (change.what() == What.PAUSES) {
                        keep(change.volunteerId(), What.RETURNS, null, Reason.NOT_TOLD, null, "-");
                    }
                    letters.returns(change);
                });
    }

    /** Says goodbye by mail. Never called for whoever has been hurt. */
    public void farewell(long changeId) {
        var change = find(changeId).orElseThrow();
        letters.farewell(change, LocalDate.ofInstant(change.saidAt(), HELSINKI), eraseOn(change), certificate(change));
    }

    /** The certificate of the end: given once, to whoever is called too. */
    private UUID certificate(Change change) {
        var leftOn = LocalDate.ofInstant(change.saidAt(), HELSINKI);
        return certificates.of(change.volunteerId()).stream().filter(one -> !one.issuedOn().isBefore(leftOn)).map(Certificates.Certificate::id).findFirst()
                .orElseGet(() -> certificates.issue(change.volunteerId(), null, "APUSILTA"));
    }

    /** From now on it is known when the data is to be erased; until then the certificate is on the own page. */
    public void startRetention(long changeId) {
        var change = find(changeId).orElseThrow();
        certificate(change);
        eraseInTime(changeId);
    }

    /** All that follows when an applicant turns back: there is nothing to thank for yet, and nothing to certify. */
    void eraseInTime(long changeId) {
        var change = find(changeId).orElseThrow();
        jdbc.sql("UPDATE apusilta.volunteer SET erase_on = ? WHERE id = ? AND status = 'LEFT'").params(eraseOn(change), change.volunteerId()).update();
    }

    private LocalDate eraseOn(Change change) {
        return LocalDate.ofInstant(change.saidAt(), HELSINKI).plus(eraseAfter);
    }

    /** @return how many cases have not heard of it yet, or hold on to somebody who has left */
    @Transactional(readOnly = true)
    public int unheard(UUID volunteerId) {
        return cases.stream().mapToInt(one -> Math.max(one.unheard(volunteerId), one.count(volunteerId))).sum();
    }

    /** @return the last day of the quiet time set for them after something hard, when it is to come */
    @Transactional(readOnly = true)
    Optional<LocalDate> coolUntil(UUID id) {
        return jdbc.sql("""
                SELECT max(until) FROM apusilta.volunteer_change c WHERE volunteer_id = :id AND what = 'COOLS_OFF' AND until >= :today
                AND NOT EXISTS (SELECT 1 FROM apusilta.volunteer_change r WHERE r.volunteer_id = :id AND r.what = 'RETURNS' AND r.said_by <> 'VOLUNTEER' AND r.id > c.id)""")
                .param("id", id).param("today", today()).query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class))).single();
    }

    /** @return the last day of the quiet time set after something hard, which only a coordinator shortens */
    @Transactional(readOnly = true)
    public Optional<LocalDate> quietUntil(UUID id) {
        return coolUntil(id);
    }

    /** @return what was said, newest first */
    @Transactional(readOnly = true)
    public List<Change> of(UUID volunteerId) {
        return jdbc.sql(SELECT + "WHERE volunteer_id = ? ORDER BY id DESC").param(volunteerId).query(VolunteerChanges::change).list();
    }

    /** @return what was said under this number */
    @Transactional(readOnly = true)
    public Optional<Change> find(long id) {
        return jdbc.sql(SELECT + "WHERE id = ?").param(id).query(VolunteerChanges::change).optional();
    }

    /** @return the change, while it is the last word on coming and going */
    private Optional<Change> standing(long id) {
        return jdbc.sql(SELECT + """
                WHERE id = :id AND NOT EXISTS (SELECT 1 FROM apusilta.volunteer_change later
                    WHERE later.volunteer_id = c.volunteer_id AND later.what IN ('LEAVES', 'PAUSES', 'RETURNS') AND later.id > c.id)""")
                .param("id", id).query(VolunteerChanges::change).optional();
    }

    private static final String SELECT = "SELECT id, volunteer_id, what, until, reason, words, kinds, said_by, said_at, outcome FROM apusilta.volunteer_change c ";

    private static Change change(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        Array kinds = row.getArray("kinds");
        var reason = row.getString("reason");
        var outcome = row.getString("outcome");
        return new Change(row.getLong("id"), row.getObject("volunteer_id", UUID.class), What.valueOf(row.getString("what")), row.getObject("until", LocalDate.class),
                reason == null ? null : Reason.valueOf(reason), row.getString("words"), kinds == null ? List.of() : List.of((String[]) kinds.getArray()),
                row.getString("said_by"), row.getTimestamp("said_at").toInstant(), outcome == null ? null : Outcome.valueOf(outcome));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(HELSINKI));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
