package org.apusilta.matching.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The derived table {@code bookable} in memory, column by column, for a run over many requests: the same hard rules and the same
 * points as {@link Ranking}, without competition, which the run itself settles. A test holds the two together.
 */
final class Columns {

    /** Hard rules by which somebody who offers the kind of help can be kept away. */
    enum Rule { DATES, OTHER_KINDS, PETS, SMOKE, STRENGTH, CAR, AVOIDS, AGE, HOURS, DAYS_OFF, BEFORE, DISTANCE, TIMES, LANGUAGE, GENDER }

    /** Takes those who are allowed. */
    @FunctionalInterface
    interface Found {

        /** @param row number of the row, for {@link #scored} @param points what the person brings and the waiting */
        void one(int row, int points);
    }

    private record Row(String kind, UUID id, int volunteer, int x, int y, int reach, long languages, long a2, long b2, long c1, @Nullable Integer slots,
            long interests, long practises, @Nullable String gender, boolean car, boolean strength, boolean pets, boolean smoke, int free, int capacity,
            @Nullable LocalDate ended, @Nullable LocalDate resting, LocalDate until, int avoids, int born, @Nullable Double hoursLimit) {}

    /** Days on which somebody cannot come. */
    private record Off(int first, int last) {}

    private static final String ALL = """
            SELECT kind_code, volunteer_id, (dense_rank() OVER (ORDER BY volunteer_id))::int - 1 AS volunteer, x, y, max_distance_m, languages, languages_a2,
                   languages_b2, languages_c1, slots, interests, practises, gender, car, strength, pets_ok, smoke_ok, free, capacity, last_ended_on,
                   resting_until, bookable_until, avoids, born, hours_limit::float8
            FROM apusilta.bookable ORDER BY kind_code, volunteer_id""";
    private static final int CAR = 1;
    private static final int STRENGTH = 2;
    private static final int PETS = 4;
    private static final int SMOKE = 8;
    private static final int UNTOLD = -1;
    private static final int NEVER = Integer.MIN_VALUE;

    private final Map<String, int[]> kinds = new HashMap<>();
    private final UUID[] ids;
    private final int[] places;
    private final int[] volunteer;
    private final int[] x;
    private final int[] y;
    private final int[] reach;
    private final long[][] languages;
    private final int[] slots;
    private final long[] interests;
    private final long[] practises;
    private final char[] gender;
    private final byte[] can;
    private final short[] capacity;
    private final int[] ended;
    private final int[] resting;
    private final int[] until;
    private final int[] avoids;
    private final int[] born;
    private final double[] hoursLimit;
    private final double[] hoursGiven;
    private final Map<Integer, List<Off>> off = new HashMap<>();
    private @Nullable Standing standing;

    /** What hangs on the weights and the day only, counted once for all requests of a run: divisions are what a run over many pairs waits for. */
    private record Standing(Weights weights, LocalDate today, int[] distance, int[] restedAndFree) {}

    private Columns(List<Row> rows) {
        int n = rows.size();
        int people = rows.stream().mapToInt(Row::volunteer).max().orElse(-1) + 1;
        ids = new UUID[people];
        places = new int[people];
        volunteer = new int[n];
        x = new int[n];
        y = new int[n];
        reach = new int[n];
        languages = new long[Ask.Level.values().length][n];
        slots = new int[n];
        interests = new long[n];
        practises = new long[n];
        gender = new char[n];
        can = new byte[n];
        capacity = new short[n];
        ended = new int[n];
        resting = new int[n];
        until = new int[n];
        avoids = new int[n];
        born = new int[n];
        hoursLimit = new double[people];
        hoursGiven = new double[people];
        for (int i = 0; i < n; i++) {
            set(i, rows.get(i));
        }
    }

