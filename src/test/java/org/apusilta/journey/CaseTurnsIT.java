package org.apusilta.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apusilta.ApusiltaTest;
import org.apusilta.matching.internal.VolunteerNotices;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.RequestChanges;
import org.apusilta.request.RequestStatus;
import org.apusilta.request.internal.StatusLinks;
import org.apusilta.volunteer.Volunteers;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The pages on which a death, a volunteer's leaving or rest, and other wishes are told. */
@ApusiltaTest
class CaseTurnsIT {

    @Autowired Journey walk;
    @Autowired MockMvc web;
    @Autowired StatusLinks links;
    @Autowired Volunteers volunteers;
    @Autowired RequestChanges changes;
    @Autowired VolunteerNotices notices;

    @BeforeEach
    void people() {
        walk.somePeople();
    }

    @AfterEach
    void today() {
        ClockUtil.reset();
    }

    @Test
    void whoAskedChangesTheRequestOnTheStatusPageAgainAndAgainUntilItEnds() throws Exception {
        var id = walk.received();
        var token = links.issue(id);
        tell(token, Map.of("what", "change", "words", "Kaksi kertaa viikossa kävisi.", "hoursPerWeek", "4,5")).andExpect(content().string(containsString("The change is kept")));
        walk.runJobs(id);
        tell(token, Map.of("what", "change", "words", "Tai sittenkin kerran.", "hoursPerWeek", "2", "startOn", "2027-02-01")).andExpect(content().string(containsString("The change is kept")));
        walk.runJobs(id);
        assertThat(walk.requests.facts(id).hoursPerWeek()).isEqualTo(2.0);
        assertThat(walk.openTasks(id)).containsExactly("screenRequest");
        assertThat(changes.of(id)).hasSize(2).allSatisfy(change -> assertThat(change.saidBy()).isEqualTo("CLIENT"));

        tell(token, Map.of("what", "change", "time_SAT_AM", "true", "time_SUN_PM", "true", "language_sv", "true", "language_fi", "true")).andExpect(content().string(containsString("The change is kept")));
        assertThat(walk.requests.facts(id).times()).containsExactly("SAT_AM", "SUN_PM");
        assertThat(walk.requests.facts(id).languages()).containsExactly("fi", "sv");
        tell(token, Map.of("what", "change", "words", "x", "anyTime", "true", "time_SAT_AM", "true")).andExpect(content().string(containsString("Something is missing")))
                .andExpect(content().string(org.hamcrest.Matchers.matchesRegex("(?s).*name=\"time_SAT_AM\"[^>]*checked.*")));
        tell(token, Map.of("what", "change", "words", "x", "time_SAT_NIGHT", "true")).andExpect(content().string(containsString("Something is missing")));
        tell(token, Map.of("what", "change", "anyTime", "true")).andExpect(content().string(containsString("The change is kept")));
        assertThat(walk.requests.facts(id).times()).isEmpty();
        walk.runJobs(id);

        tell(token, Map.of("what", "change", "words", " ")).andExpect(content().string(containsString("Something is missing")));
        tell(token, Map.of("what", "change", "words", "x", "hoursPerWeek", "many")).andExpect(content().string(containsString("Something is missing")));
        tell(token, Map.of("what", "change", "words", "x", "startOn", "2020-01-01")).andExpect(content().string(containsString("Something is missing")));
        tell(token, Map.of("what", "death")).andExpect(content().string(containsString("Something is missing")));
        walk.requests.withdraw(id, HelpRequests.Who.CLIENT);
        tell(token, Map.of("what", "change", "words", "Liian myöhään.")).andExpect(content().string(containsString("has ended already")));
        assertThat(changes.of(id)).hasSize(4);
    }

    /** A form that comes without its file is not our fault. */
    @Test
    void aDocumentThatIsNoneIsABadRequest() throws Exception {
        for (var accept : List.of("text/html", "application/json")) {
            web.perform(post("/cases/" + java.util.UUID.randomUUID() + "/documents").with(csrf()).with(coordinator()).header("Accept", accept)).andExpect(status().isBadRequest());
        }
    }

    /** By the link of a letter all happens in one transaction: what is wrong with a wish must not spoil it. */
    @Test
    void aWishThatCannotBeIsSaidAndShownAgainBehindTheMailedLinkToo() throws Exception {
        var id = walk.received();
        for (var wrong : List.of(Map.of("hoursPerWeek", "99"), Map.of("kind", "NO_SUCH_KIND"), Map.of("startOn", "+999999999-12-31"))) {
            var fields = new HashMap<>(wrong);
            fields.putAll(Map.of("what", "change", "words", "Kolmesti viikossa."));
            var page = walk.answered("status", id, id, fields);
            assertThat(page.model()).containsEntry("told", "INCOMPLETE").containsEntry("given", fields);
        }
        assertThat(walk.answered("status", id, id, Map.of("what", "change", "words", "\u200b")).model()).containsEntry("told", "INCOMPLETE");
        assertThat(changes.of(id)).isEmpty();
        tell(links.issue(id), Map.of("what", "change", "words", "Kolmesti viikossa.", "hoursPerWeek", "99"))
                .andExpect(content().string(containsString(">Kolmesti viikossa.</textarea>"))).andExpect(content().string(containsString("value=\"99\"")));
    }

