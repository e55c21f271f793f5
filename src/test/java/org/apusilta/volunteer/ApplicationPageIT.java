package org.apusilta.volunteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apusilta.ApusiltaTest;
import org.apusilta.volunteer.Application.Outcome;
import org.apusilta.volunteer.internal.Recruitment;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The public application, what a coordinator keys in, and the pages of those who work with applicants. */
@ApusiltaTest
class ApplicationPageIT {

    private static final UserRequestPostProcessor EAST = user("coordinator-east").roles("COORDINATOR");

    @Autowired MockMvc http;
    @Autowired JdbcClient database;
    @Autowired Recruitment recruitment;
    @Autowired Registered registered;
    @Autowired ListableBeanFactory beans;

    private Applying walk;

    @BeforeEach
    void open() {
        walk = new Applying(beans);
        recruitment.say("FRIEND_VISIT", Recruitment.WHOLE_CITY, true, null, "lead");
    }

    @AfterEach
    void asBefore() {
        database.sql("delete from apusilta.recruitment_override").update();
        ClockUtil.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "sv", "en"})
    void everyFieldHasItsWordsInEveryLanguage(String language) throws Exception {
        for (var who : List.of("PERSON", "GROUP")) {
            var page = http.perform(get("/volunteer").param("who", who).param("lang", language)).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
            assertThat(page).doesNotContain("??", "onboard.").contains("148/2014", "name=\"kinds\"", "name=\"lang.fi\"", "name=\"times\"");
            assertThat(page.contains("name=\"guardianName\"")).isEqualTo(who.equals("PERSON"));
            assertThat(page.contains("name=\"groupName\"")).isEqualTo(who.equals("GROUP"));
        }
        var wrong = http.perform(post("/volunteer").with(csrf()).param("lang", language)).andExpect(status().isUnprocessableEntity()).andReturn().getResponse().getContentAsString();
        assertThat(wrong).doesNotContain("??", "onboard.").contains("role=\"alert\"", "href=\"#kinds\"", "href=\"#district\"", "href=\"#givenName\"", "href=\"#birthYear\"", "href=\"#phone\"");
        for (var path : List.of("/volunteer/sent")) {
            assertThat(http.perform(get(path).param("lang", language)).andReturn().getResponse().getContentAsString()).doesNotContain("??", "onboard.");
        }
    }

    /** As of a volunteer, whom they may become under the same id: then it is on their own page. */
    @Test
    void whoLooksAtAnApplicantIsOnRecord() throws Exception {
        var id = walk.sent(Applying.adult());
        var other = walk.sent(Applying.adult());
        http.perform(get("/applicants/" + id).with(EAST)).andExpect(status().isOk());
        http.perform(get("/api/volunteers/" + other + "/card").with(EAST)).andExpect(status().isOk());
        assertThat(looks(id)).containsExactly("coordinator-east CARD");
        assertThat(looks(other)).containsExactly("coordinator-east CARD");
        http.perform(post("/applicants/" + id + "/withdraw").with(csrf()).with(EAST)).andExpect(redirectedUrl("/applicants/" + id));
        assertThat(looks(id)).containsExactly("coordinator-east CARD", "coordinator-east CHANGE");
    }

    private List<String> looks(UUID id) {
        return walk.database.sql("SELECT account || ' ' || what FROM apusilta.volunteer_look WHERE volunteer_id = ? ORDER BY id").param(id).query(String.class).list();
    }

    @Test
    void whatIsSentIsTakenInOnceAndAcknowledged() throws Exception {
        var form = form("Sivu-Siiri");
        http.perform(post("/volunteer").with(csrf()).params(form)).andExpect(redirectedUrl("/volunteer/sent"));
        http.perform(post("/volunteer").with(csrf()).params(form)).andExpect(redirectedUrl("/volunteer/sent"));
        var ids = named("Sivu-Siiri");
        assertThat(ids).as("sent twice it is one").hasSize(1);
        var one = walk.applications.find(ids.get(0)).orElseThrow();
        assertThat(one.byPhone()).isFalse();
        assertThat(one.languages()).isEqualTo(Map.of("fi", "C1", "sv", "B1"));
        assertThat(one.slots()).isEqualTo(Vocabulary.slots(List.of("MON_AM", "SUN_EVE")));
        assertThat(one.practiseFinnish()).isTrue();
        assertThat(one.heardFrom()).isEqualTo(NewApplication.HeardFrom.EVENT);
        assertThat(one.guardian()).as("an adult needs none, so nothing is kept of one").isNull();
        walk.runJobs(one.id());
        assertThat(walk.letters(one.id())).containsExactly("application-received");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "age,CHILD,guardianName,required", "birthYear,1880,birthYear,-", "birthYear,abcd,birthYear,-", "age,YOUTH,age,-", "phone,nosuch,phone,-",
            "email,nosuch,email,-", "kinds,NOSUCH,kinds,-", "district,999,district,-", "lang.fi,-,languages,-", "website,spam,website,-", "givenName,-,givenName,-"})
    void whatIsWrongIsSaidAtItsField(String field, String value, String at, String ignored) throws Exception {
        var form = form("Virhe-Viljo");
        form.remove(field);
        form.remove("lang.sv");
        if (value != null) {
            form.add(field, value);
        }
        var page = http.perform(post("/volunteer").with(csrf()).params(form)).andExpect(status().isUnprocessableEntity()).andReturn().getResponse().getContentAsString();
        assertThat(page).contains("href=\"#" + at.replace('.', '-') + "\"").contains(field.equals("givenName") ? "Testinen" : "Virhe-Viljo");
        assertThat(named("Virhe-Viljo")).isEmpty();
    }

    @Test
    void aChildNamesAGuardianAndAYouthSigns() throws Exception {
        int year = LocalDate.now(java.time.ZoneId.of("Europe/Helsinki")).getYear();
        var youth = form("Nuori-Nelli");
        youth.set("age", "YOUTH");
        youth.set("birthYear", String.valueOf(year - 16));
        http.perform(post("/volunteer").with(csrf()).params(youth)).andExpect(redirectedUrl("/volunteer/sent"));
        walk.runJobs(named("Nuori-Nelli").get(0));
        assertThat(walk.openTasks(named("Nuori-Nelli").get(0))).containsExactly("reviewApplication");
        var child = form("Lapsi-Leevi");
        child.set("age", "CHILD");
        child.set("birthYear", String.valueOf(year - 13));
        child.add("guardianName", "Huoltaja Testinen");
        child.add("guardianPhone", "040 123 4567");
        http.perform(post("/volunteer").with(csrf()).params(child)).andExpect(status().isUnprocessableEntity());
        assertThat(named("Lapsi-Leevi")).as("nobody is their own guardian").isEmpty();
        child.set("guardianPhone", "040 765 4321");
        http.perform(post("/volunteer").with(csrf()).params(child)).andExpect(redirectedUrl("/volunteer/sent"));
        walk.runJobs(named("Lapsi-Leevi").get(0));
        assertThat(walk.waits(named("Lapsi-Leevi").get(0))).containsExactly("awaitGuardian");
    }

    @Test
    void aGroupTellsItsNameAndSizeAndNoAge() throws Exception {
        var form = form("Ryhmä-Riitta");
        form.set("who", "GROUP");
        form.remove("age");
        form.remove("birthYear");
        http.perform(post("/volunteer").with(csrf()).params(form)).andExpect(status().isUnprocessableEntity());
        form.add("groupKind", "SCHOOL");
        form.add("groupName", "Testikoulun 8B");
        form.add("groupSize", "24");
        http.perform(post("/volunteer").with(csrf()).params(form)).andExpect(redirectedUrl("/volunteer/sent"));
        assertThat(walk.applications.find(named("Ryhmä-Riitta").get(0)).orElseThrow().group()).isEqualTo(new NewApplication.Group(NewApplication.GroupKind.SCHOOL, "Testikoulun 8B", 24));
    }

    @Test
    void whoCannotBeUsedNowIsShownOtherPlacesAndNothingIsKept() throws Exception {
        recruitment.say("FRIEND_VISIT", Recruitment.WHOLE_CITY, false, null, "lead");
        database.sql("insert into apusilta.partner (id, name, type, active, whole_city, for_volunteers) values (?, ?, 'NGO', true, true, 'auta.example.org')")
                .params(UUID.randomUUID(), "Muualla apua ry " + UUID.randomUUID()).update();
        try {
            assertThat(http.perform(get("/volunteer").param("lang", "fi")).andReturn().getResponse().getContentAsString()).contains("Juuri nyt paikkoja ei ole auki.");
            var page = http.perform(post("/volunteer").with(csrf()).params(form("Turha-Tuomas"))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
            assertThat(page).contains("Muualla apua ry", "auta.example.org");
            assertThat(named("Turha-Tuomas")).isEmpty();
            http.perform(post("/volunteer").with(csrf()).with(user("coordinator").roles("COORDINATOR")).params(form("Puhelin-Pirkko"))).andExpect(status().is3xxRedirection());
            assertThat(walk.applications.find(named("Puhelin-Pirkko").get(0)).orElseThrow().enteredBy()).as("a coordinator knows better").isEqualTo("coordinator");
        } finally {
            database.sql("delete from apusilta.partner where for_volunteers = 'auta.example.org'").update();
        }
    }

    @Test
    void whatALeadSaysCountsUntilItsDay() {
        assertThat(opening("FRIEND_VISIT", "7")).satisfies(one -> {
            assertThat(one.said()).isTrue();
            assertThat(one.open()).isTrue();
        });
        recruitment.say("FRIEND_VISIT", "7", false, LocalDate.now(java.time.ZoneId.of("Europe/Helsinki")).minusDays(1), "lead");
        assertThat(opening("FRIEND_VISIT", "7").open()).as("the day is over").isTrue();
        recruitment.say("FRIEND_VISIT", "7", false, LocalDate.now(java.time.ZoneId.of("Europe/Helsinki")), "lead");
        assertThat(opening("FRIEND_VISIT", "7").open()).as("nearer than the whole city").isFalse();
        assertThat(opening("FRIEND_VISIT", "1").open()).isTrue();
        recruitment.takeBack("FRIEND_VISIT", "7");
        recruitment.takeBack("FRIEND_VISIT", Recruitment.WHOLE_CITY);
        assertThat(opening("FRIEND_VISIT", "7").said()).isFalse();
    }

    @Test
    void aLeadSaysOtherwiseOnThePageAndNobodyElseDoes() throws Exception {
        var lead = user("lead").roles("LEAD");
        http.perform(post("/recruitment").with(csrf()).with(lead).param("kind", "PHONE_FRIEND").param("major", "7").param("word", "OPEN").param("until", "")).andExpect(redirectedUrl("/recruitment"));
        assertThat(opening("PHONE_FRIEND", "7").open()).isTrue();
        assertThat(http.perform(get("/recruitment").with(lead).param("lang", "fi")).andExpect(status().isOk()).andReturn().getResponse().getContentAsString()).doesNotContain("??").contains("Puhelinystävä");
        http.perform(post("/recruitment").with(csrf()).with(lead).param("kind", "NOSUCH").param("major", "7").param("word", "OPEN")).andExpect(redirectedUrl("/recruitment"));
        http.perform(post("/recruitment").with(csrf()).with(lead).param("kind", "PHONE_FRIEND").param("major", "7").param("word", "NUMBERS")).andExpect(redirectedUrl("/recruitment"));
        assertThat(opening("PHONE_FRIEND", "7").said()).isFalse();
    }

    @Test
    void theListTellsWhoWaitsWhereSinceWhenAndWhoseItIs() throws Exception {
        var id = walk.sent(Applying.adult());
        var child = walk.sent(Applying.child());
        ClockUtil.setCurrentTime(new java.util.Date(ClockUtil.getCurrentTime().getTime() + 9L * 24 * 3600 * 1000));
        for (var language : List.of("fi", "sv", "en")) {
            var list = http.perform(get("/applicants").with(EAST).param("lang", language)).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
            assertThat(list).contains("/applicants/" + id, "/applicants/" + child).doesNotContain("??", "onboard.");
            var one = http.perform(get("/applicants/" + child).with(EAST).param("lang", language)).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
            assertThat(one).contains("Hakija-Helmi", "Huoltaja Huolehtivainen").doesNotContain("??", "onboard.", "/l/");
        }
        var list = http.perform(get("/applicants").with(EAST).param("lang", "fi")).andReturn().getResponse().getContentAsString();
        assertThat(list).contains("9 päivää", "odotamme huoltajaa", "myöhässä");
        assertThat(http.perform(get("/applicants").with(EAST).param("lang", "fi").param("step", "hakemusta luetaan")).andReturn().getResponse().getContentAsString())
                .contains("/applicants/" + id).doesNotContain("/applicants/" + child);
        http.perform(get("/applicants/" + UUID.randomUUID()).with(EAST)).andExpect(status().isNotFound());
    }

    @Test
    void anApplicantOfAnotherDistrictIsNotShown() throws Exception {
        var west = walk.sent(Applying.adult());
        database.sql("update apusilta.application set district = (select code from apusilta.district where major_code = '2' limit 1) where id = ?").param(west).update();
        http.perform(get("/applicants/" + west).with(EAST)).andExpect(status().isForbidden());
        http.perform(get("/api/volunteers/" + west + "/card").with(EAST)).andExpect(status().isForbidden());
        http.perform(post("/applicants/" + west + "/withdraw").with(csrf()).with(EAST).param("sure", "true")).andExpect(status().isForbidden());
        assertThat(http.perform(get("/applicants").with(EAST)).andReturn().getResponse().getContentAsString()).doesNotContain(west.toString());
    }

    @Test
    void byPhoneACoordinatorWithdrawsAndTells() throws Exception {
        var id = walk.sent(Applying.adult());
        http.perform(post("/applicants/" + id + "/withdraw").with(csrf()).with(EAST)).andExpect(redirectedUrl("/applicants/" + id));
        assertThat(walk.outcome(id)).as("not sure").isNull();
        http.perform(post("/applicants/" + id + "/withdraw").with(csrf()).with(EAST).param("sure", "true")).andExpect(redirectedUrl("/applicants/" + id));
        walk.runJobs(id);
        assertThat(walk.outcome(id)).isEqualTo(Outcome.WITHDRAWN);
        assertThat(database.sql("select withdrawn_means from apusilta.application where id = ?").param(id).query(String.class).single()).isEqualTo("PHONE");
        http.perform(post("/applicants/" + id + "/messages/" + UUID.randomUUID() + "/told").with(csrf()).with(EAST)).andExpect(redirectedUrl("/applicants/" + id));
    }

    @Test
    void coordinatorsSayWhenTheyHaveTime() throws Exception {
        walk.noTimes();
        var day = LocalDate.now(java.time.ZoneId.of("Europe/Helsinki")).plusDays(10).toString();
        http.perform(post("/applicants/times").with(csrf()).with(EAST).param("major", "7").param("day", day).param("from", "10:00").param("minutes", "30").param("count", "3").param("way", "PHONE"))
                .andExpect(redirectedUrl("/applicants/times"));
        http.perform(post("/applicants/times").with(csrf()).with(EAST).param("major", "7").param("day", day).param("from", "10:00").param("minutes", "30").param("count", "1").param("way", "MEETING"));
        http.perform(post("/applicants/times").with(csrf()).with(EAST).param("major", "2").param("day", day).param("from", "10:00").param("way", "PHONE")).andExpect(status().isForbidden());
        var slots = database.sql("select id from apusilta.interview_slot where held_by = 'coordinator-east' and application_id is null").query(UUID.class).list();
        assertThat(slots).as("a meeting without a place is none").hasSize(3);
        http.perform(post("/applicants/times").with(csrf()).with(EAST).param("major", "7").param("day", day).param("from", "10:45").param("minutes", "60").param("count", "1").param("way", "PHONE"));
        assertThat(database.sql("select count(*) from apusilta.interview_slot where held_by = 'coordinator-east' and minutes = 60").query(Integer.class).single()).as("in the midst of another").isZero();
        assertThat(http.perform(get("/applicants/times").with(EAST).param("lang", "sv")).andExpect(status().isOk()).andReturn().getResponse().getContentAsString()).contains(slots.get(0).toString()).doesNotContain("??");
        http.perform(post("/applicants/times/" + slots.get(0) + "/remove").with(csrf()).with(EAST));
        assertThat(database.sql("select count(*) from apusilta.interview_slot where id = ?").param(slots.get(0)).query(Integer.class).single()).isZero();
    }

    @Test
    void theTalkIsTheTaskOfWhoOfferedTheTimeAndGoesIntoTheirCalendar() throws Exception {
        walk.noTimes();
        var id = walk.sent(Applying.adult());
        var at = LocalDate.now(java.time.ZoneId.of("Europe/Helsinki")).plusDays(21).toString();
        http.perform(post("/applicants/times").with(csrf()).with(EAST).param("major", "7").param("day", at).param("from", "09:00").param("minutes", "30").param("count", "1").param("way", "PHONE"));
        walk.complete(id, "reviewApplication", Map.of("reviewOutcome", "INTERVIEW"), Map.of());
        var slot = walk.freeTime();
        http.perform(get("/applicants/times/" + slot + "/calendar").with(EAST)).andExpect(status().isNotFound());
        walk.answer("talk", id, Map.of("slot", slot.toString()));
        var file = http.perform(get("/applicants/times/" + slot + "/calendar").with(EAST)).andExpect(status().isOk()).andReturn().getResponse();
        assertThat(file.getContentType()).startsWith("text/calendar");
        assertThat(file.getContentAsString()).contains("BEGIN:VEVENT", "VA-").doesNotContain("Hakija-Helmi");
        walk.timePassesUntil(id, "interviewDay");
        assertThat(walk.task(id, "holdInterview").getAssignee()).isEqualTo("coordinator-east");
        org.camunda.bpm.engine.impl.util.ClockUtil.reset();
    }

    /** Active and moved, somebody is no longer the old district's. */
    @Test
    void theOldApplicationsDistrictIsNotAskedOnceSomebodyIsActive() throws Exception {
        var id = registered.volunteer("Muuttaja", "is");
        database.sql("""
                insert into apusilta.application (id, reference, sending, received_at, means, given_name, family_name, email, birth_year, age_band, language, district, reach_m, outcome, closed_at)
                values (?, 'VA-2020-' || substr(?, 1, 6), gen_random_uuid(), now(), 'PAGE', 'Muuttaja', 'Vesala', 'm@example.org', 1960, 'ADULT', 'fi', '101', 5000, 'ACTIVE', now())""")
                .params(id, id.toString()).update();
        http.perform(get("/api/volunteers/" + id + "/card").with(EAST)).andExpect(status().isOk());
    }

    @Test
    void tasklistShowsTheApplicantUnderOurRules() throws Exception {
        var id = walk.sent(Applying.adult());
        var card = http.perform(get("/api/volunteers/" + id + "/card").with(EAST).header("Accept-Language", "fi")).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
        assertThat(card).contains("Hakija-Helmi", "Ystävä kotiin", "/applicants/" + id).doesNotContain("onboard.");
        http.perform(get("/api/volunteers/" + UUID.randomUUID() + "/card").with(EAST)).andExpect(status().isNotFound());
    }

    private Recruitment.Opening opening(String kind, String major) {
        return recruitment.openings().stream().filter(one -> one.kind().equals(kind) && one.major().equals(major)).findFirst().orElseThrow();
    }

    private List<UUID> named(String givenName) {
        return database.sql("select id from apusilta.application where given_name = ?").param(givenName).query(UUID.class).list();
    }

    private static MultiValueMap<String, String> form(String givenName) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("token", UUID.randomUUID().toString());
        form.add("who", "PERSON");
        form.add("kinds", "FRIEND_VISIT");
        form.add("district", "701");
        form.add("reach", "PART");
        form.add("times", "MON_AM");
        form.add("times", "SUN_EVE");
        form.add("lang.fi", "C1");
        form.add("lang.sv", "B1");
        form.add("practise", "true");
        form.add("home", "pets");
        form.add("motivation", "Haluan auttaa.");
        form.add("heardFrom", "EVENT");
        form.add("givenName", givenName);
        form.add("familyName", "Testinen");
        form.add("phone", "+358 40 123 4567");
        form.add("email", "testi@example.org");
        form.add("language", "fi");
        form.add("birthYear", "1957");
        form.add("age", "ADULT");
        return form;
    }
}
