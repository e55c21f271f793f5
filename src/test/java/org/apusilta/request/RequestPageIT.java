package org.apusilta.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apusilta.ApusiltaTest;
import org.apusilta.request.internal.StatusLinks;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

@ApusiltaTest
class RequestPageIT {

    @Autowired MockMvc http;
    @Autowired HelpRequests requests;
    @Autowired StatusLinks links;
    @Autowired JdbcClient database;

    @ParameterizedTest
    @CsvSource({"fi,Kuka pyytää?", "sv,Vem ber om hjälp?", "en,Who asks?"})
    void theFirstStepAsksWhoAsksInTheReadersLanguage(String language, String question) throws Exception {
        http.perform(get("/request").param("lang", language)).andExpect(status().isOk())
                .andExpect(content().string(containsString(question))).andExpect(content().string(not(containsString("??"))));
    }

    @ParameterizedTest
    @EnumSource(AskedBy.class)
    void theSecondStepAsksEachForWhatTheyMustSay(AskedBy who) throws Exception {
        for (var language : List.of("fi", "sv", "en")) {
            var page = http.perform(get("/request").param("askedBy", who.name()).param("lang", language)).andExpect(status().isOk())
                    .andReturn().getResponse().getContentAsString();
            assertThat(page).contains("name=\"consentGiven\"", "name=\"kinds\"", "value=\"FRIEND_VISIT\"", "name=\"client.district\"",
                    "name=\"practical.aids\"", "name=\"practical.access\"", "name=\"escort.where\"", "name=\"pets\"").doesNotContain("??");
            assertThat(page).as("every field has its words").doesNotContainPattern("<span>(practical|client|requester|consent|escort)\\.[a-zA-Z]+</span>");
            assertThat(page.contains("name=\"responsibleForCare\"")).isEqualTo(who.professional());
            assertThat(page.contains("name=\"requester.name\"")).isEqualTo(who != AskedBy.SELF);
            assertThat(page.contains("name=\"requester.organisation\"")).isEqualTo(who.professional());
            assertThat(page.indexOf("consentGiven")).isLessThan(page.indexOf("client.name"));
        }
    }

    @Test
    void whoDoesNotSayWhoAsksIsAskedAgain() throws Exception {
        http.perform(get("/request").param("askedBy", "NOBODY").param("lang", "en")).andExpect(content().string(containsString("Choose who asks.")));
    }

    @Test
    void aRequestSentIsTakenInAndAnsweredWithAReceipt() throws Exception {
        var where = http.perform(send("SELF", self())).andExpect(status().is3xxRedirection()).andReturn().getResponse().getRedirectedUrl();
        var page = http.perform(get(where).param("lang", "en")).andExpect(status().isOk()).andExpect(header().string("Referrer-Policy", "no-referrer"))
                .andReturn().getResponse().getContentAsString();
        assertThat(page).contains("Thank you, we have your request", "AP-20", "The request is being read").doesNotContain("Väinö", "??");
    }

    @Test
    void theSameFormSentTwiceIsOneRequest() throws Exception {
        var form = self();
        var first = links.open(token(http.perform(send("SELF", form)).andReturn().getResponse().getRedirectedUrl())).orElseThrow();
        var second = links.open(token(http.perform(send("SELF", form)).andReturn().getResponse().getRedirectedUrl())).orElseThrow();
        assertThat(second).isEqualTo(first);
    }

