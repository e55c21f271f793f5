package org.apusilta.relationship.internal;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PeriodRows extends Repository<FollowUpPeriod, UUID> {

    FollowUpPeriod save(FollowUpPeriod period);

    Optional<FollowUpPeriod> findById(UUID id);

    Optional<FollowUpPeriod> findBySupportIdAndNumber(UUID supportId, int number);

    /** Locked until the end of the transaction: two answers at the same instant see one another. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from FollowUpPeriod p where p.id = :id")
    Optional<FollowUpPeriod> lock(UUID id);
}
