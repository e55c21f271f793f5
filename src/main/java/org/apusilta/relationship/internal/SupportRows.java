package org.apusilta.relationship.internal;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface SupportRows extends Repository<RunningSupport, UUID> {

    RunningSupport save(RunningSupport support);

    Optional<RunningSupport> findById(UUID id);

    Optional<RunningSupport> findByCaseId(UUID caseId);
}
