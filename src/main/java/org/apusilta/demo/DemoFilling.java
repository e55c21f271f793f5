package org.apusilta.demo;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apusilta.demo.process.DemoApplicants;
import org.apusilta.demo.process.DemoEngine;
import org.apusilta.demo.process.DemoYear;
import org.apusilta.start.CutShort;
import org.apusilta.volunteer.DemoCare;
import org.apusilta.volunteer.DemoRegister;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Fills an empty demo database once, and says how far it is. A filling that was cut short is not gone on with: the demo's own database
 * is emptied before the next start ({@link CutShort}); of a given one the start only says so.
 */
@Component
@Profile("demo")
@Order(0)
class DemoFilling implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoFilling.class);
    private static final long SEED = 1986;
    private static final int VOLUNTEERS = 5_200;

    private final DemoRegister register;
    private final DemoYear year;
    private final DemoApplicants applicants;
    private final DemoCare care;
    private final DemoEngine engine;
    private final BulkLoad bulkLoad;
    private final JdbcClient database;
    private final HikariDataSource connections;
    private final Clock clock;
    private final int cases;

    DemoFilling(DemoRegister register, DemoYear year, DemoApplicants applicants, DemoCare care, DemoEngine engine, BulkLoad bulkLoad, JdbcClient database,
            HikariDataSource connections, Clock clock,
            @Value("${demo.cases:280}") int cases) {
        this.register = register;
        this.year = year;
        this.applicants = applicants;
        this.care = care;
        this.engine = engine;
        this.bulkLoad = bulkLoad;
        this.database = database;
        this.connections = connections;
        this.clock = clock;
        this.cases = cases;
    }

    @Override
    public void run(ApplicationArguments args) {
        boolean empty = !database.sql("select exists (select 1 from apusilta.volunteer)").query(Boolean.class).single();
        if (empty) {
            engine.whileStopped(() -> hurriedly(() -> fill(clock.instant())));
        } else if (CutShort.marked(database)) {
            LOG.warn("An earlier start was cut short while it filled the demo, so cases are missing: empty the database to begin again");
        }
    }

    /** Without waiting for the disk at each commit, and without most indexes and foreign keys of the engine. Whatever ends the filling before its end leaves the mark: then it is begun again. */
    private void hurriedly(Runnable work) {
        var begun = clock.instant();
        CutShort.mark(database);
        connections.getHikariPoolMXBean().softEvictConnections();
        bulkLoad.run(work);
        CutShort.unmark(database);
        connections.getHikariPoolMXBean().softEvictConnections();
        LOG.info("Demo filled in {} s", Duration.between(begun, clock.instant()).toSeconds());
    }

    /** Plans made for empty tables read the full ones from end to end, and connections keep them until somebody counts the rows; autovacuum comes a minute too late. */
    private void knowTheTables() {
        database.sql("select string_agg(format('%I.%I', schemaname, relname), ', ') from pg_stat_user_tables where n_mod_since_analyze > n_live_tup / 5")
                .query(String.class).optional().ifPresent(grown -> database.sql("set default_statistics_target = 10; analyze " + grown + "; reset default_statistics_target").update());
    }

    private void fill(Instant now) {
        LOG.info("Filling the demo: {} invented volunteers …", VOLUNTEERS);
        register.fill(VOLUNTEERS, SEED, n -> {});
        register.proofs();
        LOG.info("Playing a year of {} cases through the engine …", cases);
        var step = Math.max(1, cases / 10);
        year.play(cases, now, SEED, n -> {
            if (n % step == 0) {
                LOG.info("  {} of {} requests", n, cases);
                if (n == step || n == 4 * step) {
                    knowTheTables();
                }
            }
        });
        try {
            applicants.play(now);
        } catch (RuntimeException e) {
            LOG.warn("The demo's applicants could not be played ({}); the rest of the demo is there", e.getClass().getSimpleName());
        }
        care.fill();
    }
}
