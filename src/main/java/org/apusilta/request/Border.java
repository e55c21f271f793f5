package org.apusilta.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apusilta.catalogue.BorderRule.Side;
import org.jspecify.annotations.Nullable;

/** The border between volunteering and professional work, piece by piece of a request: proposed by a rule, decided by a person (R7, R19-R23). */
public interface Border {

    /** Where a piece comes from: a kind that was asked for, something found in the words, or something that came up in a visit. */
    enum Source { KIND, WORDS, VISIT }

    /** Why a person decided otherwise than the rule proposed. */
    enum Reason { NOT_ASKED, SMALL_HELP, SERVICE_HANDLES, NEEDS_SKILL, OTHER }

    /**
     * One wanted piece of help.
     *
     * @param code a kind's code, or a rule's
     * @param service where its professional part belongs, null when no rule speaks of it
     * @param decided VOLUNTEER or PROFESSIONAL; null while nobody has decided
     * @param reason why decided otherwise than proposed
     */
    record Piece(String code, Source source, @Nullable String service, Side proposed, @Nullable Side decided, @Nullable Reason reason,
            @Nullable String decidedBy, @Nullable Instant decidedAt) {}

    /** How often a piece was decided so. @param overruled of these, against the rule's proposal */
    record Count(String code, @Nullable String service, String district, Side decided, int times, int overruled) {}

    /** Requests closed because all that was asked is a professional's work, by what was asked. @param kind wanted @param service where it belongs */
    record Declined(String kind, @Nullable String service, String district, int requests) {}

    /** @param major code of a major district, null for all @return of those closed from (inclusive) to (exclusive); one that asked for two kinds counts with both */
    List<Declined> allProfessional(@Nullable String major, Instant from, Instant to);

    /** @return the pieces of the request, kinds first; not what came up later */
    List<Piece> of(UUID caseId);

    /**
     * Keeps what was decided on something that came up while the support runs; it counts as every other decision does. The last
     * decision of an occasion stays.
     *
     * @param occasion what it came up in
     * @param code a rule's, or one no rule speaks of
     */
    void cameUp(UUID caseId, UUID occasion, String code, @Nullable String service, @Nullable LocalDate ruleFrom, Side proposed, Side decided, String by);

    /** @return what the piece is called */
    String name(Piece piece, Locale language);

    /** @return where help with it is found instead; empty when no rule speaks of it */
    String advice(Piece piece, Locale language);

    /** @param major code of a major district, null for all @return decisions made from (inclusive) to (exclusive), by piece and district */
    List<Count> counts(@Nullable String major, Instant from, Instant to);
}
