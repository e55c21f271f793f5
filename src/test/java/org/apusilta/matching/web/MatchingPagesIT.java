package org.apusilta.matching.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apusilta.ApusiltaTest;
import org.apusilta.matching.Matching;
import org.apusilta.matching.Searching;
import org.apusilta.request.HelpRequests;
import org.apusilta.volunteer.Registered;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The pages about choosing, without a browser. Everybody here speaks Pashto. */
@ApusiltaTest
class MatchingPagesIT {

    private static final String PASHTO = "ps";
    private static final RequestPostProcessor EAST = user("coordinator-east").roles("COORDINATOR");
    private static final RequestPostProcessor MANAGER = user("manager").roles("MANAGER");

    @Autowired MockMvc http;
    @Autowired Matching matching;
    @Autowired HelpRequests requests;
    @Autowired Registered registered;
    @Autowired RuntimeService runtime;
    @Autowired ManagementService jobs;
    @Autowired TaskService tasks;
    @Autowired JdbcTemplate jdbc;
    @Autowired Clock clock;

    private Searching searching;

    @BeforeEach
    void alone() {
        searching = new Searching(requests, runtime, jobs, tasks, jdbc, PASHTO);
        searching.alone();
        jdbc.update("DELETE FROM apusilta.candidate_list WHERE weights_version > 1");
        jdbc.update("DELETE FROM apusilta.round WHERE weights_version > 1");
        jdbc.update("DELETE FROM apusilta.weights WHERE version > 1");
    }

    @Test
    void aManagerKeepsFromWhichAgeAKindOfHelpMayBeGiven() throws Exception {
        var before = jdbc.queryForObject("SELECT min_age FROM apusilta.kind_age WHERE kind_code = 'FRIEND_VISIT'", Integer.class);
        try {
            http.perform(ages("16")).andExpect(redirectedUrl("/matching/weights?kept#ages-title"));
            assertThat(jdbc.queryForObject("SELECT min_age FROM apusilta.kind_age WHERE kind_code = 'FRIEND_VISIT'", Integer.class)).isEqualTo(16);
            http.perform(ages("12")).andExpect(status().isOk()).andExpect(content().string(containsString("ages-error")));
            assertThat(jdbc.queryForObject("SELECT min_age FROM apusilta.kind_age WHERE kind_code = 'FRIEND_VISIT'", Integer.class)).isEqualTo(16);
        } finally {
            jdbc.update("UPDATE apusilta.kind_age SET min_age = ? WHERE kind_code = 'FRIEND_VISIT'", before);
        }
    }

    private MockHttpServletRequestBuilder ages(String friend) {
        var sent = post("/matching/weights/ages").with(csrf()).with(user("manager").roles("MANAGER"));
        jdbc.query("SELECT kind_code, min_age FROM apusilta.kind_age", row -> {
            sent.param("age-" + row.getString(1), row.getString(1).equals("FRIEND_VISIT") ? friend : row.getString(2));
        });
        return sent;
    }

    @Test
    void aNewVersionOfTheWeightsCountsFromItsDayAndEveryListNamesItsOwn() throws Exception {
        registered.volunteer("Maire", PASHTO);
        var before = searching.at("Aamu Toivonen", "MON_AM");
        http.perform(weights("distance", "12,5", today().plusDays(1))).andExpect(redirectedUrl("/matching/weights?kept"));
        assertThat(distance(before)).as("not before its day").isEqualTo(30_000);

        http.perform(weights("distance", "7.25", today())).andExpect(redirectedUrl("/matching/weights?kept"));

        assertThat(distance(before)).isEqualTo(7_250);
        var after = searching.at("Ilta Toivonen", "MON_AM");
        var versions = jdbc.queryForList("SELECT version FROM apusilta.weights ORDER BY version", Integer.class);
        assertThat(versions).hasSize(3);
        assertThat(version(before)).isEqualTo(versions.get(0));
        assertThat(version(after)).isEqualTo(versions.get(2));
        assertThat(jdbc.queryForObject("SELECT distance FROM apusilta.weights WHERE version = ?", Integer.class, versions.get(0))).as("no version is ever changed").isEqualTo(30_000);
        assertThat(jdbc.queryForObject("SELECT kept_by FROM apusilta.weights WHERE version = ?", String.class, versions.get(2))).isEqualTo("manager");
        http.perform(get("/matching/weights").with(MANAGER).header("Accept-Language", "fi")).andExpect(content().string(allOf(containsString("Läheisyys: 30<"),
                containsString("Läheisyys: 7,25<"), containsString("Läheisyys: 12,5<"), containsString("ei vielä voimassa"))));
        jdbc.update("DELETE FROM apusilta.candidate_list WHERE weights_version > 1");
        jdbc.update("DELETE FROM apusilta.weights WHERE version > 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-1", "100.5", "1.2345", "1e9", "1e1", "1e99999999", "NaN"})
    void whatIsNoWeightIsSaidAndNothingIsKept(String value) throws Exception {
        http.perform(weights("distance", value, today()).header("Accept-Language", "en")).andExpect(status().isOk())
                .andExpect(content().string(containsString("Give a number from 0 to 100")));
        http.perform(weights("distance", "10", today().minusDays(1)).header("Accept-Language", "en")).andExpect(content().string(containsString("Give a day, today or later")));
        assertThat(jdbc.queryForObject("SELECT count(*) FROM apusilta.weights", Integer.class)).isOne();
    }

