package org.apusilta.relationship.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apusilta.relationship.SupportFigures;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts in the database. */
@Service
@Transactional(readOnly = true)
class CountedSupports implements SupportFigures {

    private final JdbcClient database;

    CountedSupports(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Now now(@Nullable String major) {
        return database.sql("""
                with here as (select s.id, s.case_id from apusilta.support s join apusilta.help_request r on r.id = s.case_id
                              where s.ended_at is null and (cast(:major as text) is null or r.major = :major))
                select (select count(*) from apusilta.concern c join apusilta.follow_up_period p on p.id = c.period_id join here h on h.id = p.support_id
                        where c.outcome is null) as concerns,
                       (select count(*) from apusilta.support_pause p join here h on h.id = p.support_id where p.ended_at is null and not p.waits) as pauses,
                       (select count(*) from apusilta.scope_drift d join here h on h.case_id = d.case_id where d.outcome is null) as drifts""")
                .param("major", major).query(Now.class).single();
    }

    @Override
    public List<Visits> visits(@Nullable String major, Instant from, Instant to) {
        return database.sql("""
                select cast(date_trunc('week', v.planned_on) as date) as monday, count(*) filter (where v.answer = 'DONE') as done,
                       count(*) filter (where v.answer = 'NOT_DONE') as not_done, count(*) filter (where v.answer = 'MOVED') as moved,
                       count(*) filter (where v.answer is null) as silent,
                       coalesce(sum(v.minutes) filter (where v.answer = 'DONE'), 0) as minutes
                from apusilta.visit v join apusilta.support s on s.id = v.support_id join apusilta.help_request r on r.id = s.case_id
                where v.planned_on >= cast(:from as timestamptz) at time zone 'Europe/Helsinki' and v.planned_on < cast(:to as timestamptz) at time zone 'Europe/Helsinki'
                and (cast(:major as text) is null or r.major = :major) group by 1 order by 1""")
                .param("major", major).param("from", from.atOffset(ZoneOffset.UTC)).param("to", to.atOffset(ZoneOffset.UTC)).query(Visits.class).list();
    }

    @Override
    public List<Drifts> drifts(@Nullable String major, Instant from, Instant to) {
        return database.sql("""
                select d.code, count(*) filter (where d.source = 'MARKED') as marked, count(*) filter (where d.source = 'SPOTTED') as spotted,
                       count(*) filter (where d.outcome = 'BELONGS') as belongs, count(*) filter (where d.outcome = 'COVERED') as covered,
                       count(*) filter (where d.outcome = 'PROFESSIONAL') as professional, count(*) filter (where d.outcome = 'NOTHING') as nothing,
                       count(*) filter (where d.outcome is null and r.outcome is null) as open
                from apusilta.scope_drift d join apusilta.help_request r on r.id = d.case_id
                where d.seen_at >= :from and d.seen_at < :to and (cast(:major as text) is null or r.major = :major) group by 1 order by count(*) desc, 1""")
                .param("major", major).param("from", from.atOffset(ZoneOffset.UTC)).param("to", to.atOffset(ZoneOffset.UTC)).query(Drifts.class).list();
    }
}
