package org.apusilta.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apusilta.volunteer.DemoRegister;
import org.apusilta.volunteer.Volunteers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Eight bookers at once, a commit each, with {@link Volunteers#reserve} as every offer does: fitness asked by the table while it holds
 * the row, capacity held by a constraint, and matching's own table kept true in the same statement. Baseline: a plain insert of a
 * booking that looks at nothing. Then more bookings are tried than there are places: the insert takes them all, ours not one too many.
 */
@Benchmark("booking")
@Application
class BookingBenchmark {

    private static final int THREADS = 8;
    private static final int TIMES = 5;
    private static final long SEED = 500_002L;
    private static final int HOT = 20;

    @Autowired DemoRegister register;
    @Autowired Volunteers volunteers;
    @Autowired JdbcTemplate jdbc;
    @Autowired TransactionTemplate transaction;

    @Test
    void eightBookersAtOnce() {
        register.fill(Scale.of(5_200), SEED, done -> {});
        register.proofs();
        jdbc.execute("CREATE TABLE apusilta.unsafe_booking (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, volunteer_id uuid NOT NULL REFERENCES apusilta.volunteer)");
        jdbc.execute("CREATE INDEX ON apusilta.unsafe_booking (volunteer_id)");
        jdbc.update("UPDATE apusilta.volunteer SET capacity = 20, load = 0");
        var fit = jdbc.queryForList("SELECT DISTINCT volunteer_id FROM apusilta.bookable WHERE bookable_until >= CURRENT_DATE AND kind_code = 'FRIEND_VISIT' ORDER BY volunteer_id", UUID.class);
        var report = new Report("booking", "volunteers", "reserve/s", "insert/s", "ratio");
        var wide = measure("booking", fit, report);
        measure("booking.hot", fit.subList(0, Math.min(HOT, fit.size())), report);
        overbook(fit, report);
        report.atLeast(wide, 0.65);
        report.done();
    }

    private Figure measure(String name, List<UUID> people, Report report) {
        var ours = new Samples();
        var unsafe = new Samples();
        for (int i = 0; i <= TIMES; i++) {
            double safe = run(people, this::reserve, Scale.of(people.size() > HOT ? 3000 : 300), i);
            double blind = run(people, this::insert, Scale.of(people.size() > HOT ? 6000 : 1200), i);
            if (i > 0) {
                ours.add(safe);
                unsafe.add(blind);
            }
        }
        var figure = Figure.of(name, ours.median(), "bookings/s", unsafe.median());
        report.row(people.size(), ours.median(), unsafe.median(), figure.ratio());
        if (name.contains(".")) {
            report.figure(figure);
        }
        return figure;
    }

    private double run(List<UUID> people, Consumer<UUID> book, int goes, int round) {
        var random = new Random(SEED + round);
        var who = random.ints(goes, 0, people.size()).mapToObj(people::get).toList();
        jdbc.update("UPDATE apusilta.volunteer SET load = 0 WHERE load > 0");
        jdbc.execute("VACUUM apusilta.volunteer, apusilta.bookable");
        return AtOnce.perSecond(THREADS, goes, i -> book.accept(who.get(i)));
    }

    private void reserve(UUID id) {
        volunteers.reserve(id, List.of("FRIEND_VISIT"));
    }

    private void insert(UUID id) {
        transaction.executeWithoutResult(tx -> jdbc.update("INSERT INTO apusilta.unsafe_booking (volunteer_id) VALUES (?)", id));
    }

    /** Three times as many as there are places. */
    private void overbook(List<UUID> fit, Report report) {
        var few = fit.subList(0, Math.min(100, fit.size()));
        jdbc.update("UPDATE apusilta.volunteer SET load = 0 WHERE load > 0");
        jdbc.update("UPDATE apusilta.volunteer SET capacity = 2");
        jdbc.update("TRUNCATE apusilta.unsafe_booking");
        var booked = new AtomicInteger();
        AtOnce.perSecond(THREADS, few.size() * 6, i -> {
            if (volunteers.reserve(few.get(i % few.size()), List.of("FRIEND_VISIT"))) {
                booked.incrementAndGet();
            }
        });
        AtOnce.perSecond(THREADS, few.size() * 6, i -> insert(few.get(i % few.size())));
        assertThat(booked.get()).as("exactly the places there are").isEqualTo(few.size() * 2);
        assertThat(jdbc.queryForObject("SELECT count(*) FROM apusilta.volunteer WHERE load > capacity", Integer.class)).isZero();
        assertThat(jdbc.queryForObject("SELECT sum(load) FROM apusilta.volunteer", Integer.class)).isEqualTo(booked.get());
        int over = jdbc.queryForObject("SELECT count(*) FROM (SELECT 1 FROM apusilta.unsafe_booking GROUP BY volunteer_id HAVING count(*) > 2) o", Integer.class);
        report.row("over capacity", "0", String.valueOf(over), "");
        report.figure(Figure.alone("booking.over-capacity", 0, "volunteers"));
    }
}