    @Test
    void whySomebodyIsNotThereIsSaidWithEveryRule() throws Exception {
        var far = registered.volunteer("Kaukomieli", PASHTO);
        registered.change(far, "UPDATE apusilta.volunteer SET x = x + 9000, car = false, birth_year = 2012");
        jdbc.update("INSERT INTO apusilta.volunteer_avoid VALUES (?, 'SCENT')", far);
        var fine = registered.volunteer("Kaukosydän", PASHTO);
        var id = searching.at("Aamu Toivonen", "MON_AM");
        http.perform(post("/matching/cases/{id}/wishes", id).with(EAST).with(csrf()).param("level", "B1").param("around", "SCENT", "ROCKET").param("minAge", "30").param("practises", "fi", "xx"))
                .andExpect(redirectedUrl("/matching/cases/" + id + "?kept#said"));

        var page = http.perform(post("/matching/cases/{id}/why-not", id).with(EAST).with(csrf()).param("name", "kauko").header("Accept-Language", "en")).andExpect(status().isOk())
                .andReturn().getResponse().getContentAsString();
        assertThat(page).contains("Kaukomieli Vesala", "The way is longer than they have said they would go.", "Is not old enough yet", "Something in the home",
                "Kaukosydän Vesala", "Meets every condition.").doesNotContain("The task needs a car");
        assertThat(matching.candidates(id, 10, Locale.ENGLISH)).extracting(Matching.Candidate::volunteerId).containsExactly(fine);

        http.perform(post("/matching/cases/{id}/why-not", id).with(EAST).with(csrf()).param("name", "%")).andExpect(content().string(not(containsString("Vesala</h3>"))));
        http.perform(post("/matching/cases/{id}/wishes", id).with(EAST).with(csrf()).param("level", "B1").param("minAge", "12").header("Accept-Language", "en"))
                .andExpect(content().string(containsString("The age is a whole number from 15 to 80")));
        http.perform(get("/matching/cases/{id}", UUID.randomUUID()).with(EAST)).andExpect(status().isNotFound());
        jdbc.update("UPDATE apusilta.help_request SET major = '1' WHERE id = ?", id);
        http.perform(get("/matching/cases/{id}", id).with(EAST)).andExpect(status().isForbidden());
    }

    /** The same rules as the list itself, one by one: whoever is named as excluded is not on it, and the other way round. */
    @Test
    void theRulesThatAreNamedAreThoseThatCount() {
        var id = searching.at("Aamu Toivonen", "MON_AM");
        for (var change : List.of("status = 'PAUSED'", "insured_until = DATE '2020-01-01'", "load = capacity", "slots = 4", "x = x + 9000",
                "birth_year = 2015", "hours_limit = 0.5", "resting_until = DATE '2099-01-01'")) {
            var one = registered.volunteer("Sääntö", PASHTO);
            registered.change(one, "UPDATE apusilta.volunteer SET " + change);
        }
        var training = registered.volunteer("Sääntö", PASHTO);
        registered.change(training, "DELETE FROM apusilta.volunteer_training");
        var language = registered.volunteer("Sääntö", PASHTO);
        registered.change(language, "UPDATE apusilta.volunteer_language SET level = 'A2'");

        org.springframework.security.core.context.SecurityContextHolder.getContext().setAuthentication(
                org.springframework.security.authentication.UsernamePasswordAuthenticationToken.authenticated("lead", null, List.of()));
        try {
            var said = matching.whyNot(id, "Sääntö", Locale.ENGLISH);
            assertThat(said).hasSize(10).allSatisfy(one -> assertThat(one.rules()).hasSize(1));
            assertThat(said.stream().flatMap(one -> one.rules().stream()).distinct()).hasSize(10);
        } finally {
            org.springframework.security.core.context.SecurityContextHolder.clearContext();
        }
        assertThat(matching.candidates(id, 100, Locale.ENGLISH)).isEmpty();
        jdbc.update("UPDATE apusilta.volunteer SET given_name = 'Entinen' WHERE given_name = 'Sääntö'");
    }

