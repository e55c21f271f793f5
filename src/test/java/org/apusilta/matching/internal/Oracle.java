package org.apusilta.matching.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.volunteer.Vocabulary;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rules once more in plain Java, straight from the register and without the derived table: slow, and easy to believe. */
final class Oracle {

    record Person(UUID id, int x, int y, @Nullable String gender, String status, @Nullable LocalDate agreement, @Nullable LocalDate insured,
            @Nullable LocalDate checked, int capacity, int load, int maxDistance, boolean car, boolean strength, boolean pets, boolean smoke,
            @Nullable Integer slots, @Nullable LocalDate lastEnded, int born, Set<String> kinds, Set<String> trainings, Map<String, String> levels, Set<String> practises,
            Set<String> avoids, long interests, @Nullable Double hoursLimit, @Nullable LocalDate resting) {}

    record Away(UUID volunteerId, LocalDate first, LocalDate last) {}

    record Rival(UUID caseId, UUID volunteerId, int score, int days) {}

    record Result(UUID id, int score) {}

    private final List<Person> people;
    private final List<Rival> rivals = new ArrayList<>();
    private final List<Away> away;
    private final Map<UUID, Double> given = new HashMap<>();
    private final Catalogue catalogue;
    private final Vocabulary vocabulary;

    Oracle(JdbcTemplate jdbc, Catalogue catalogue, Vocabulary vocabulary, LocalDate today) {
        this.catalogue = catalogue;
        this.vocabulary = vocabulary;
        var kinds = sets(jdbc, "SELECT volunteer_id, kind_code FROM apusilta.volunteer_kind");
        var trainings = sets(jdbc, "SELECT volunteer_id, code FROM apusilta.volunteer_training");
        var levels = new HashMap<UUID, Map<String, String>>();
        jdbc.query("SELECT volunteer_id, code, level FROM apusilta.volunteer_language", row -> {
            levels.computeIfAbsent(row.getObject(1, UUID.class), key -> new HashMap<>()).put(row.getString(2), row.getString(3));
        });
        var practises = sets(jdbc, "SELECT volunteer_id, code FROM apusilta.volunteer_practice");
        var avoids = sets(jdbc, "SELECT volunteer_id, code FROM apusilta.volunteer_avoid");
        var interests = sets(jdbc, "SELECT volunteer_id, code FROM apusilta.volunteer_interest");
        people = jdbc.query("SELECT * FROM apusilta.volunteer", (row, n) -> {
            var id = row.getObject("id", UUID.class);
            return new Person(id, row.getInt("x"), row.getInt("y"), row.getString("gender"), row.getString("status"), date(row, "agreement_until"),
                    date(row, "insured_until"), date(row, "check_until"), row.getInt("capacity"), row.getInt("load"), row.getInt("max_distance_m"),
                    row.getBoolean("car"), row.getBoolean("strength"), row.getBoolean("pets_ok"), row.getBoolean("smoke_ok"),
                    row.getObject("slots", Integer.class), date(row, "last_ended_on"), row.getInt("birth_year"), kinds.getOrDefault(id, Set.of()), trainings.getOrDefault(id, Set.of()),
                    levels.getOrDefault(id, Map.of()), practises.getOrDefault(id, Set.of()), avoids.getOrDefault(id, Set.of()), vocabulary.interests(interests.getOrDefault(id, Set.of())),
                    row.getBigDecimal("hours_limit") == null ? null : row.getBigDecimal("hours_limit").doubleValue(), date(row, "resting_until"));
        });
        away = jdbc.query("SELECT volunteer_id, first_day, last_day FROM apusilta.block_out",
                (row, n) -> new Away(row.getObject(1, UUID.class), date(row, "first_day"), date(row, "last_day")));
        jdbc.query("SELECT o.volunteer_id, r.hours_per_week FROM apusilta.offer o JOIN apusilta.help_request r ON r.id = o.case_id"
                + " WHERE o.state IN ('OPEN', 'ACCEPTED') AND r.recurring AND r.hours_per_week IS NOT NULL",
                row -> { given.merge(row.getObject(1, UUID.class), row.getDouble(2), Double::sum); });
        jdbc.query("SELECT s.case_id, s.volunteer_id, s.score, q.waiting_since FROM apusilta.shortlisted s JOIN apusilta.search q USING (case_id) WHERE q.open",
                row -> {
                    var since = row.getTimestamp(4).toInstant().atZone(Asks.HELSINKI).toLocalDate();
                    rivals.add(new Rival(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getInt(3),
                            (int) Math.max(0, ChronoUnit.DAYS.between(since, today))));
                });
    }

    List<Result> best(Ask ask, int limit) {
        return people.stream().filter(p -> meets(ask, p, ask.relaxed())).map(p -> new Result(p.id(), score(ask, p)))
                .sorted(Comparator.comparingInt(Result::score).reversed().thenComparing(r -> r.id().toString())).limit(limit).toList();
    }