    static Columns load(JdbcTemplate jdbc) {
        var columns = new Columns(jdbc.query(ALL, (row, n) -> new Row(row.getString(1), row.getObject(2, UUID.class), row.getInt(3), row.getInt(4), row.getInt(5),
                row.getInt(6), row.getLong(7), row.getLong(8), row.getLong(9), row.getLong(10), row.getObject(11, Integer.class), row.getLong(12), row.getLong(13),
                row.getString(14), row.getBoolean(15), row.getBoolean(16), row.getBoolean(17), row.getBoolean(18), row.getInt(19), row.getInt(20),
                row.getObject(21, LocalDate.class), row.getObject(22, LocalDate.class), row.getObject(23, LocalDate.class), row.getInt(24), row.getInt(25),
                row.getObject(26, Double.class))));
        var numbers = new HashMap<UUID, Integer>();
        for (int v = 0; v < columns.ids.length; v++) {
            numbers.put(columns.ids[v], v);
        }
        jdbc.query("SELECT volunteer_id, sum(hours)::float8 FROM apusilta.weekly_hours GROUP BY volunteer_id", row -> {
            var v = numbers.get(row.getObject(1, UUID.class));
            if (v != null) {
                columns.hoursGiven[v] = row.getDouble(2);
            }
        });
        jdbc.query("SELECT volunteer_id, first_day, last_day FROM apusilta.block_out", row -> {
            var v = numbers.get(row.getObject(1, UUID.class));
            if (v != null) {
                columns.off.computeIfAbsent(v, none -> new ArrayList<>()).add(new Off(day(row.getObject(2, LocalDate.class)), day(row.getObject(3, LocalDate.class))));
            }
        });
        return columns;
    }

    private void set(int i, Row row) {
        kinds.computeIfAbsent(row.kind(), kind -> new int[] {i, i})[1] = i + 1;
        ids[row.volunteer()] = row.id();
        places[row.volunteer()] = row.free();
        volunteer[i] = row.volunteer();
        x[i] = row.x();
        y[i] = row.y();
        reach[i] = row.reach();
        languages[Ask.Level.A2.ordinal()][i] = row.a2();
        languages[Ask.Level.B1.ordinal()][i] = row.languages();
        languages[Ask.Level.B2.ordinal()][i] = row.b2();
        languages[Ask.Level.C1.ordinal()][i] = row.c1();
        slots[i] = row.slots() == null ? UNTOLD : row.slots();
        interests[i] = row.interests();
        practises[i] = row.practises();
        gender[i] = row.gender() == null ? ' ' : row.gender().charAt(0);
        can[i] = (byte) ((row.car() ? CAR : 0) | (row.strength() ? STRENGTH : 0) | (row.pets() ? PETS : 0) | (row.smoke() ? SMOKE : 0));
        capacity[i] = (short) row.capacity();
        ended[i] = day(row.ended());
        resting[i] = day(row.resting());
        until[i] = day(row.until());
        avoids[i] = row.avoids();
        born[i] = row.born();
        hoursLimit[row.volunteer()] = row.hoursLimit() == null ? Double.MAX_VALUE : row.hoursLimit();
    }

    private static int day(@Nullable LocalDate date) {
        return date == null ? NEVER : (int) date.toEpochDay();
    }

    /** @return free places by number of the volunteer; one for whoever gives so many hours a week at most, so that two requests never exceed them together */
    int[] places() {
        var free = places.clone();
        for (int v = 0; v < free.length; v++) {
            free[v] = hoursLimit[v] == Double.MAX_VALUE ? free[v] : Math.min(1, free[v]);
        }
        return free;
    }

    /** @return the volunteers in the order of their numbers */
    List<UUID> volunteers() {
        return Collections.unmodifiableList(Arrays.asList(ids));
    }

    int volunteer(int row) {
        return volunteer[row];
    }

    /** Tells everybody who meets all hard rules of this request, in the order of their ids. */
    void allowed(Ask ask, Found found) {
        int[] range = kinds.get(ask.kinds().get(0));
        if (range == null) {
            return;
        }
        var view = new View(ask);
        for (int row = range[0]; row < range[1]; row++) {
            if (view.broken(row, true) == 0) {
                found.one(row, view.points(row) + ask.waitingPoints());
            }
        }
    }

