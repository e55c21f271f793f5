package org.apusilta.relationship;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Running support between a client and a volunteer. */
public interface Supports {

    /** @param period number of the follow-up period that runs, from 1 */
    record Support(UUID id, UUID caseId, UUID volunteerId, Instant startedAt, int period, @Nullable Instant endedAt) {}

    /** @param side CLIENT or VOLUNTEER @param wellbeing 1 (badly) to 5 (well) @param means LINK or PHONE */
    record CheckIn(UUID supportId, int period, String side, int wellbeing, boolean concern, @Nullable String note, String means,
            Instant at) {}

    /** @return the support of this case, when it has begun */
    Optional<Support> of(UUID caseId);

    /** @return what both sides answered, oldest first */
    List<CheckIn> checkIns(UUID caseId);

    /** @return the follow-up period that runs, which the check-in links are about; empty when no support does */
    Optional<UUID> runningPeriod(UUID caseId);
}
