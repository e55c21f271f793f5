package org.apusilta.volunteer.internal;

import java.time.Clock;
import org.apusilta.volunteer.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Says it to the database, whose triggers write the history. */
@Component
class SaidBy implements Changes {

    private final JdbcClient jdbc;
    private final Clock clock;

    SaidBy(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void by(String who) {
        jdbc.sql("SELECT set_config('apusilta.by', :who, true), set_config('apusilta.at', :at, true)").param("who", who).param("at", clock.instant().toString())
                .query((row, n) -> row.getString(1)).single();
    }
}
