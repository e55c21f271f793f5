package org.apusilta.relationship.internal;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ConcernRows extends Repository<Concern, UUID> {

    Concern save(Concern concern);

    boolean existsByPeriodId(UUID periodId);

    @Query("""
            select new org.apusilta.relationship.Supports$Worry(cast(c.raisedBy as string), cast(c.about as string), c.urgent, c.words,
                c.recordedBy, c.raisedAt, cast(c.outcome as string), c.settledAt)
            from Concern c join FollowUpPeriod p on p.id = c.periodId join RunningSupport s on s.id = p.supportId
            where s.caseId = :caseId order by c.raisedAt, c.id""")
    List<org.apusilta.relationship.Supports.Worry> ofCase(UUID caseId);

    @Query("select c from Concern c join FollowUpPeriod p on p.id = c.periodId where p.supportId = :supportId and c.outcome is null")
    List<Concern> open(UUID supportId);
}
