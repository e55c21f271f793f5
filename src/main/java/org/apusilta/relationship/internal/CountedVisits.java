package org.apusilta.relationship.internal;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apusilta.request.HelpRequests;
import org.apusilta.volunteer.ServiceDone;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Visits that took place, for thanks and certificates. How often somebody could not come is nobody's business here. */
@Component
@Transactional(readOnly = true)
class CountedVisits implements ServiceDone {

    private final JdbcClient database;
    private final HelpRequests requests;

    CountedVisits(JdbcClient database, HelpRequests requests) {
        this.database = database;
        this.requests = requests;
    }

    private record Counted(UUID volunteerId, int visits, long minutes) {}

    @Override
    public Map<UUID, Done> all() {
        return database.sql("""
                select s.volunteer_id, count(*)::int as visits, coalesce(sum(v.minutes), 0)::bigint as minutes
                from apusilta.visit v join apusilta.support s on s.id = v.support_id where v.answer = 'DONE' group by s.volunteer_id""")
                .query(Counted.class).list().stream().collect(Collectors.toMap(Counted::volunteerId, one -> new Done(one.visits(), one.minutes(), Set.of())));
    }

    @Override
    public Done of(UUID volunteerId) {
        var counted = database.sql("""
                select cast(:id as uuid) as volunteer_id, count(*)::int as visits, coalesce(sum(v.minutes), 0)::bigint as minutes
                from apusilta.visit v join apusilta.support s on s.id = v.support_id where v.answer = 'DONE' and s.volunteer_id = :id""")
                .param("id", volunteerId).query(Counted.class).single();
        return new Done(counted.visits(), counted.minutes(), kinds(volunteerId));
    }

    /** Of all supports, also of those in which no visit was logged. */
    private Set<String> kinds(UUID volunteerId) {
        return database.sql("select case_id from apusilta.support where volunteer_id = ?").param(volunteerId).query(UUID.class).list().stream()
                .map(requests::facts).flatMap(facts -> facts.kinds().stream()).collect(Collectors.toSet());
    }
}
