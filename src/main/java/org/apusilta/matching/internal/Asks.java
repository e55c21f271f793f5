package org.apusilta.matching.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.request.CaseFacts;
import org.apusilta.request.HelpRequests;
import org.apusilta.volunteer.Vocabulary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Turns a request into the numbers matching works with. */
@Component
class Asks {

    /** Days are the city's days, whatever the server's zone. */
    static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    /** Key of the client's practical matters under which they tell what they like, in their own words. */
    static final String INTERESTS = "interests";

    private final HelpRequests requests;
    private final Catalogue catalogue;
    private final Vocabulary vocabulary;
    private final ToldInterests interests;
    private final CaseWishes wishes;
    private final Pairs pairs;
    private final WeightTable weights;
    private final JdbcClient jdbc;
    private final Clock clock;

    Asks(HelpRequests requests, Catalogue catalogue, Vocabulary vocabulary, ToldInterests interests, CaseWishes wishes, Pairs pairs,
            WeightTable weights, JdbcClient jdbc, Clock clock) {
        this.requests = requests;
        this.catalogue = catalogue;
        this.vocabulary = vocabulary;
        this.interests = interests;
        this.wishes = wishes;
        this.pairs = pairs;
        this.weights = weights;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws java.util.NoSuchElementException when there is no such request */
    Ask of(UUID caseId) {
        var facts = requests.facts(caseId);
        var client = requests.client(caseId);
        var district = catalogue.district(facts.district()).orElseThrow();
        var languages = facts.languages().isEmpty() ? List.of(client.language()) : facts.languages();
        var today = today();
        var chain = chain(facts);
        var told = wishes.told(caseId);
        return new Ask(caseId, facts.kinds(), district.x(), district.y(), Vocabulary.slots(facts.times()),
                vocabulary.languages(languages), vocabulary.languages(List.of(languages.get(0))), interests.mask(client.practical().get(INTERESTS)),
                facts.genderWish(), facts.petsAtHome(), facts.smokingAtHome(), facts.needsStrength(), facts.needsCar(),
                besides(facts, chain, today, told), chain, told.relaxed(), waited(facts, today), today,
                facts.startOn() == null || facts.startOn().isBefore(today) ? today : facts.startOn(), facts.recurring() && facts.hoursPerWeek() != null ? facts.hoursPerWeek() : 0,
                weights.on(today));
    }

    private Ask.Besides besides(CaseFacts facts, Set<UUID> chain, LocalDate today, CaseWishes.Told told) {
        var wish = told.wish();
        var ofClient = new LinkedHashSet<>(chain);
        ofClient.addAll(requests.ofSameClient(facts.id()));
        var history = pairs.of(chain, ofClient);
        return new Ask.Besides(Ask.Level.valueOf(wish.level()), Surroundings.home(facts.petsAtHome(), facts.smokingAtHome(), wish.around()), vocabulary.languages(wish.practises()),
                wish.welcomes(), told.bornUntil(today.getYear()),
                history.asked(), history.badly(), history.well());
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(HELSINKI));
    }

    /** A request that goes on from another remembers whom that one asked. */
    private Set<UUID> chain(CaseFacts facts) {
        var cases = new LinkedHashSet<UUID>();
        for (var next = facts; next != null && cases.add(next.id());) {
            next = next.previousId() == null ? null : requests.find(next.previousId()).orElse(null);
        }
        return cases;
    }

    private int waited(CaseFacts facts, LocalDate today) {
        return (int) Math.max(0, ChronoUnit.DAYS.between(since(facts).atZone(HELSINKI).toLocalDate(), today));
    }

    /**
     * Since when this request counts as waiting. Who goes on after a change of volunteer keeps the place in the queue: the days waited
     * before the earlier support began count on, those in which a volunteer came do not.
     */
    Instant waitingSince(UUID caseId) {
        return since(requests.facts(caseId));
    }

    private Instant since(CaseFacts facts) {
        var before = facts.previousId() == null ? null : requests.find(facts.previousId()).orElse(null);
        if (before == null) {
            return facts.receivedAt();
        }
        var helped = jdbc.sql("SELECT min(serving_from) FROM apusilta.offer WHERE case_id = ?").param(before.id()).query(java.sql.Timestamp.class).optional()
                .map(java.sql.Timestamp::toInstant).orElseGet(() -> before.closedAt() == null ? facts.receivedAt() : before.closedAt());
        return facts.receivedAt().minus(Duration.between(since(before), helped));
    }
}
