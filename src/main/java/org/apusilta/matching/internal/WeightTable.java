package org.apusilta.matching.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The versions of the weights. Read anew each time: a manager's change counts at once, on every node. Public for {@code matching.web} only. */
@Component
@Transactional
public class WeightTable {

    /** @param keptBy account, null for the version that came with the system */
    public record Version(int version, LocalDate validFrom, @Nullable String keptBy, Instant keptAt) {}

    private static final String COLUMNS = "version, distance, times, interests, language, practice, load, recency, earlier, far, interests_enough, rested, waiting_day, competition";

    private final JdbcClient jdbc;
    private final Clock clock;

    WeightTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return the weights in force on this day */
    @Transactional(readOnly = true)
    public Weights on(LocalDate day) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM apusilta.weights WHERE valid_from <= :day ORDER BY valid_from DESC, version DESC LIMIT 1")
                .param("day", day).query(Weights.class).single();
    }

    /** @return the weights in force today */
    @Transactional(readOnly = true)
    public Weights now() {
        return on(LocalDate.now(clock.withZone(Asks.HELSINKI)));
    }

    /** @return the weights of a version @throws org.springframework.dao.EmptyResultDataAccessException when there is none */
    @Transactional(readOnly = true)
    public Weights of(int version) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM apusilta.weights WHERE version = :version").param("version", version).query(Weights.class).single();
    }

    /** @return all versions, the newest first */
    @Transactional(readOnly = true)
    public List<Version> versions() {
        return jdbc.sql("SELECT version, valid_from, kept_by, kept_at FROM apusilta.weights ORDER BY valid_from DESC, version DESC").query(Version.class).list();
    }

    /** Adds a version; none is ever changed. @return its number @throws IllegalArgumentException when it would count before today */
    public int keep(Weights weights, LocalDate from, String by) {
        if (from.isBefore(LocalDate.now(clock.withZone(Asks.HELSINKI)))) {
            throw new IllegalArgumentException("weights count from today at the earliest");
        }
        return jdbc.sql("""
                INSERT INTO apusilta.weights (valid_from, distance, times, interests, language, practice, load, recency, earlier, far, interests_enough,
                    rested, waiting_day, competition, kept_by, kept_at)
                VALUES (:from, :distance, :times, :interests, :language, :practice, :load, :recency, :earlier, :far, :interestsEnough, :rested, :waitingDay,
                    :competition, :by, :at) RETURNING version""")
                .paramSource(new MapSqlParameterSource(Weighted.parameters(weights))
                        .addValue("from", from).addValue("by", by).addValue("at", Timestamp.from(clock.instant()))).query(Integer.class).single();
    }
}
