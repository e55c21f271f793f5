package org.apusilta.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.UUID;
import org.apusilta.ApusiltaTest;
import org.apusilta.messaging.Messages;
import org.apusilta.request.HelpRequests.DeathToldBy;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** What a volunteer has in hand, on their own page: the pages of their links without the links, while it is theirs and no longer. */
@ApusiltaTest
class OwnTasksIT {

    @Autowired Journey walk;
    @Autowired MockMvc web;
    @Autowired Messages messages;

    @BeforeEach
    void people() {
        walk.somePeople();
    }

    @AfterEach
    void today() {
        ClockUtil.reset();
    }

    @Test
    void fromTheOfferToTheVisitWithoutALink() throws Exception {
        var id = walk.received();
        walk.accept(id);
        var volunteer = walk.chooseFirst(id);
        var device = device(volunteer);
        var client = walk.requests.client(id).name();
        page(device).andExpect(content().string(containsString("Read and answer"))).andExpect(content().string(not(containsString(client))));
        act(device, door("offer", id, walk.openOffer(id).id()), "answer", "yes").andExpect(status().isOk());
        walk.runJobs(id);
        act(device, door("visit", id, volunteer), "do", "contact").andExpect(status().isGone());
        page(device).andExpect(content().string(containsString("the client thinks it over")));
        walk.clientAnswered(id, "yes");
        act(device, door("visit", id, volunteer), "do", "contact").andExpect(content().string(containsString(client)));
        walk.met(id);
        act(device, door("meeting-volunteer", id, walk.meeting(id).id()), "felt", "GOOD", "goOn", "YES").andExpect(status().isOk());
        walk.runJobs(id);
        walk.complete(id, "recordFirstMeeting", "meetingOutcome", "CONTINUE");
        walk.complete(id, "finaliseAgreement", "agreementOutcome", "READY");
        var version = walk.agreements.of(id).get(0).id();
        act(device, door("agreement-volunteer", id, version), "confirm", "yes").andExpect(status().isOk());
        walk.answer("agreement-client", id, version, java.util.Map.of("confirm", "yes"));
        assertThat(web.perform(get(door("agreement-volunteer", id, version) + "/file").cookie(device)).andExpect(status().isOk()).andReturn().getResponse().getContentType()).isEqualTo("application/pdf");

        var support = walk.supports.of(id).orElseThrow();
        web.perform(post("/own/visit/" + id).with(csrf()).cookie(device)).andExpect(flash().attribute("said", "own.said.visit"));
        web.perform(post("/own/visit/" + id).with(csrf()).cookie(device)).andExpect(flash().attribute("said", "own.said.visit"));
        var visit = walk.supports.happenings(id).visits();
        assertThat(visit).singleElement().satisfies(one -> assertThat(one.means()).isEqualTo("LINK"));
        act(device, door("visit-log", id, visit.get(0).id()), "answer", "DONE", "minutes", "50");
        web.perform(post("/own/visit/" + id).with(csrf()).cookie(device));
        assertThat(walk.supports.happenings(id).visits().get(0).minutes()).as("one click more wipes nothing out").isEqualTo(50);
        page(device).andExpect(content().string(not(containsString("action=\"/own/visit/" + id))));

        // another volunteer, with a page of their own, opens nothing of this
        var stranger = device(someoneElse(volunteer));
        for (var door : List.of(door("visit", id, volunteer), door("visit-log", id, visit.get(0).id()), door("tell-us-volunteer", id, support.id()), door("agreement-volunteer", id, version))) {
            web.perform(get(door).cookie(stranger)).andExpect(status().isGone());
            act(stranger, door, "do", "contact").andExpect(status().isGone());
        }
        web.perform(post("/own/visit/" + id).with(csrf()).cookie(stranger)).andExpect(flash().attribute("problem", "own.said.visit.over"));
        // nor the volunteer the client's side of it
        act(device, door("tell-us-client", id, support.id()), "what", "pause").andExpect(status().isGone());
        act(device, door("agreement-client", id, version), "confirm", "yes").andExpect(status().isGone());

        // by phone the same day: heard by phone
        ClockUtil.setCurrentTime(new java.util.Date(ClockUtil.getCurrentTime().getTime() + 86_400_000L));
        web.perform(post("/volunteers/" + volunteer + "/by-phone/visit/" + id).with(csrf()).with(authentication(UsernamePasswordAuthenticationToken.authenticated("lead", null,
                AuthorityUtils.createAuthorityList("ROLE_LEAD"))))).andExpect(flash().attribute("said", "own.said.visit"));
        assertThat(walk.supports.happenings(id).visits()).hasSize(2).last().satisfies(one -> {
            assertThat(one.means()).isEqualTo("PHONE");
            assertThat(one.recordedBy()).isEqualTo("lead");
        });

        // the page has closed by itself meanwhile: a new link
        page(device).andExpect(status().isFound());
        device = device(volunteer);
        // who opened the case is on record for the volunteer
        web.perform(get("/cases/" + id).with(authentication(UsernamePasswordAuthenticationToken.authenticated("coordinator", null, AuthorityUtils.createAuthorityList("ROLE_COORDINATOR")))))
                .andExpect(status().isOk());
        page(device).andExpect(content().string(containsString("Opened a case you are in")));

        // after a death nothing of the client opens any more
        walk.requests.clientDied(id, DeathToldBy.OTHER, "coordinator");
        for (var door : List.of(door("visit", id, volunteer), door("agreement-volunteer", id, version), door("visit-log", id, visit.get(0).id()))) {
            web.perform(get(door).cookie(device)).andExpect(status().isGone());
        }
        page(device).andExpect(status().isOk()).andExpect(content().string(not(matchesPattern("(?s).*/own/task/[^\"]*" + id + ".*"))));
    }

    private UUID someoneElse(UUID volunteer) {
        return walk.database.sql("SELECT id FROM apusilta.volunteer WHERE id <> ? AND status = 'ACTIVE' LIMIT 1").param(volunteer).query(UUID.class).single();
    }

    private static String door(String purpose, UUID caseId, UUID subject) {
        return "/own/task/" + purpose + "/" + caseId + "/" + subject;
    }

    private Cookie device(UUID volunteer) throws Exception {
        var mail = "oma" + volunteer + "@postia.example";
        walk.database.sql("UPDATE apusilta.volunteer SET email = ? WHERE id = ?").params(mail, volunteer).update();
        web.perform(post("/own").with(csrf()).param("contact", mail).with(request -> {
            request.setRemoteAddr("203.0.113." + Math.abs(volunteer.hashCode() % 250));
            return request;
        }));
        var sent = messages.of(volunteer).stream().filter(one -> one.template().equals("own-page-link")).toList();
        return web.perform(post(sent.get(sent.size() - 1).links().get(0)).with(csrf())).andReturn().getResponse().getCookie("APUSILTA-OWN");
    }

    private ResultActions page(Cookie device) throws Exception {
        return web.perform(get("/own/page").cookie(device).header("Accept-Language", "en"));
    }

    private ResultActions act(Cookie device, String door, String... fields) throws Exception {
        var request = post(door).with(csrf()).cookie(device).header("Accept-Language", "en");
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return web.perform(request);
    }
}
