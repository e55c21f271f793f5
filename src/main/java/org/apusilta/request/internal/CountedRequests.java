package org.apusilta.request.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apusilta.engine.CaseSteps;
import org.apusilta.request.RequestFigures;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts in the database; only where a case stands is read off its steps. */
@Service
@Transactional(readOnly = true)
class CountedRequests implements RequestFigures {

    private final JdbcClient database;
    private final CaseSteps steps;

    CountedRequests(JdbcClient database, @Lazy CaseSteps steps) {
        this.database = database;
        this.steps = steps;
    }

    @Override
    public List<Open> open(@Nullable String major) {
        record Row(UUID id, OffsetDateTime receivedAt, boolean withdrawn) {}
        var rows = database.sql("""
                select id, received_at, withdrawn_at is not null as withdrawn from apusilta.help_request
                where outcome is null and (cast(:major as text) is null or major = :major)""")
                .param("major", major).query(Row.class).list();
        var current = steps.current(rows.stream().map(Row::id).collect(Collectors.toSet()));
        return rows.stream().map(row -> new Open(row.id(), row.receivedAt().toInstant(),
                Standing.of(null, row.withdrawn(), current.getOrDefault(row.id(), List.of())))).toList();
    }

    @Override
    public List<Weekly> weekly(@Nullable String major, Instant from, Instant to) {
        return database.sql("""
                select cast(date_trunc('week', at at time zone 'Europe/Helsinki') as date) as monday, outcome, count(*) as count
                from (select received_at as at, null as outcome, major from apusilta.help_request
                      union all select closed_at, outcome, major from apusilta.help_request where closed_at is not null) as happened
                where at >= :from and at < :to and (cast(:major as text) is null or major = :major)
                group by 1, 2 order by 1""")
                .param("major", major).param("from", from.atOffset(ZoneOffset.UTC)).param("to", to.atOffset(ZoneOffset.UTC))
                .query(Weekly.class).list();
    }

    @Override
    public List<UUID> ids(String major) {
        return database.sql("select id from apusilta.help_request where major = :major").param("major", major).query(UUID.class).list();
    }
}
