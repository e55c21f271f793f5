package org.apusilta.matching;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Candidates with reasons, offers and reservations. Rules and scores propose; a named coordinator chooses. */
public interface Matching {

    /**
     * @param code which component: distance, times, interests, language, practice, load, recency, earlier, waiting, competition, gender
     * @param points points it gave, thousandths
     * @param sentence why, in the reader's words
     * @param change what would bring the points that are missing, in the reader's words; null when none are or nothing would
     * @param heed whether somebody has to know it before choosing: not known, or a condition that was relaxed
     */
    record Reason(String code, int points, int outOf, String sentence, @Nullable String change, boolean heed) {

        /** @return points that are missing, thousandths */
        public int missing() {
            return Math.max(0, outOf - points);
        }
    }

    /** @param score sum of the reasons, thousandths of a point; 0 to 100,000 and more with waiting */
    record Candidate(UUID volunteerId, String name, int score, List<Reason> reasons) {}

    /** @param constraint what would be relaxed: DISTANCE, TIMES, LANGUAGE, GENDER @param found how many it would bring */
    record Relaxation(String constraint, int found) {}

    /** State of an offer. A no is a fact about the offer, never about the volunteer (R21). */
    enum OfferState { OPEN, ACCEPTED, DECLINED, EXPIRED, RELEASED, CLIENT_DECLINED }

    /** What the client said of the volunteer proposed. @param means LINK, PHONE or PAPER, null before clients were asked @param recordedBy account, null by link */
    record ClientAnswer(boolean yes, @Nullable String means, @Nullable String recordedBy, Instant at) {}

    /** One offer to one volunteer. @param client what the client said after the volunteer's yes, null until then */
    record Offer(UUID id, UUID caseId, UUID volunteerId, String volunteerName, OfferState state, Instant madeAt, Instant expiresAt,
            @Nullable Instant answeredAt, @Nullable ClientAnswer client) {}

    /** One opening of the client's details by the matched volunteer. */
    record Opened(UUID volunteerId, What what, Instant at) {

        /** Name, phone, e-mail and address; or what is needed at the door, near a visit. */
        public enum What { CONTACT, VISIT_CARD }
    }

    /** @return who opened what of the client's details, oldest first */
    List<Opened> openings(UUID caseId);

    /** @return the best candidates for this case now, best first, reasons in the given language; at most {@code limit} (1 to 100) */
    List<Candidate> candidates(UUID caseId, int limit, Locale language);

    /** @return for each hard rule that could be relaxed, how many volunteers that alone would bring */
    List<Relaxation> relaxations(UUID caseId);

    /** @param name of a volunteer @param rules which hard rules keep them off the list, in the reader's words; empty when none does */
    record Excluded(UUID volunteerId, String name, List<String> rules) {}

    /**
     * Why somebody is not among the candidates: people of this name in the reader's districts, with every rule that excludes them.
     *
     * @param name a part of the name, two letters at least @return at most ten
     */
    List<Excluded> whyNot(UUID caseId, String name, Locale language);

    /** How a match of two people ended, where that counts for later ones; a neutral end is not told. */
    enum Parting {
        /** they would gladly meet again */ GOOD,
        /** not these two again */ BAD
    }

    /** The match of this case has ended for good. The first word stays. */
    void parted(UUID caseId, UUID volunteerId, Parting how);

    /** @return all offers of the case, oldest first */
    List<Offer> offers(UUID caseId);

    /** @return the volunteer who said yes and is still booked for this case */
    Optional<UUID> matched(UUID caseId);

    /** @return the volunteer for whom both sides have said yes: only now may they know about each other */
    Optional<UUID> agreedByBoth(UUID caseId);
}
