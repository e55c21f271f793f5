package org.apusilta.relationship.internal;

import java.util.List;
import java.util.UUID;
import org.apusilta.relationship.internal.CheckInAnswer.Means;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CheckInRows extends Repository<CheckInAnswer, UUID> {

    CheckInAnswer save(CheckInAnswer answer);

    List<CheckInAnswer> findByPeriodId(UUID periodId);

    boolean existsByPeriodIdAndSideAndMeans(UUID periodId, Side side, Means means);

    @Query("""
            select new org.apusilta.relationship.Supports$CheckIn(s.id, p.number, cast(c.side as string), c.wellbeing, c.concern,
                c.note, cast(c.means as string), c.answeredAt)
            from CheckInAnswer c join FollowUpPeriod p on p.id = c.periodId join RunningSupport s on s.id = p.supportId
            where s.caseId = :caseId order by c.answeredAt, c.id""")
    List<org.apusilta.relationship.Supports.CheckIn> ofCase(UUID caseId);
}