    /** A training that counts as the one needed is no hindrance, a lapsed one is; the family name may come first. */
    @Test
    void whatTrainingIsMissingIsSaidAsABookingWouldSeeIt() throws Exception {
        jdbc.update("INSERT INTO apusilta.training (code, name_fi, name_sv, name_en, provider, way, renew_months, counts_as) SELECT v.code, 'x', 'x', 'x', t.provider, t.way, v.months, v.counts"
                + " FROM apusilta.training t, (VALUES ('PILOTING', 36, NULL), ('PILOTING_ELSEWHERE', NULL, 'PILOTING')) v (code, months, counts) WHERE t.code = 'BASICS'");
        jdbc.update("INSERT INTO apusilta.kind_training VALUES (?, 'PILOTING')", Searching.KIND);
        try {
            var counts = registered.volunteer("Vastaava", PASHTO);
            jdbc.update("DELETE FROM apusilta.volunteer_training WHERE code = 'PILOTING' AND volunteer_id = ?", counts);
            registered.change(counts, "UPDATE apusilta.volunteer_training SET done_on = current_date");
            registered.volunteer("Vanhentunut", PASHTO);
            var id = searching.at("Aamu Toivonen", "MON_AM");
            var page = http.perform(post("/matching/cases/{id}/why-not", id).with(EAST).with(csrf()).param("name", "vesala va").header("Accept-Language", "en")).andReturn().getResponse().getContentAsString();

            assertThat(matching.candidates(id, 10, Locale.ENGLISH)).extracting(Matching.Candidate::volunteerId).containsExactly(counts);
            assertThat(page).containsSubsequence("Vanhentunut Vesala</h3>", "The training this needs is missing", "Vastaava Vesala</h3>", "Meets every condition").doesNotContain("another reason");
        } finally {
            jdbc.update("DELETE FROM apusilta.kind_training WHERE training_code = 'PILOTING'");
            jdbc.update("DELETE FROM apusilta.volunteer_training WHERE code LIKE 'PILOTING%'");
            jdbc.update("DELETE FROM apusilta.training WHERE code = 'PILOTING_ELSEWHERE'");
            jdbc.update("DELETE FROM apusilta.training WHERE code = 'PILOTING'");
        }
    }

    @Test
    void howTwoPartedCountsInEveryRequestOfTheSameClient() {
        var badly = registered.volunteer("Maire", PASHTO);
        var well = registered.volunteer("Onni", PASHTO);
        var before = searching.at("Sama Asiakas", "MON_AM");
        var now = searching.at("Sama Asiakas", "MON_AM");
        var other = searching.at("Toinen Asiakas", "MON_AM");

        matching.parted(before, badly, Matching.Parting.BAD);
        matching.parted(before, badly, Matching.Parting.GOOD);
        matching.parted(before, well, Matching.Parting.GOOD);

        assertThat(matching.candidates(now, 10, Locale.ENGLISH)).as("never the same two again").singleElement().satisfies(one -> {
            assertThat(one.volunteerId()).isEqualTo(well);
            assertThat(one.reasons()).filteredOn(reason -> reason.code().equals("earlier")).singleElement().extracting(Matching.Reason::points).isEqualTo(10_000);
        });
        assertThat(matching.candidates(other, 10, Locale.ENGLISH)).as("for another client it says nothing").hasSize(2)
                .allSatisfy(one -> assertThat(one.reasons()).filteredOn(reason -> reason.code().equals("earlier")).singleElement().extracting(Matching.Reason::points).isEqualTo(0));
    }