    @Test
    void aCoordinatorRecordsWhatTheyHear() throws Exception {
        var id = walk.received();
        walk.accept(id);
        var first = walk.chooseFirst(id);
        record(id, "volunteer-rests", Map.of("until", "yesterday")).andExpect(flash().attribute("problem", "case.problem.volunteerRests"));
        record(id, "volunteer-rests", Map.of("until", LocalDate.now(java.time.ZoneId.of("Europe/Helsinki")).minusDays(2).toString())).andExpect(flash().attribute("problem", "case.problem.volunteerRests"));
        record(id, "volunteer-rests", Map.of("until", LocalDate.now(java.time.ZoneId.of("Europe/Helsinki")).plusDays(20).toString(), "words", "Matkoilla.")).andExpect(flash().attribute("said", "case.said.volunteerRests"));
        walk.runJobs(id);
        assertThat(volunteers.restingUntil(first)).isPresent();
        assertThat(walk.openTasks(id)).containsExactly("chooseVolunteer");

        var second = walk.chooseFirst(id);
        assertThat(second).isNotEqualTo(first);
        record(id, "volunteer-leaves", Map.of()).andExpect(flash().attribute("problem", "case.problem.volunteerLeaves"));
        record(id, "volunteer-leaves", Map.of("sure", "true")).andExpect(flash().attribute("said", "case.said.volunteerLeaves"));
        walk.runJobs(id);
        assertThat(volunteers.hasLeft(second)).isTrue();
        record(id, "volunteer-leaves", Map.of("sure", "true")).andExpect(flash().attribute("problem", "case.problem.volunteerLeaves"));

        record(id, "change", Map.of("district", "999")).andExpect(flash().attribute("problem", "case.problem.change"));
        record(id, "change", Map.of("anyTime", "true", "times", "MON_AM")).andExpect(flash().attribute("problem", "case.problem.change"));
        record(id, "change", Map.of("district", "702", "screenAnew", "true", "anyTime", "true", "languages", "sv")).andExpect(flash().attribute("said", "case.said.change"));
        walk.runJobs(id);
        assertThat(walk.openTasks(id)).containsExactly("screenRequest");
        record(id, "death", Map.of()).andExpect(flash().attribute("problem", "case.problem.death"));
        record(id, "death", Map.of("sure", "true", "words", "Sairaalasta soitettiin.")).andExpect(flash().attribute("said", "case.said.deathNobodyKnew"));
        walk.runJobs(id);
        assertThat(walk.requests.status(id)).isEqualTo(RequestStatus.ENDED);
        web.perform(get("/cases/" + id).with(coordinator())).andExpect(status().isOk()).andExpect(content().string(containsString("The client has died")))
                .andExpect(content().string(containsString("Sairaalasta soitettiin."))).andExpect(content().string(containsString("Languages: Finnish → Swedish")))
                .andExpect(content().string(containsString("Times: ")));
        record(id, "change", Map.of("hoursPerWeek", "3")).andExpect(flash().attribute("problem", "case.problem.change"));
        record(id, "reopen", Map.of("reason", "NEED_AGAIN", "words", "x", "agreed", "true")).andExpect(flash().attribute("problem", "case.problem.reopen.already"));
    }

    /** The volunteer's own link: everything they do rests or ends, in every case they have in hand. */
    @Test
    void theVolunteerTellsByTheirOwnLink() {
        var id = walk.supported();
        var support = walk.supports.of(id).orElseThrow();
        tellsUs(id, Map.of("what", "rest", "until", LocalDate.now(java.time.ZoneId.of("Europe/Helsinki")).plusDays(10).toString()));
        assertThat(walk.openTasks(id)).isEmpty();
        assertThat(walk.database.sql("select count(*) from apusilta.support_pause where support_id = ? and ended_at is null").param(support.id()).query(Integer.class).single()).isOne();
        tellsUs(id, Map.of("what", "leave"));
        assertThat(volunteers.hasLeft(support.volunteerId())).as("only when sure").isFalse();
        tellsUs(id, Map.of("what", "leave", "sure", "yes"));
        assertThat(volunteers.hasLeft(support.volunteerId())).isTrue();
        assertThat(walk.requests.next(id)).isPresent();
    }

    /** A case that could not be told at once hears it from the watch; one that has let go meanwhile is left alone. */
    @Test
    void aNoticeThatWasMissedIsToldAgain() {
        var id = walk.received();
        walk.accept(id);
        var volunteer = walk.chooseFirst(id);
        walk.database.sql("insert into apusilta.volunteer_notice (case_id, volunteer_id, said_by, written_at) values (?, ?, 'lead', now())").params(id, volunteer).update();
        notices.again();
        walk.runJobs(id);
        assertThat(walk.openTasks(id)).containsExactly("chooseVolunteer");
        assertThat(walk.matching.matched(id)).isEmpty();
        assertThat(walk.database.sql("select count(*) from apusilta.volunteer_notice where case_id = ? and heard_at is null").param(id).query(Integer.class).single()).isZero();
    }

    private void tellsUs(UUID id, Map<String, String> fields) {
        walk.answer("tell-us-volunteer", id, walk.supports.of(id).orElseThrow().id(), fields);
    }

    private ResultActions tell(String token, Map<String, String> fields) throws Exception {
        var request = post("/status/" + token + "/tell").with(csrf()).header("Accept-Language", "en");
        fields.forEach(request::param);
        return web.perform(request).andExpect(status().isOk());
    }

    private ResultActions record(UUID id, String what, Map<String, String> fields) throws Exception {
        var request = post("/cases/" + id + "/" + what).with(csrf()).with(coordinator());
        fields.forEach(request::param);
        return web.perform(request).andExpect(status().isFound());
    }

    private static org.springframework.test.web.servlet.request.RequestPostProcessor coordinator() {
        var person = authentication(UsernamePasswordAuthenticationToken.authenticated("coordinator", null, AuthorityUtils.createAuthorityList("ROLE_COORDINATOR")));
        return request -> {
            request.addPreferredLocale(java.util.Locale.ENGLISH);
            return person.postProcessRequest(request);
        };
    }
}
