package org.apusilta.agreement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The agreement between client and volunteer, in three parts (R15), with versions. A confirmed version never changes. */
public interface Agreements {

    /** How somebody confirmed. */
    enum Means { LINK, PHONE, PAPER }

    /** @param recordedBy the coordinator who recorded it; null when given by link */
    record Confirmation(Means means, Instant at, @Nullable String recordedBy) {}

    /**
     * One version: task, help to expect, what does not belong; and who confirmed it.
     *
     * @param askedAt since when its words stand and both may sign, null for a draft
     * @param sealedAt since when it holds or held, null until both have confirmed
     */
    record Version(UUID id, UUID caseId, int number, UUID volunteerId, String task, String help, String excluded, Instant draftedAt,
            @Nullable Confirmation byClient, @Nullable Confirmation byVolunteer, @Nullable Instant askedAt, @Nullable Instant sealedAt, @Nullable Instant endedAt) {}

    /** @return the versions of this case's agreement, oldest first */
    List<Version> of(UUID caseId);
}
