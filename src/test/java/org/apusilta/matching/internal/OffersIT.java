package org.apusilta.matching.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apusilta.ApusiltaTest;
import org.apusilta.matching.Matching.OfferState;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.Sent;
import org.apusilta.volunteer.Registered;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

@ApusiltaTest
class OffersIT {

    private static final Instant LATER = Instant.parse("2099-01-01T12:00:00Z");

    @Autowired Offers offers;
    @Autowired Registered registered;
    @Autowired HelpRequests requests;
    @Autowired JdbcTemplate jdbc;
    @Autowired Bookables bookables;

    @Test
    void eightThreadsNeverBookMorePlacesThanThereAre() throws Exception {
        var volunteer = registered.volunteer("Eino", "hy");
        registered.change(volunteer, "UPDATE apusilta.volunteer SET capacity = 3");

        var made = together(8, i -> offers.make(UUID.randomUUID(), volunteer, "instance", LATER).isPresent());

        assertThat(made).filteredOn(one -> one).hasSize(3);
        assertThat(registered.load(volunteer)).isEqualTo(3);
        assertThat(bookable(volunteer)).as("who is full can be booked no more").isZero();
    }

    @Test
    void aPlaceTakenLeavesTheTableAsMakingItAnewWould() {
        var volunteer = registered.volunteer("Eino", "hy");
        registered.change(volunteer, "UPDATE apusilta.volunteer SET capacity = 3, load = 1");
        offers.make(UUID.randomUUID(), volunteer, "instance", LATER).orElseThrow();
        var kept = rows(volunteer);

        bookables.refresh(volunteer);

        assertThat(kept).isNotEmpty().isEqualTo(rows(volunteer));
    }

    private List<String> rows(UUID volunteer) {
        return jdbc.queryForList("SELECT b::text FROM apusilta.bookable b WHERE volunteer_id = ? ORDER BY kind_code", String.class, volunteer);
    }

    /** Each request wants two hours a week; five are given. */
    @Test
    void eightThreadsNeverBookMoreHoursThanAreGiven() throws Exception {
        var volunteer = registered.volunteer("Eino", "hy");
        registered.change(volunteer, "UPDATE apusilta.volunteer SET capacity = 8, hours_limit = 5");
        var cases = IntStream.range(0, 8).mapToObj(i -> requests.submit(Sent.bySelf()).id()).toList();

        var made = together(8, i -> offers.make(cases.get(i), volunteer, "instance", LATER).isPresent());

        assertThat(made).filteredOn(one -> one).hasSize(2);
        assertThat(registered.load(volunteer)).isEqualTo(2);
        offers.of(cases.get(made.indexOf(true))).forEach(offer -> offers.answer(offer.id(), false));
        assertThat(offers.make(cases.get(made.indexOf(false)), volunteer, "instance", LATER)).as("a no gives the hours back").isPresent();
    }

    @Test
    void ofEightAnswersAtTheSameInstantOneCountsAndThePlaceIsGivenBackOnce() throws Exception {
        var volunteer = registered.volunteer("Eino", "hy");
        registered.change(volunteer, "UPDATE apusilta.volunteer SET capacity = 2, load = 1");
        var offer = offers.make(UUID.randomUUID(), volunteer, "instance", LATER).orElseThrow();

        var counted = together(8, i -> switch (i % 3) {
            case 0 -> offers.answer(offer.id(), false);
            case 1 -> offers.expire(offer.id());
            default -> offers.release(offer.id()).isPresent();
        });

        assertThat(counted).filteredOn(one -> one).hasSize(1);
        assertThat(registered.load(volunteer)).isEqualTo(1);
        assertThat(bookable(volunteer)).isPositive();
    }

    @Test
    void aYesKeepsThePlaceUntilItIsReleasedAndThatHappensOnce() {
        var volunteer = registered.volunteer("Eino", "hy");
        var offer = offers.make(UUID.randomUUID(), volunteer, "instance", LATER).orElseThrow();

        assertThat(offers.answer(offer.id(), true)).isTrue();
        assertThat(registered.load(volunteer)).isOne();
        assertThat(offers.expire(offer.id())).isFalse();
        offers.serving(offer.caseId());
        assertThat(offers.release(offer.id())).isPresent();
        assertThat(offers.release(offer.id())).isEmpty();

        assertThat(registered.load(volunteer)).isZero();
        assertThat(offers.find(offer.id()).orElseThrow().state()).isEqualTo(OfferState.RELEASED);
        assertThat(jdbc.queryForObject("SELECT last_ended_on IS NOT NULL FROM apusilta.volunteer WHERE id = ?", Boolean.class, volunteer))
                .as("has served, so a rest counts from now").isTrue();
    }

    @Test
    void aNoLeavesNothingOnTheVolunteer() {
        var volunteer = registered.volunteer("Eino", "hy");
        var before = jdbc.queryForMap("SELECT * FROM apusilta.volunteer WHERE id = ?", volunteer);
        var score = score(volunteer);

        var offer = offers.make(UUID.randomUUID(), volunteer, "instance", LATER).orElseThrow();
        offers.answer(offer.id(), false);

        assertThat(jdbc.queryForMap("SELECT * FROM apusilta.volunteer WHERE id = ?", volunteer)).isEqualTo(before);
        assertThat(score(volunteer)).isEqualTo(score);
    }

    @Test
    void onePersonAtATimeIsAskedForACase() {
        var caseId = UUID.randomUUID();
        offers.make(caseId, registered.volunteer("Eino", "hy"), "instance", LATER);
        var second = registered.volunteer("Aino", "hy");

        assertThatThrownBy(() -> offers.make(caseId, second, "instance", LATER)).isInstanceOf(DuplicateKeyException.class);
        assertThat(registered.load(second)).as("nothing is booked for an offer that was not made").isZero();
    }

    private Integer score(UUID volunteer) {
        return jdbc.queryForObject("SELECT sum(free) FROM apusilta.bookable WHERE volunteer_id = ?", Integer.class, volunteer);
    }

    private Integer bookable(UUID volunteer) {
        return jdbc.queryForObject("SELECT count(*) FROM apusilta.bookable WHERE volunteer_id = ?", Integer.class, volunteer);
    }

    private static java.util.List<Boolean> together(int threads, java.util.function.IntPredicate work) throws Exception {
        var start = new CyclicBarrier(threads);
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var answers = new ArrayList<Boolean>();
            for (var one : pool.invokeAll(IntStream.range(0, threads).mapToObj(i -> (Callable<Boolean>) () -> {
                start.await();
                return work.test(i);
            }).toList())) {
                answers.add(one.get());
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }
}
