package org.apusilta.security.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code absence}. */
@Repository
class AbsenceTable {

    record Row(UUID id, String account, String name, String deputy, String deputyName, LocalDate firstDay, LocalDate lastDay) {}

    private static final String SELECT = """
            SELECT a.id, a.account, away.display_name AS name, a.deputy, deputy.display_name AS deputy_name, a.first_day, a.last_day
            FROM apusilta.absence a JOIN apusilta.account away ON away.username = a.account
            JOIN apusilta.account deputy ON deputy.username = a.deputy
            """;

    private final JdbcClient jdbc;

    AbsenceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Row> from(LocalDate today) {
        return jdbc.sql(SELECT + "WHERE a.last_day >= :today ORDER BY a.first_day, name").param("today", today).query(Row.class).list();
    }

    Optional<Row> find(UUID id) {
        return jdbc.sql(SELECT + "WHERE a.id = :id").param("id", id).query(Row.class).optional();
    }

    /** @return whether this person is away on any of these days */
    boolean away(String account, LocalDate firstDay, LocalDate lastDay) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM apusilta.absence WHERE account = :account AND first_day <= :last AND last_day >= :first)")
                .param("account", account).param("first", firstDay).param("last", lastDay).query(Boolean.class).single();
    }

    UUID add(String account, String deputy, LocalDate firstDay, LocalDate lastDay, String by, Instant now) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                INSERT INTO apusilta.absence (id, account, deputy, first_day, last_day, entered_by, entered_at)
                VALUES (:id, :account, :deputy, :first, :last, :by, :now)""")
                .param("id", id).param("account", account).param("deputy", deputy).param("first", firstDay).param("last", lastDay)
                .param("by", by).param("now", now.atOffset(ZoneOffset.UTC)).update();
        return id;
    }

    void remove(UUID id) {
        jdbc.sql("DELETE FROM apusilta.absence WHERE id = :id").param("id", id).update();
    }

    void endOn(UUID id, LocalDate lastDay) {
        jdbc.sql("UPDATE apusilta.absence SET last_day = :last WHERE id = :id").param("last", lastDay).param("id", id).update();
    }
}
