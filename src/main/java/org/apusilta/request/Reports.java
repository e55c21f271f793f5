package org.apusilta.request;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something told by link that a person must look at today before anything follows from it. */
public interface Reports {

    /**
     * @param kind DEATH or CHANGE @param toldBy REQUESTER, CLIENT, VOLUNTEER, or OTHER_CASE, whose number the words are then
     * @param outcome CONFIRMED or NOT_SO, null while open
     */
    record Report(UUID id, UUID caseId, String kind, String toldBy, @Nullable String words, @Nullable UUID changeId, Instant toldAt,
            @Nullable String outcome, @Nullable String settledBy) {}

    /** Who may tell us of it; OTHER_CASE is a death recorded in another request that seems to be the same person's. */
    enum ToldBy { REQUESTER, CLIENT, VOLUNTEER, OTHER_CASE }

    /** Somebody tells by link that the client has died: today's task for a coordinator. A report alone ends nothing; told twice it is one task. */
    void clientDied(UUID caseId, ToldBy by, @Nullable String words);

    /** @return what was told in this case, oldest first */
    List<Report> of(UUID caseId);
}