    @Test
    void aFailedSendingKeepsEverythingTypedAndPointsToTheErrors() throws Exception {
        var form = self();
        form.remove("consentGiven");
        form.set("client.birthYear", "2999");
        form.set("startOn", "31.2.2027");
        form.set("description", "<script>alert(1)</script> مرحبا 🌷");
        long before = count();
        var page = http.perform(send("SELF", form).param("lang", "en")).andExpect(status().isUnprocessableEntity()).andReturn().getResponse().getContentAsString();
        assertThat(page).contains("href=\"#consentGiven\"", "href=\"#client-birthYear\"", "href=\"#startOn\"", "value=\"31.2.2027\"",
                "value=\"Väinö Kuusi\"", "&lt;script&gt;alert(1)&lt;/script&gt; مرحبا 🌷", "aria-invalid=\"true\"", form.getFirst("token"))
                .doesNotContain("<script>alert", "??");
        assertThat(page).containsPattern("value=\"FRIEND_VISIT\"[^>]*checked");
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void aProfessionalMustSayWhoStaysResponsibleForCareOnThePage() throws Exception {
        var form = self();
        form.set("requester.name", "Sanna Sosiaali");
        var page = http.perform(send("HOME_CARE", form).param("lang", "sv")).andExpect(status().isUnprocessableEntity()).andReturn().getResponse().getContentAsString();
        assertThat(page).contains("#responsibleForCare", "#contactPerson", "#tellBack", "#requester-organisation", "#requester-phone", "#consent-askedBy", "#consent-askedOn");
    }

    @Test
    void whatAProfessionalSaysIsKept() throws Exception {
        var form = self();
        form.setAll(Map.of("requester.name", "Hilkka Hoitaja", "requester.organisation", "Itäinen kotihoito", "requester.phone", "09 310 5555",
                "responsibleForCare", "Itäinen kotihoito, Hilkka Hoitaja", "contactPerson", "Hilkka, 09 310 5555", "tellBack", "OUTCOME",
                "consent.askedBy", "Hilkka Hoitaja", "consent.askedOn", "2026-01-02", "practical.hearing", "kuulolaite"));
        form.set("kinds", "OUTDOOR_ESCORT");
        form.set("escort.where", "Puistoon");
        form.set("consent.askedOn", java.time.LocalDate.now(java.time.ZoneId.of("Europe/Helsinki")).toString());
        var id = links.open(token(http.perform(send("HOME_CARE", form)).andReturn().getResponse().getRedirectedUrl())).orElseThrow();
        assertThat(requests.arrangements(id)).isEqualTo(new People.Arrangements("Itäinen kotihoito, Hilkka Hoitaja", "Hilkka, 09 310 5555", null, "OUTCOME", Map.of("where", "Puistoon")));
        assertThat(requests.client(id).practical()).containsEntry("hearing", "kuulolaite");
        assertThat(requests.consent(id).askedBy()).isEqualTo("Hilkka Hoitaja");
        assertThat(requests.requester(id).organisation()).isEqualTo("Itäinen kotihoito");
    }

    @Test
    void aRobotThatFillsTheHiddenFieldIsToldSo() throws Exception {
        var form = self();
        form.set("website", "https://example.org");
        http.perform(send("SELF", form).param("lang", "en")).andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("Leave this field empty.")));
    }

    @Test
    void aRequestIsTakenBackFromTheStatusPageOnlyWhenSure() throws Exception {
        var token = token(http.perform(send("SELF", self())).andReturn().getResponse().getRedirectedUrl());
        http.perform(post("/status/" + token + "/withdraw").with(csrf())).andExpect(status().isOk()).andExpect(content().string(containsString("name=\"sure\"")));
        assertThat(requests.status(links.open(token).orElseThrow())).isEqualTo(RequestStatus.RECEIVED);
        http.perform(post("/status/" + token + "/withdraw").param("sure", "true").with(csrf())).andExpect(status().is3xxRedirection());
        assertThat(requests.status(links.open(token).orElseThrow())).isEqualTo(RequestStatus.WITHDRAWN);
        http.perform(post("/status/" + token + "/withdraw").param("sure", "true").with(csrf())).andExpect(status().is3xxRedirection());
        http.perform(get("/status/" + token).param("lang", "en")).andExpect(content().string(containsString("Taken back"))).andExpect(content().string(not(containsString("/withdraw\""))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00A0", "\u200B\u200B", "\u2800", "\r\n", "\u0000", "\u3164"})
    void aNameNobodyCanReadIsNoName(String name) throws Exception {
        var form = self();
        form.set("client.name", name);
        long before = count();
        var page = http.perform(send("SELF", form).param("lang", "en")).andExpect(status().isUnprocessableEntity()).andReturn().getResponse().getContentAsString();
        assertThat(page).contains("href=\"#client-name\"");
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void aStatusAddressThatIsNotOursShowsNothing() throws Exception {
        http.perform(get("/status/guess")).andExpect(status().isNotFound());
    }

    @Test
    void aSocialWorkerSeesOwnRequestsAndNobodyElses() throws Exception {
        var form = self();
        form.setAll(Map.of("requester.name", "Sanna", "requester.organisation", "Itä", "requester.email", "s@example.org", "responsibleForCare", "Kotihoito",
                "contactPerson", "Sanna", "tellBack", "PROGRESS", "consent.askedBy", "Sanna", "consent.askedOn", java.time.LocalDate.now(java.time.ZoneId.of("Europe/Helsinki")).toString()));
        form.set("client.name", "Zaida Ågren " + UUID.randomUUID());
        var worker = user("social-worker").roles("SOCIAL_WORKER");
        var id = links.open(token(http.perform(send("SOCIAL_WORKER", form).with(worker)).andReturn().getResponse().getRedirectedUrl())).orElseThrow();
        assertThat(requests.facts(id).submittedBy()).isEqualTo("social-worker");
        http.perform(get("/requests").param("lang", "en").with(worker)).andExpect(content().string(containsString(form.getFirst("client.name")))).andExpect(content().string(containsString("The request is being read")));
        http.perform(get("/requests/" + id).param("lang", "en").with(worker)).andExpect(status().isOk()).andExpect(content().string(containsString("Vartiokylä")));
        var other = requests.submit(Sent.bySelf()).id();
        http.perform(get("/requests/" + other).with(worker)).andExpect(status().isForbidden());
        http.perform(post("/request/brief").with(worker).with(csrf()));
        http.perform(get("/request").param("askedBy", "SOCIAL_WORKER").with(worker)).andExpect(content().string(containsString("name=\"requester.name\"")));
    }

    @Test
    void whoRefersReadsOnceWhatAVolunteerDoesBeforeTheFirstRequest() throws Exception {
        var name = "social-worker";
        database.sql("delete from apusilta.referrer_brief where account = ?").param(name).update();
        var worker = user(name).roles("SOCIAL_WORKER");
        http.perform(get("/request").param("askedBy", "SOCIAL_WORKER").with(worker)).andExpect(redirectedUrl("/request/brief"));
        http.perform(get("/request/brief").param("lang", "sv").with(worker)).andExpect(status().isOk()).andExpect(content().string(containsString("Klienten bestämmer")));
        http.perform(post("/request/brief").with(worker).with(csrf())).andExpect(redirectedUrl("/request"));
        http.perform(get("/request").param("askedBy", "SOCIAL_WORKER").with(worker)).andExpect(status().isOk());
        assertThat(database.sql("select count(*) from apusilta.referrer_brief where account = ? and read_at is not null").param(name).query(Integer.class).single()).isEqualTo(1);
        http.perform(get("/request").param("askedBy", "HOSPITAL")).andExpect(status().isOk()).andExpect(content().string(containsString("/request/brief")));
    }

    @Test
    void whatChoosingNeedsToKnowIsAskedAndKept() throws Exception {
        var form = self();
        form.set("client.name", "Toive " + UUID.randomUUID());
        form.put("around", java.util.List.of("CAT", "DUST"));
        form.set("languageLevel", "B2");
        form.set("practises", "sv");
        form.set("welcomesPractice", "true");
        var id = links.open(token(http.perform(send("SELF", form)).andReturn().getResponse().getRedirectedUrl())).orElseThrow();
        assertThat(database.sql("select array_to_string(around, ',') || ' ' || level || ' ' || array_to_string(practises, ',') || ' ' || welcomes || ' ' || kept_by from apusilta.case_wish where case_id = ?")
                .param(id).query(String.class).single()).isEqualTo("CAT,DUST B2 sv true REQUEST");
        form.set("token", UUID.randomUUID().toString());
        form.set("languageLevel", "C9");
        http.perform(send("SELF", form).param("lang", "en")).andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("#languageLevel")));
        var plain = links.open(token(http.perform(send("SELF", self())).andReturn().getResponse().getRedirectedUrl())).orElseThrow();
        assertThat(database.sql("select count(*) from apusilta.case_wish where case_id = ?").param(plain).query(Integer.class).single()).as("nothing told, nothing kept").isZero();
    }

    @Test
    void oneAddressSendsSixtyTimesInTenMinutesAndAnotherIsNotBarred() throws Exception {
        var nothing = new LinkedMultiValueMap<String, String>();
        for (int i = 0; i < 60; i++) {
            http.perform(from("203.0.113.7", nothing)).andExpect(status().isUnprocessableEntity());
        }
        long before = count();
        var kept = self();
        var page = http.perform(from("203.0.113.7", kept).param("lang", "en")).andExpect(status().isTooManyRequests()).andReturn().getResponse().getContentAsString();
        assertThat(page).contains("Wait ten minutes", "value=\"Väinö Kuusi\"");
        assertThat(count()).isEqualTo(before);
        http.perform(from("203.0.113.8", self())).andExpect(status().is3xxRedirection());
        http.perform(from("203.0.113.7", self()).with(user("social-worker").roles("SOCIAL_WORKER"))).andExpect(status().is3xxRedirection());
        ClockUtil.offset(Duration.ofMinutes(11).toMillis());
        try {
            http.perform(from("203.0.113.7", kept)).andExpect(status().is3xxRedirection());
        } finally {
            ClockUtil.reset();
        }
    }

    private static MockHttpServletRequestBuilder from(String address, MultiValueMap<String, String> form) {
        return send("SELF", form).with(request -> {
            request.setRemoteAddr(address);
            return request;
        });
    }

    private static MultiValueMap<String, String> self() {
        var form = new LinkedMultiValueMap<String, String>();
        form.setAll(Map.of("token", UUID.randomUUID().toString(), "consentGiven", "true", "client.name", "Väinö Kuusi", "client.phone", "040 765 4321",
                "client.district", "701", "client.language", "fi", "kinds", "FRIEND_VISIT", "hoursPerWeek", "1,5", "recurring", "true", "times", "MON_AM"));
        return form;
    }

    private static MockHttpServletRequestBuilder send(String askedBy, MultiValueMap<String, String> form) {
        return post("/request").queryParam("askedBy", askedBy).params(form).with(csrf());
    }

    private static String token(String location) {
        return location.replaceAll("^/status/([^?]+).*$", "$1");
    }

    private long count() {
        return database.sql("select count(*) from apusilta.help_request").query(Long.class).single();
    }
}