    /** @return by rule, how many it alone keeps away; empty when nobody offers this kind of help */
    Map<Rule, Integer> keptAway(Ask ask) {
        var alone = new EnumMap<Rule, Integer>(Rule.class);
        int[] range = kinds.get(ask.kinds().get(0));
        if (range == null) {
            return alone;
        }
        var view = new View(ask);
        for (int row = range[0]; row < range[1]; row++) {
            int broken = view.broken(row, false);
            if (Integer.bitCount(broken) == 1) {
                alone.merge(Rule.values()[Integer.numberOfTrailingZeros(broken)], 1, Integer::sum);
            }
        }
        return alone;
    }

    /** @return whether anybody who may be asked offers this kind of help at all */
    boolean offered(Ask ask) {
        return kinds.containsKey(ask.kinds().get(0));
    }

    /** @return the row as {@link Ranking} would tell it if no other request wanted the same person */
    Scored scored(Ask ask, int row) {
        return new View(ask).scored(row);
    }

    private Standing standing(Ask ask) {
        var kept = standing;
        if (kept == null || !kept.weights().equals(ask.weights()) || !kept.today().equals(ask.today())) {
            var weights = ask.weights();
            int today = (int) ask.today().toEpochDay();
            kept = new Standing(weights, ask.today(),
                    IntStream.rangeClosed(0, weights.far()).map(m -> (int) ((long) weights.distance() * (weights.far() - m) / weights.far())).toArray(),
                    IntStream.range(0, volunteer.length).map(row -> load(weights, row) + recency(weights, today, row)).toArray());
            standing = kept;
        }
        return kept;
    }

    private int load(Weights weights, int row) {
        return weights.load() * places[volunteer[row]] / capacity[row];
    }

    private int recency(Weights weights, int today, int row) {
        int rested = weights.rested();
        return ended[row] == NEVER ? weights.recency() : weights.recency() * Math.min(rested, Math.max(0, today - ended[row])) / rested;
    }

    /** One request's look at the rows. */
    private final class View {

        private final Ask ask;
        private final int today;
        private final long[] heard;
        private final int wishedSlots;
        private final Set<UUID> never;
        private final @Nullable BitSet others;

        private final Standing same;
        private final int[] timesBy;
        private final int[] interestsBy;

        View(Ask ask) {
            this.ask = ask;
            this.today = (int) ask.today().toEpochDay();
            this.heard = languages[ask.besides().level().ordinal()];
            this.wishedSlots = Integer.bitCount(ask.slots());
            this.never = ask.besides().never();
            this.others = ask.kinds().size() == 1 ? null : others();
            this.same = standing(ask);
            this.timesBy = IntStream.rangeClosed(0, wishedSlots).map(n -> ask.weights().times() * n / Math.max(1, wishedSlots)).toArray();
            int enough = ask.weights().interestsEnough();
            this.interestsBy = IntStream.rangeClosed(0, enough).map(n -> ask.weights().interests() * n / enough).toArray();
        }

        /** Those who may be asked for all the other kinds, too. */
        private BitSet others() {
            var all = new BitSet(ids.length);
            all.set(0, ids.length);
            for (var kind : ask.kinds().subList(1, ask.kinds().size())) {
                var of = new BitSet(ids.length);
                int[] range = kinds.getOrDefault(kind, new int[2]);
                for (int row = range[0]; row < range[1]; row++) {
                    of.set(volunteer[row], until[row] >= today);
                }
                all.and(of);
            }
            return all;
        }

