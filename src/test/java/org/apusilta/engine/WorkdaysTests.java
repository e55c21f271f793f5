package org.apusilta.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.camunda.bpm.engine.DecisionService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkdaysTests {

    @ParameterizedTest(name = "{3}: {1} working days from {0} is {2}")
    @CsvSource({
        "2026-11-20,0,2026-11-20,a Friday is one",
        "2026-11-20,1,2026-11-23,the weekend does not count",
        "2026-11-21,0,2026-11-23,a Saturday means Monday",
        "2026-11-21,1,2026-11-24,and one day more is Tuesday",
        "2026-11-20,5,2026-11-27,a week",
        "2025-12-31,1,2026-01-02,New Year",
        "2026-01-05,1,2026-01-07,Epiphany",
        "2026-04-02,1,2026-04-07,Easter",
        "2026-04-30,1,2026-05-04,May Day",
        "2026-05-13,1,2026-05-15,Ascension Day",
        "2026-06-18,1,2026-06-22,Midsummer Eve",
        "2027-12-03,1,2027-12-07,Independence Day",
        "2026-12-23,1,2026-12-28,Christmas Eve and Christmas",
        "2026-12-30,1,2026-12-31,New Year's Eve is one",
        "2028-02-28,1,2028-02-29,the leap day is one",
    })
    void workingDaysAreThoseOfTheCity(LocalDate from, int days, LocalDate expected, String why) {
        assertThat(at("2026-11-20T10:00:00Z").add(from, days)).as(why).isEqualTo(expected);
    }

    @Test
    void aDeadlineIsTheEndOfTheOfficeDayInHelsinkiInSummerAndInWinter() {
        assertThat(at("2026-11-20T10:00:00Z").after(0)).isEqualTo("2026-11-20T14:00:00Z");
        assertThat(at("2026-06-15T10:00:00Z").after(0)).isEqualTo("2026-06-15T13:00:00Z");
        assertThat(at("2026-10-23T10:00:00Z").after(1)).as("across the change of clocks").isEqualTo("2026-10-26T14:00:00Z");
    }

    @Test
    void theDayIsHelsinkisWhenTheServersIsStillYesterday() {
        assertThat(at("2026-11-22T22:30:00Z").after(0)).isEqualTo("2026-11-23T14:00:00Z");
    }

    @Test
    void nothingBeginsLate() {
        assertThat(at("2026-11-20T14:00:00Z").after(0)).as("Friday, the office closes").isEqualTo("2026-11-23T14:00:00Z");
        assertThat(at("2026-11-19T19:16:00Z").after(0)).as("in the evening").isEqualTo("2026-11-20T14:00:00Z");
    }

    private static Workdays at(String now) {
        return new Workdays(Clock.fixed(Instant.parse(now), ZoneOffset.UTC), mock(DecisionService.class));
    }
}
