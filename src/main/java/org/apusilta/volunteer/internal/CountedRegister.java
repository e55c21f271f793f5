package org.apusilta.volunteer.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.apusilta.volunteer.RegisterFigures;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts in the database. */
@Service
@Transactional(readOnly = true)
class CountedRegister implements RegisterFigures {

    /** From this age on most draw a pension (R12). */
    private static final int RETIRED = 64;

    private final JdbcClient jdbc;
    private final Clock clock;

    CountedRegister(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<Count> counts(@Nullable String major) {
        return jdbc.sql("""
                WITH known AS (
                    SELECT v.organisation IS NOT NULL AS organisations, v.birth_year, v.status = 'LEFT' AS gone,
                           v.status = 'PAUSED' OR v.status = 'ACTIVE' AND coalesce(v.resting_until >= :today, false) AS resting, v.status = 'ACTIVE' AND NOT coalesce(v.resting_until >= :today, false) AS active
                    FROM apusilta.volunteer v JOIN apusilta.district d ON d.code = v.district WHERE v.merged_into IS NULL AND (cast(:major AS text) IS NULL OR d.major_code = :major))
                SELECT line.organisations, count(*) FILTER (WHERE k.active) AS active, count(*) FILTER (WHERE k.resting) AS resting, count(*) FILTER (WHERE k.gone) AS left,
                       count(*) FILTER (WHERE (k.active OR k.resting) AND k.birth_year <= :retired) AS retired
                FROM (VALUES (false), (true)) AS line (organisations) LEFT JOIN known k ON k.organisations = line.organisations GROUP BY line.organisations ORDER BY line.organisations""")
                .param("today", today()).param("major", major).param("retired", today().getYear() - RETIRED).query(Count.class).list();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneId.of("Europe/Helsinki")));
    }
}
