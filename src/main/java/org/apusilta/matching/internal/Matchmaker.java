package org.apusilta.matching.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.apusilta.matching.Matching;
import org.apusilta.volunteer.Volunteers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers who fits, why, and who has been asked. */
@Component
@Transactional(readOnly = true)
class Matchmaker implements Matching {

    private final Asks asks;
    private final Ranking ranking;
    private final Explanation explanation;
    private final Offers offers;
    private final Volunteers volunteers;
    private final Openings openings;
    private final Exclusions exclusions;
    private final Pairs pairs;

    Matchmaker(Asks asks, Ranking ranking, Explanation explanation, Offers offers, Volunteers volunteers, Openings openings,
            Exclusions exclusions, Pairs pairs) {
        this.asks = asks;
        this.ranking = ranking;
        this.explanation = explanation;
        this.offers = offers;
        this.volunteers = volunteers;
        this.openings = openings;
        this.exclusions = exclusions;
        this.pairs = pairs;
    }

    @Override
    public List<Candidate> candidates(UUID caseId, int limit, Locale language) {
        var ask = asks.of(caseId);
        var best = ranking.best(ask, Math.min(100, Math.max(1, limit)));
        var people = volunteers.contacts(best.stream().map(Scored::volunteerId).toList());
        return best.stream().map(one -> new Candidate(one.volunteerId(), people.get(one.volunteerId()).name(), one.score(),
                explanation.of(ask, one, language))).toList();
    }

    @Override
    public List<Relaxation> relaxations(UUID caseId) {
        return ranking.relaxations(asks.of(caseId)).entrySet().stream().map(one -> new Relaxation(one.getKey(), one.getValue())).toList();
    }

    @Override
    public List<Excluded> whyNot(UUID caseId, String name, Locale language) {
        return exclusions.of(asks.of(caseId), name, language);
    }

    @Override
    @Transactional
    public void parted(UUID caseId, UUID volunteerId, Parting how) {
        pairs.parted(caseId, volunteerId, how == Parting.GOOD);
    }

    @Override
    public List<Offer> offers(UUID caseId) {
        var rows = offers.of(caseId);
        var people = volunteers.contacts(rows.stream().map(Offers.Row::volunteerId).toList());
        return rows.stream().map(row -> new Offer(row.id(), caseId, row.volunteerId(), people.get(row.volunteerId()).name(), row.state(),
                row.madeAt(), row.expiresAt(), row.answeredAt(), row.client())).toList();
    }

    @Override
    public Optional<UUID> matched(UUID caseId) {
        return offers.of(caseId).stream().filter(row -> row.state() == OfferState.ACCEPTED).map(Offers.Row::volunteerId).findFirst();
    }

    @Override
    public Optional<UUID> agreedByBoth(UUID caseId) {
        return offers.of(caseId).stream().filter(row -> row.state() == OfferState.ACCEPTED && "YES".equals(row.clientAnswer()))
                .map(Offers.Row::volunteerId).findFirst();
    }

    @Override
    public List<Opened> openings(UUID caseId) {
        return openings.of(caseId);
    }
}
