package org.apusilta.relationship;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.apusilta.catalogue.BorderRule.Side;
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

    /** @param pausedUntil its last day @param endedAt null while it runs @param waits until a concern is settled */
    record Pause(UUID id, UUID supportId, String reason, String askedBy, @Nullable String recordedBy, Instant beganAt, LocalDate pausedUntil,
            @Nullable Instant endedAt, boolean waits) {}

    /** How a side sees a concern. @param side CLIENT or VOLUNTEER @param wish CONTINUE, AGREEMENT, CHANGE or END */
    record View(String side, String means, String wish, @Nullable String words, Instant givenAt) {}

    /** What a person decided on something that was not agreed: the volunteer's work, with a new version or covered already; a professional's; nothing to do. */
    enum DriftOutcome { BELONGS, COVERED, PROFESSIONAL, NOTHING, /** The case ended meanwhile: there was nothing left to decide. */ CASE_ENDED }

    /**
     * Something that came up in a visit and was not agreed.
     *
     * @param code a border rule's, or OTHER @param marked by the volunteer, else found in the note @param words what OTHER is
     * @param proposed what the rule says @param outcome null while nobody has decided
     */
    record Drift(UUID id, UUID caseId, UUID visitId, LocalDate visitOn, String code, boolean marked, @Nullable String words, Side proposed, Instant seenAt,
            @Nullable DriftOutcome outcome, @Nullable String decidedBy, @Nullable Instant decidedAt) {}

    /** What happened while a support ran, each oldest first. */
    record Happenings(List<Visit> visits, List<Worry> worries, List<Pause> pauses, List<View> views, List<Drift> drifts) {}

    /** @return visits, concerns, pauses and views; empty lists when no support has begun */
    Happenings happenings(UUID caseId);

    /** @return what that is called; "something else" when no rule of the border speaks of it */
    String piece(Drift drift, Locale language);

    /** @return when both sides are asked next how it goes; empty while they are being asked, in a pause, in a mediation and after the end */
    Optional<Instant> nextAsked(UUID caseId);

    /** @return the support of this case, when it has begun */
    Optional<Support> of(UUID caseId);

    /** @return what both sides answered, oldest first */
    List<CheckIn> checkIns(UUID caseId);

    /** @return the follow-up period that runs, which the check-in links are about; empty when no support does */
    Optional<UUID> runningPeriod(UUID caseId);
}