        /** @param first whether one broken rule is enough @return a bit for each rule that is broken */
        int broken(int row, boolean first) {
            int broken = bit(Rule.LANGUAGE, !ask.relaxed().language() && (heard[row] & ask.languages()) == 0)
                    | bit(Rule.TIMES, !ask.relaxed().times() && ask.slots() != 0 && slots[row] != UNTOLD && (slots[row] & ask.slots()) == 0);
            if (first && broken != 0) {
                return broken;
            }
            broken |= bit(Rule.DATES, until[row] < today || resting[row] >= today)
                    | bit(Rule.PETS, ask.pets() && (can[row] & PETS) == 0) | bit(Rule.SMOKE, ask.smoke() && (can[row] & SMOKE) == 0)
                    | bit(Rule.STRENGTH, ask.strength() && (can[row] & STRENGTH) == 0) | bit(Rule.CAR, ask.car() && (can[row] & CAR) == 0)
                    | bit(Rule.AVOIDS, (avoids[row] & ask.besides().around()) != 0) | bit(Rule.AGE, born[row] > ask.besides().bornUntil())
                    | bit(Rule.GENDER, !ask.relaxed().gender() && ask.gender() != null && ask.gender().charAt(0) != gender[row]);
            if (first && broken != 0) {
                return broken;
            }
            return broken | bit(Rule.DISTANCE, !ask.relaxed().distance() && metres(row) > reach[row])
                    | bit(Rule.OTHER_KINDS, others != null && !others.get(volunteer[row]))
                    | bit(Rule.HOURS, hoursLimit[volunteer[row]] < ask.hours() + hoursGiven[volunteer[row]]) | bit(Rule.DAYS_OFF, isOff(volunteer[row]))
                    | bit(Rule.BEFORE, !never.isEmpty() && never.contains(ids[volunteer[row]]));
        }

        int points(int row) {
            return distance(row) + times(row) + interests(row) + language(row) + practice(row) + same.restedAndFree()[row] + earlier(row);
        }

        Scored scored(int row) {
            int metres = metres(row);
            int waiting = ask.waitingPoints();
            return new Scored(ids[volunteer[row]], metres, metres <= reach[row], slots[row] == UNTOLD ? null : slots[row],
                    ask.slots() == 0 || slots[row] == UNTOLD || (slots[row] & ask.slots()) != 0, heard[row], (heard[row] & ask.languages()) != 0,
                    ask.gender() == null || ask.gender().charAt(0) == gender[row], interests[row], practises[row],
                    ended[row] == NEVER ? null : today - ended[row], places[volunteer[row]], distance(row), times(row), interests(row), language(row),
                    practice(row), load(row), recency(row), earlier(row), waiting, 0, null, points(row) + waiting);
        }

        private boolean isOff(int who) {
            int day = (int) ask.firstDay().toEpochDay();
            return off.containsKey(who) && off.get(who).stream().anyMatch(days -> days.first() <= day && day <= days.last());
        }

        private int metres(int row) {
            double dx = x[row] - ask.x();
            double dy = y[row] - ask.y();
            return (int) Math.sqrt(dx * dx + dy * dy);
        }

        private int distance(int row) {
            return same.distance()[Math.min(metres(row), ask.weights().far())];
        }

        private int times(int row) {
            if (slots[row] == UNTOLD) {
                return 0;
            }
            return ask.slots() == 0 ? ask.weights().times() : timesBy[Integer.bitCount(slots[row] & ask.slots())];
        }

        private int interests(int row) {
            return interestsBy[Math.min(interestsBy.length - 1, Long.bitCount(interests[row] & ask.interests()))];
        }

        private int language(int row) {
            return (heard[row] & ask.preferred()) != 0 ? ask.weights().language() : 0;
        }

        private int practice(int row) {
            boolean client = (languages[Ask.Level.B1.ordinal()][row] & ask.besides().practises()) != 0;
            return client || ask.besides().welcomes() && (practises[row] & ask.languages()) != 0 ? ask.weights().practice() : 0;
        }

        private int load(int row) {
            return Columns.this.load(ask.weights(), row);
        }

        private int recency(int row) {
            return Columns.this.recency(ask.weights(), today, row);
        }

        private int earlier(int row) {
            return ask.besides().known().isEmpty() ? 0 : ask.besides().known().contains(ids[volunteer[row]]) ? ask.weights().earlier() : 0;
        }

        private static int bit(Rule rule, boolean broken) {
            return broken ? 1 << rule.ordinal() : 0;
        }
    }
}
