package org.apusilta.relationship.internal;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ConcernRows extends Repository<Concern, UUID> {

    Concern save(Concern concern);

    boolean existsByPeriodId(UUID periodId);

    @Query("select c from Concern c join FollowUpPeriod p on p.id = c.periodId where p.supportId = :supportId and c.outcome is null")
    List<Concern> open(UUID supportId);
}