    int found(Ask ask, Ask.Relaxed relaxed) {
        return (int) people.stream().filter(p -> meets(ask, p, relaxed)).count();
    }

    private boolean meets(Ask ask, Person p, Ask.Relaxed relaxed) {
        return ask.kinds().stream().allMatch(kind -> may(p, kind, ask.today()))
                && (relaxed.distance() || metres(ask, p) <= p.maxDistance())
                && (relaxed.times() || ask.slots() == 0 || p.slots() == null || (p.slots() & ask.slots()) != 0)
                && (relaxed.language() || (spoken(p, ask.besides().level()) & ask.languages()) != 0)
                && (relaxed.gender() || ask.gender() == null || ask.gender().equals(p.gender()))
                && (!ask.pets() || p.pets()) && (!ask.smoke() || p.smoke()) && (!ask.strength() || p.strength()) && (!ask.car() || p.car())
                && (p.resting() == null || p.resting().isBefore(ask.today()))
                && away.stream().noneMatch(days -> days.volunteerId().equals(p.id()) && !ask.firstDay().isBefore(days.first()) && !ask.firstDay().isAfter(days.last()))
                && (p.hoursLimit() == null || given.getOrDefault(p.id(), 0.0) + ask.hours() <= p.hoursLimit())
                && !ask.besides().asked().contains(p.id()) && !ask.besides().parted().contains(p.id())
                && p.born() <= ask.besides().bornUntil()
                && Surroundings.codes(ask.besides().around()).stream().noneMatch(p.avoids()::contains);
    }

    private long spoken(Person p, Ask.Level level) {
        return vocabulary.languages(p.levels().entrySet().stream().filter(one -> one.getValue().compareTo(level.name()) >= 0).map(Map.Entry::getKey).toList());
    }

    private boolean may(Person p, String code, LocalDate today) {
        var kind = catalogue.kinds().stream().filter(k -> k.code().equals(code)).findFirst();
        return kind.isPresent() && p.kinds().contains(code) && p.status().equals("ACTIVE") && p.load() < p.capacity()
                && valid(p.agreement(), today) && valid(p.insured(), today)
                && (p.trainings().contains("BASICS") || p.trainings().contains("HELVI"))
                && (kind.get().training() == null || p.trainings().contains(kind.get().training()))
                && (!kind.get().checkRequired() || valid(p.checked(), today));
    }

    private int score(Ask ask, Person p) {
        var w = ask.weights();
        long spoken = spoken(p, ask.besides().level());
        int distance = (int) ((long) w.distance() * Math.max(0, w.far() - metres(ask, p)) / w.far());
        int times = p.slots() == null ? 0 : ask.slots() == 0 ? w.times() : w.times() * Integer.bitCount(p.slots() & ask.slots()) / Integer.bitCount(ask.slots());
        int interests = w.interests() * Math.min(w.interestsEnough(), Long.bitCount(p.interests() & ask.interests())) / w.interestsEnough();
        int language = (spoken & ask.preferred()) != 0 ? w.language() : 0;
        boolean practice = (spoken(p, Ask.Level.B1) & ask.besides().practises()) != 0
                || ask.besides().welcomes() && (vocabulary.languages(p.practises()) & ask.languages()) != 0;
        int load = w.load() * (p.capacity() - p.load()) / p.capacity();
        int recency = p.lastEnded() == null ? w.recency()
                : w.recency() * (int) Math.min(w.rested(), Math.max(0, ChronoUnit.DAYS.between(p.lastEnded(), ask.today()))) / w.rested();
        int earlier = ask.besides().known().contains(p.id()) ? w.earlier() : 0;
        int own = distance + times + interests + language + (practice ? w.practice() : 0) + load + recency + earlier;
        int waiting = w.waitingDay() * ask.waitedDays();
        // with n places free, the n strongest rivals can all be served; only the one who takes the last place matters
        var claims = rivals.stream().filter(r -> r.volunteerId().equals(p.id()) && !ask.cases().contains(r.caseId()))
                .map(r -> r.score() + w.waitingDay() * r.days()).sorted(Comparator.reverseOrder()).toList();
        int places = p.capacity() - p.load();
        int ahead = claims.size() < places ? 0 : Math.min(w.competition(), Math.max(0, claims.get(places - 1) - own - waiting));
        return own + waiting - ahead;
    }

    private static int metres(Ask ask, Person p) {
        double dx = p.x() - ask.x();
        double dy = p.y() - ask.y();
        return (int) Math.floor(Math.sqrt(dx * dx + dy * dy));
    }

    private static boolean valid(@Nullable LocalDate until, LocalDate today) {
        return until != null && !until.isBefore(today);
    }

    private static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static Map<UUID, Set<String>> sets(JdbcTemplate jdbc, String sql) {
        var found = new HashMap<UUID, Set<String>>();
        jdbc.query(sql, row -> {
            found.computeIfAbsent(row.getObject(1, UUID.class), key -> new HashSet<>()).add(row.getString(2));
        });
        return found;
    }
}
