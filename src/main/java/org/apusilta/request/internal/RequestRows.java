package org.apusilta.request.internal;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface RequestRows extends JpaRepository<HelpRequest, UUID> {

    /** Takes the row for this transaction, so that two who end the case at once meet here and not in the engine. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from HelpRequest r where r.id = :id")
    Optional<HelpRequest> take(UUID id);

    Optional<HelpRequest> findByPreviousId(UUID previousId);

    List<HelpRequest> findBySubmittedByOrderByReceivedAtDesc(String submittedBy);
}
