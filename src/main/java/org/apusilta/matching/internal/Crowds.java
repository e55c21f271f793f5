package org.apusilta.matching.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether few or many give a kind of help: counted now and then. An old count costs time, never somebody: each way finds the same people. */
@Component
class Crowds {

    private static final Duration GOOD_FOR = Duration.ofMinutes(10);

    private record Counted(Crowd crowd, Instant until) {}

    private final Map<String, Counted> counted = new ConcurrentHashMap<>();
    private final JdbcClient jdbc;
    private final Clock clock;

    Crowds(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Crowd of(String kind) {
        var now = clock.instant();
        var known = counted.get(kind);
        if (known == null || !now.isBefore(known.until())) {
            known = new Counted(Crowd.of(count(kind)), now.plus(GOOD_FOR));
            counted.put(kind, known);
        }
        return known.crowd();
    }

    /** When everybody is written anew. */
    void forget() {
        counted.clear();
    }

    private int count(String kind) {
        return jdbc.sql("SELECT count(*) FROM (SELECT FROM apusilta.bookable WHERE kind_code = ? LIMIT ?) k").params(kind, Crowd.PLAN_PAYS).query(Integer.class).single();
    }
}
