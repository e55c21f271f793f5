package org.apusilta.matching.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.apusilta.matching.Matching.OfferState;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the process asks of us, step by step. Public for {@code matching.process} only. */
@Component
@Transactional
public class Brokering {

    /** So many are put before the coordinator. */
    public static final int SHORT_LIST = 10;
    private static final int LONG_LIST = 100;

    /** What a coordinator chose to relax; null leaves it as it was. */
    public record Relax(@Nullable Boolean distance, @Nullable Boolean times, @Nullable Boolean language, @Nullable Boolean gender) {}

    /** What the page behind an offer's link needs to know. @param answerBy in the city's time */
    public record Asked(UUID caseId, OfferState state, LocalDate answerBy, boolean clientSaidYes) {}

    private final Asks asks;
    private final Ranking ranking;
    private final Searches searches;
    private final Offers offers;
    private final Choices choices;
    private final CandidateLists lists;
    private final OfferMessages messages;
    private final WaitingRows waiting;
    private final WaitingMessages waitingMessages;
    private final NeedRows needs;
    private final Clock clock;

    Brokering(Asks asks, Ranking ranking, Searches searches, Offers offers, Choices choices, CandidateLists lists, OfferMessages messages,
            WaitingRows waiting, WaitingMessages waitingMessages, NeedRows needs, Clock clock) {
        this.asks = asks;
        this.ranking = ranking;
        this.searches = searches;
        this.offers = offers;
        this.choices = choices;
        this.lists = lists;
        this.messages = messages;
        this.waiting = waiting;
        this.waitingMessages = waitingMessages;
        this.needs = needs;
        this.clock = clock;
    }

    /** Searches with these rules relaxed and keeps the short list. @return how many are on it, 0 to {@link #SHORT_LIST} */
    public int search(UUID caseId, Relax wanted) {
        var was = searches.relaxed(caseId);
        var relaxed = new Ask.Relaxed(or(wanted.distance(), was.distance()), or(wanted.times(), was.times()),
                or(wanted.language(), was.language()), or(wanted.gender(), was.gender()));
        searches.open(caseId, relaxed, asks.waitingSince(caseId));
        var ask = asks.of(caseId);
        var best = ranking.best(ask, SHORT_LIST);
        searches.shortlist(caseId, best);
        lists.keep(caseId, best, ask.weights().version());
        return best.size();
    }

    /** Keeps what was chosen beside what was proposed at that moment, which may be days after the search. @param volunteerId null when nobody on the list was wanted */
    public void chosen(UUID caseId, String taskId, @Nullable UUID volunteerId, @Nullable String by, @Nullable String reason) {
        var ask = asks.of(caseId);
        var best = ranking.best(ask, SHORT_LIST);
        lists.keepIfNew(caseId, best, ask.weights().version());
        boolean onIt = volunteerId == null || best.stream().anyMatch(one -> one.volunteerId().equals(volunteerId));   // a round also proposes others
        choices.keep(caseId, taskId, volunteerId, by, reason, onIt ? best : ranking.best(ask, LONG_LIST), ask.weights().version(), clock.instant());
    }

    /**
     * Books a place with this volunteer and asks them. Everything is looked at again now: days may have passed since the choice.
     *
     * @return the offer's id; empty when the volunteer cannot be asked any more
     */
    public Optional<UUID> offer(UUID caseId, UUID volunteerId, String instanceId, Instant expiresAt) {
        if (!ranking.allows(asks.of(caseId), volunteerId)) {
            return Optional.empty();
        }
        var offer = offers.make(caseId, volunteerId, instanceId, expiresAt);
        offer.ifPresent(made -> {
            searches.close(caseId);
            messages.offered(made);
        });
        return offer.map(Offers.Row::id);
    }

    /** Reminds the volunteer once, while the offer is open. */
    public void remind(UUID offerId) {
        if (offers.reminded(offerId)) {
            messages.reminded(offers.find(offerId).orElseThrow());
        }
    }

    /** The volunteer has not answered: the place is free again. That is nobody's fault, and nothing is written about it. */
    public void expire(UUID offerId) {
        offers.expire(offerId);
    }

    /** @return the instance that waits for the answer, while the offer is open */
    public Optional<String> waiting(UUID offerId) {
        return offers.find(offerId).filter(offer -> offer.state() == OfferState.OPEN).map(Offers.Row::instanceId);
    }

    /** @return whether the offer was open until now */
    public boolean answer(UUID offerId, boolean yes) {
        return offers.answer(offerId, yes);
    }

    /** @throws IllegalStateException when not both have said yes: the process and our tables would disagree */
    public void confirm(UUID caseId) {
        offers.broughtTogether(caseId);
        var agreed = offers.of(caseId).stream().filter(offer -> offer.state() == OfferState.ACCEPTED && "YES".equals(offer.clientAnswer())).findFirst()
                .orElseThrow(() -> new IllegalStateException("Not both sides have said yes in this case"));
        searches.close(caseId);
        waiting.found(caseId);
        needs.close(caseId);
        waitingMessages.closeLinks(caseId);
        messages.agreed(agreed);
    }

    /** @return what is relaxed for this case now */
    @Transactional(readOnly = true)
    public Relax relaxed(UUID caseId) {
        var now = searches.relaxed(caseId);
        return new Relax(now.distance(), now.times(), now.language(), now.gender());
    }

    /** @return the offer as it stands */
    @Transactional(readOnly = true)
    public Optional<Asked> asked(UUID offerId) {
        return offers.find(offerId).map(offer -> new Asked(offer.caseId(), offer.state(), offer.expiresAt().atZone(Asks.HELSINKI).toLocalDate(),
                "YES".equals(offer.clientAnswer())));
    }

    private static boolean or(@Nullable Boolean wanted, boolean was) {
        return wanted == null ? was : wanted;
    }
}
