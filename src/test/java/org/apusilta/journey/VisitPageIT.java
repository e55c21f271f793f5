package org.apusilta.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apusilta.ApusiltaTest;
import org.apusilta.engine.Caller;
import org.apusilta.matching.Matching.Opened.What;
import org.apusilta.messaging.Messages;
import org.apusilta.request.HelpRequests.Who;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.MockMvc;

/** What the matched volunteer may open, when, and that each opening is on record. */
@ApusiltaTest
class VisitPageIT {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    @Autowired Journey walk;
    @Autowired Messages messages;
    @Autowired MockMvc http;
    @LocalServerPort int port;

    @BeforeEach
    void people() {
        walk.somePeople();
    }

    @AfterEach
    void today() {
        ClockUtil.reset();
    }

    @Test
    void lookingShowsNothingAndEachOpeningIsOnRecord() throws Exception {
        var id = matched();
        var client = walk.requests.client(id);
        var link = link(id, "both-said-yes");
        assertThat(look(link)).contains("Olette molemmat sanoneet kyllä", "Vartiokylä").doesNotContain(client.name(), client.phone(), client.address(), "kuulolaite");
        assertThat(walk.matching.openings(id)).as("looking opens nothing").isEmpty();

        assertThat(send(link, "do", "contact")).contains(client.name(), client.phone(), client.address(), client.email()).doesNotContain("kuulolaite");
        assertThat(walk.matching.openings(id)).singleElement().satisfies(one -> {
            assertThat(one.what()).isEqualTo(What.CONTACT);
            assertThat(one.volunteerId()).isEqualTo(walk.matching.agreedByBoth(id).orElseThrow());
        });
        assertThat(send(link, "do", "card")).as("no visit is near").contains("Käyntikortti on nyt kiinni").doesNotContain("kuulolaite");
        assertThat(walk.matching.openings(id)).hasSize(1);
        assertThat(Caller.basic(port, "coordinator").get("/api/cases/" + id + "?lang=fi").body()).contains("avasi yhteystiedot");
    }

    @Test
    void theVisitCardOpensTheDayBeforeAndClosesAfterTheDayAfter() throws Exception {
        var id = matched();
        var link = link(id, "both-said-yes");
        var visit = LocalDate.now(HELSINKI).plusDays(4);
        walk.complete(id, "arrangeFirstMeeting", Map.of("meetingDate", visit.toString(), "accompanied", false));
        for (int day = -2; day <= 2; day++) {
            on(visit.plusDays(day));
            var near = day >= -1 && day <= 1;
            assertThat(look(link).contains("Näytä käyntikortti")).as("day " + day).isEqualTo(near);
            assertThat(send(link, "do", "card").contains("kuulolaite")).as("day " + day).isEqualTo(near);
        }
        assertThat(walk.matching.openings(id)).extracting(one -> one.what()).containsExactly(What.VISIT_CARD, What.VISIT_CARD, What.VISIT_CARD);
    }

    @Test
    void theVolunteerTellsTheNextVisitAndTheCardOpensNearIt() throws Exception {
        var id = walk.supported();
        var link = link(id, "first-meeting-volunteer");
        on(LocalDate.now(HELSINKI).plusDays(10));
        assertThat(look(link)).contains("Käyntikortti on nyt kiinni");
        var now = LocalDate.now(HELSINKI).plusDays(10);
        for (var wrong : List.of("", "31.12.2026", now.minusDays(1).toString(), now.plusDays(61).toString())) {
            assertThat(send(link, "do", "plan", "visitOn", wrong)).as(wrong).contains("enintään 60 päivän päähän");
        }
        assertThat(send(link, "do", "plan", "visitOn", now.plusDays(1).toString())).contains("Päivä on tallennettu", "Näytä käyntikortti");
        assertThat(send(link, "do", "card")).contains("kuulolaite", "Soita 112");
    }

    @Test
    void everythingClosesTheDayItEnds() throws Exception {
        var id = walk.supported();
        var link = link(id, "both-said-yes");
        assertThat(look(link)).contains("Näytä yhteystiedot");
        walk.requests.withdraw(id, Who.CLIENT);
        walk.runJobs(id);
        assertThat(http.perform(get(link)).andReturn().getResponse().getStatus()).isEqualTo(410);
        assertThat(http.perform(post(link).param("do", "contact").with(csrf())).andReturn().getResponse().getContentAsString())
                .doesNotContain(walk.requests.client(id).name());
        assertThat(walk.matching.openings(id)).isEmpty();
    }

    @Test
    void aVolunteerWhoWasLetGoSeesNothingWhenAnotherComes() throws Exception {
        var id = matched();
        var old = link(id, "both-said-yes");
        walk.met(id);
        walk.complete(id, "recordFirstMeeting", "meetingOutcome", "TRY_ANOTHER");
        walk.chooseFirst(id);
        walk.bothSayYes(id);
        assertThat(http.perform(post(old).param("do", "contact").with(csrf())).andReturn().getResponse().getStatus()).isEqualTo(410);
        assertThat(link(id, "both-said-yes")).isNotEqualTo(old);
        assertThat(send(link(id, "both-said-yes"), "do", "contact")).contains(walk.requests.client(id).name());
    }

    private static void on(LocalDate day) {
        ClockUtil.setCurrentTime(Date.from(day.atTime(12, 0).atZone(HELSINKI).toInstant()));
    }

    private UUID matched() {
        var id = walk.received();
        walk.accept(id);
        walk.chooseFirst(id);
        walk.bothSayYes(id);
        return id;
    }

    private String look(String link) throws Exception {
        return http.perform(get(link).param("lang", "fi")).andReturn().getResponse().getContentAsString();
    }

    private String send(String link, String... fields) throws Exception {
        var post = post(link).param("lang", "fi").with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            post.param(fields[i], fields[i + 1]);
        }
        return http.perform(post).andReturn().getResponse().getContentAsString();
    }

    private String link(UUID id, String template) {
        return messages.of(id).stream().filter(m -> m.template().equals(template)).reduce((a, b) -> b).orElseThrow().links().get(0);
    }
}
