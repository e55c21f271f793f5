package org.apusilta.agreement.internal;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** Stored versions. */
interface AgreementVersions extends JpaRepository<AgreementVersion, UUID> {

    List<AgreementVersion> findByCaseIdOrderByNumber(UUID caseId);

    /** Of two clicks at the same instant, the second waits and sees the first. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select v from AgreementVersion v where v.id = :id")
    Optional<AgreementVersion> lock(UUID id);

    /** The one being made: not confirmed by both yet. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select v from AgreementVersion v where v.caseId = :caseId and v.endedAt is null and v.sealedAt is null")
    Optional<AgreementVersion> lockOpen(UUID caseId);

    /** The one that holds. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select v from AgreementVersion v where v.caseId = :caseId and v.endedAt is null and v.sealedAt is not null")
    Optional<AgreementVersion> lockHolding(UUID caseId);
}
