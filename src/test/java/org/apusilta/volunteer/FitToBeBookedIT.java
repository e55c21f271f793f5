package org.apusilta.volunteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apusilta.ApusiltaTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was true when the list was shown may have changed when the place is booked: the booking itself asks again, and the table does. */
@ApusiltaTest
class FitToBeBookedIT {

    private static final List<String> KINDS = List.of("FAMILY_FRIEND");

    @Autowired Volunteers volunteers;
    @Autowired Registered registered;
    @Autowired JdbcClient db;

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of("AWAY", "UPDATE apusilta.volunteer SET resting_until = current_date + 3"),
                Arguments.of("AWAY", "UPDATE apusilta.volunteer SET status = 'PAUSED'"),
                Arguments.of("AGREEMENT", "UPDATE apusilta.volunteer SET insured_until = NULL, agreement_until = NULL"),
                Arguments.of("AGREEMENT", "UPDATE apusilta.volunteer SET insured_until = '2020-01-01', agreement_until = '2020-01-01'"),
                Arguments.of("INSURANCE", "UPDATE apusilta.volunteer SET insured_until = '2020-01-01'"),
                Arguments.of("AGE", "UPDATE apusilta.volunteer SET birth_year = 1920"),
                Arguments.of("CHECK", "UPDATE apusilta.volunteer SET check_until = '2020-01-01'"),
                Arguments.of("CHECK", "UPDATE apusilta.volunteer SET check_until = NULL"),
                Arguments.of("KIND", "DELETE FROM apusilta.volunteer_kind"),
                Arguments.of("TRAINING", "DELETE FROM apusilta.volunteer_training"),
                Arguments.of("LOAD", "UPDATE apusilta.volunteer SET capacity = 0"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("changes")
    void whatChangesBetweenListAndBookingStopsTheBooking(String missing, String change) {
        var volunteer = registered.volunteer("Fanni", "hy");
        assertThat(listed(volunteer)).as("on the list").isTrue();
        db.sql(change + " WHERE " + (change.contains("volunteer_") ? "volunteer_id" : "id") + " = :id").param("id", volunteer).update();   // behind the list's back
        assertThat(listed(volunteer)).as("still on the list").isTrue();
        assertThat(volunteers.reserve(volunteer, KINDS)).isFalse();
        assertThat(registered.load(volunteer)).isZero();
        assertThat(db.sql("SELECT apusilta.missing_for(v, '{FAMILY_FRIEND}', current_date) FROM apusilta.volunteer v WHERE id = ?").param(volunteer).query(String.class).single())
                .isEqualTo(missing);
    }

    @Test
    void aKindThatNeedsNoCheckIsBookedWithoutOne() {
        var volunteer = registered.volunteer("Fanni", "hy");
        registered.change(volunteer, "UPDATE apusilta.volunteer SET check_until = NULL");
        assertThat(volunteers.reserve(volunteer, KINDS)).isFalse();
        assertThat(volunteers.reserve(volunteer, List.of("FRIEND_VISIT"))).isTrue();
        assertThat(registered.load(volunteer)).isEqualTo(1);
    }

    @Test
    void helviStandsForTheBasics() {
        var volunteer = registered.volunteer("Fanni", "hy");
        registered.change(volunteer, "DELETE FROM apusilta.volunteer_training");
        db.sql("INSERT INTO apusilta.volunteer_training VALUES (?, 'HELVI', current_date), (?, 'YOUNG', current_date)").params(volunteer, volunteer).update();
        assertThat(volunteers.reserve(volunteer, KINDS)).isTrue();
    }

    @Test
    void aTrainingThatHasRunOutCountsNoMoreForListAndBooking() {
        var volunteer = registered.volunteer("Fanni", "hy");
        db.sql("UPDATE apusilta.training SET renew_months = 24 WHERE code = 'YOUNG'").update();
        try {
            registered.change(volunteer, "UPDATE apusilta.volunteer_training SET done_on = current_date - interval '25 months'");
            assertThat(listed(volunteer)).isFalse();
            assertThat(volunteers.reserve(volunteer, KINDS)).isFalse();
            assertThat(volunteers.reserve(volunteer, List.of("FRIEND_VISIT"))).isTrue();
        } finally {
            db.sql("UPDATE apusilta.training SET renew_months = NULL WHERE code = 'YOUNG'").update();
        }
    }

    @Test
    void theTableRefusesWhatPassesTheBookingBy() {
        var volunteer = registered.volunteer("Fanni", "hy");
        registered.change(volunteer, "UPDATE apusilta.volunteer SET insured_until = '2020-01-01'");
        assertThatThrownBy(() -> db.sql("UPDATE apusilta.volunteer SET load = load + 1 WHERE id = ?").param(volunteer).update())
                .isInstanceOf(DataIntegrityViolationException.class).hasMessageContaining("INSURANCE");
        assertThat(registered.load(volunteer)).isZero();
    }

    @Test
    void twoWhoBookTheLastPlaceAtTheSameInstantGetItOnce() throws Exception {
        var volunteer = registered.volunteer("Fanni", "hy");
        var start = new CyclicBarrier(6);
        var threads = Executors.newFixedThreadPool(6);
        try {
            var booked = 0;
            for (var one : threads.invokeAll(IntStream.range(0, 6).mapToObj(n -> (Callable<Boolean>) () -> {
                start.await();
                return volunteers.reserve(volunteer, KINDS);
            }).toList())) {
                booked += one.get() ? 1 : 0;
            }
            assertThat(booked).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
        assertThat(registered.load(volunteer)).isEqualTo(1);
    }

    private boolean listed(UUID volunteer) {
        return db.sql("SELECT count(*) FROM apusilta.bookable WHERE volunteer_id = ? AND kind_code = 'FAMILY_FRIEND' AND bookable_until >= current_date").param(volunteer)
                .query(Integer.class).single() > 0;
    }
}
