package org.apusilta.request.internal;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What professionals read before they refer somebody for the first time (R28), and that they have. Public for {@code request.web} only. */
@Component
@Transactional
public class ReferrerBrief {

    private final JdbcClient jdbc;
    private final Clock clock;

    ReferrerBrief(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public boolean read(String account) {
        return jdbc.sql("SELECT count(*) FROM apusilta.referrer_brief WHERE account = ?").param(account).query(Integer.class).single() > 0;
    }

    /** The first time counts. */
    public void keep(String account) {
        jdbc.sql("INSERT INTO apusilta.referrer_brief (account, read_at) VALUES (?, ?) ON CONFLICT DO NOTHING").params(account, Timestamp.from(clock.instant())).update();
    }
}
