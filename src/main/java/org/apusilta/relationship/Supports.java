package org.apusilta.relationship;

import java.time.Instant;
import java.time.LocalDate;
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

    /**
     * A visit that was asked about or told of. The last word counts.
     *
     * @param answer DONE, NOT_DONE, MOVED or null @param medium IN_PERSON, PHONE, VIDEO or OUTING @param means LINK or PHONE
     * @param recordedBy the account that heard it by phone
     */
    record Visit(UUID id, UUID supportId, LocalDate plannedOn, @Nullable Instant askedAt, @Nullable String answer, @Nullable LocalDate movedTo,
            @Nullable Integer minutes, @Nullable String medium, @Nullable String note, @Nullable String means, @Nullable String recordedBy,
            @Nullable Instant answeredAt, @Nullable Instant correctedAt) {}

    /** @param by CLIENT, VOLUNTEER or COORDINATOR @param about null when a follow-up found it @param outcome null while open */
    record Worry(String by, @Nullable String about, boolean urgent, @Nullable String words, @Nullable String recordedBy, Instant at,
            @Nullable String outcome, @Nullable Instant settledAt) {}

    /** @param pausedUntil its last day @param endedAt null while it runs */
    record Pause(UUID id, UUID supportId, String reason, String askedBy, @Nullable String recordedBy, Instant beganAt, LocalDate pausedUntil,
            @Nullable Instant endedAt) {}

    /** How a side sees a concern. @param side CLIENT or VOLUNTEER @param wish CONTINUE, AGREEMENT, CHANGE or END */
    record View(String side, String means, String wish, @Nullable String words, Instant givenAt) {}

    /** What happened while a support ran, each oldest first. */
    record Happenings(List<Visit> visits, List<Worry> worries, List<Pause> pauses, List<View> views) {}

    /** @return visits, concerns, pauses and views; empty lists when no support has begun */
    Happenings happenings(UUID caseId);

    /** @return the support of this case, when it has begun */
    Optional<Support> of(UUID caseId);

    /** @return what both sides answered, oldest first */
    List<CheckIn> checkIns(UUID caseId);

    /** @return the follow-up period that runs, which the check-in links are about; empty when no support does */
    Optional<UUID> runningPeriod(UUID caseId);
}