    @Test
    void whatSomebodyAvoidsIsKeptOnTheirCardWithoutAReason() throws Exception {
        var maire = registered.volunteer("Maire", PASHTO);
        http.perform(post("/volunteers/{id}/matching", maire).with(EAST).with(csrf()).param("avoids", "CAT", "NONSENSE").param("practises", "fi", "nonsense"))
                .andExpect(redirectedUrl("/volunteers/" + maire));
        http.perform(get("/volunteers/{id}", maire).with(EAST).header("Accept-Language", "en")).andExpect(content().string(allOf(
                containsString("Does not go to a home with"), containsString("Cat"), containsString("Finnish"))));
        assertThat(jdbc.queryForObject("SELECT avoids FROM apusilta.bookable WHERE volunteer_id = ? LIMIT 1", Integer.class, maire)).as("counts at once").isOne();
        http.perform(get("/volunteers/{id}/matching", UUID.randomUUID()).with(EAST)).andExpect(status().isNotFound());
    }

    @Test
    void fairnessTellsNothingOfOnePerson() throws Exception {
        registered.volunteer("Erityinen", PASHTO);
        for (var by : List.of("MAJOR", "LANGUAGE", "AGE")) {
            http.perform(get("/matching/fairness").param("by", by).with(MANAGER).header("Accept-Language", "en")).andExpect(status().isOk())
                    .andExpect(content().string(allOf(containsString("Why some are not proposed"), not(containsString("Erityinen")), not(containsString("Vesala")))));
        }
    }

    @Test
    void aRoundIsForOnesOwnDistrictsOnly() throws Exception {
        registered.volunteer("Maire", PASHTO);
        var id = searching.at("Aamu Toivonen", "MON_AM");
        http.perform(post("/matching/rounds").with(EAST).with(csrf()).param("kind", "WEEKLY").param("majors", "1")).andExpect(flash().attribute("problem", "matching.round.problem.majors"));
        var round = http.perform(post("/matching/rounds").with(EAST).with(csrf()).param("kind", "CRISIS").param("majors", "1", "7").param("kinds", Searching.KIND))
                .andReturn().getResponse().getRedirectedUrl();
        assertThat(jdbc.queryForObject("SELECT majors::text FROM apusilta.round WHERE id = ?::uuid", String.class, round.substring(round.lastIndexOf('/') + 1))).isEqualTo("{7}");
        http.perform(get(round).with(EAST).header("Accept-Language", "en")).andExpect(content().string(allOf(containsString("Maire Vesala"), containsString("The best of 1 who fit"))));
        http.perform(get(round).with(MANAGER)).andExpect(status().isForbidden());
        http.perform(post(round + "/decide").with(EAST).with(csrf()).param("act", "confirm").param("cases", id.toString()).header("Accept-Language", "en"))
                .andExpect(redirectedUrl(round + "#said"));
        assertThat(matching.offers(id)).hasSize(1);
        http.perform(post(round + "/decide").with(EAST).with(csrf()).param("act", "everything").param("cases", id.toString())).andExpect(status().isBadRequest());
        http.perform(post(round + "/decide").with(EAST).with(csrf()).param("act", "confirm").param("cases", id.toString())).andExpect(flash().attribute("became", java.util.Map.of()));
        http.perform(get("/matching/rounds/{id}", UUID.randomUUID()).with(EAST)).andExpect(status().isNotFound());
    }

    private static MockHttpServletRequestBuilder weights(String field, String value, LocalDate from) {
        var send = post("/matching/weights").with(MANAGER).with(csrf()).param("from", from.toString()).param("far", "10").param("interestsEnough", "3")
                .param("rested", "180").param("waitingDay", "5").param("competition", "30");
        for (var one : WeightsForm.WISHES) {
            send.param(one, one.equals(field) ? value : "10");
        }
        return send;
    }

    private int distance(UUID caseId) {
        return matching.candidates(caseId, 1, Locale.ENGLISH).get(0).reasons().get(0).points();
    }

    private Integer version(UUID caseId) {
        return jdbc.queryForObject("SELECT weights_version FROM apusilta.candidate_list WHERE case_id = ? ORDER BY id DESC LIMIT 1", Integer.class, caseId);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneId.of("Europe/Helsinki")));
    }
}
