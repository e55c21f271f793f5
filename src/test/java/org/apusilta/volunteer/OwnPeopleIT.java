package org.apusilta.volunteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apusilta.ApusiltaTest;
import org.apusilta.relationship.Begun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** An organisation's contact and a unit's responsible person see their own people and nobody else's (R10, R12). */
@ApusiltaTest
class OwnPeopleIT {

    @Autowired MockMvc web;
    @Autowired JdbcClient jdbc;
    @Autowired Registered registered;
    @Autowired Begun begun;
    @Autowired RegisterFigures figures;
    @Autowired Clock clock;

    private final UUID mine = UUID.randomUUID();
    private final UUID colleague = UUID.randomUUID();
    private final UUID elsewhere = UUID.randomUUID();

    @BeforeEach
    void twoUnitsAndTwoOrganisations() {
        jdbc.sql("INSERT INTO apusilta.organisation VALUES ('OMAKERHO', 'Omakerho ry'), ('MUUKERHO', 'Muukerho ry') ON CONFLICT DO NOTHING").update();
        jdbc.sql("INSERT INTO apusilta.organisation_contact VALUES ('organisation', 'OMAKERHO') ON CONFLICT (account) DO UPDATE SET organisation = 'OMAKERHO'").update();
        jdbc.sql("INSERT INTO apusilta.unit SELECT 'T_' || n, code, 'Yksikkö ' || n, 'Enhet ' || n, 'Unit ' || n FROM (SELECT code FROM apusilta.division LIMIT 1) d, generate_series(1, 2) n ON CONFLICT DO NOTHING").update();
        person(mine, "T_1", "Minä");
        person(colleague, "T_1", "Kollega");
        person(elsewhere, "T_2", "Muualla");
        jdbc.sql("UPDATE apusilta.responsible_person SET deputy_id = CASE WHEN id = ? THEN ?::uuid ELSE ?::uuid END WHERE id IN (?, ?, ?)").params(mine, colleague, mine, mine, colleague, elsewhere).update();
        jdbc.sql("INSERT INTO apusilta.site SELECT 'TS_' || n, 'T_' || n, '703', 'LIBRARY', 'Testikirjasto ' || n, 'Testbibliotek ' || n, 'Test library ' || n, ?, ?, NULL FROM generate_series(1, 2) n ON CONFLICT DO NOTHING")
                .params(mine, colleague).update();
        jdbc.sql("INSERT INTO apusilta.responsible_account VALUES ('responsible', ?) ON CONFLICT (account) DO UPDATE SET responsible_id = excluded.responsible_id").param(mine).update();
    }

    private void person(UUID id, String unit, String name) {
        jdbc.sql("INSERT INTO apusilta.responsible_person (id, unit_code, given_name, family_name, email, phone) VALUES (?, ?, ?, 'Vastuu', ?, '1')").params(id, unit, name, id + "@example.invalid").update();
    }

    @AfterEach
    void takeAway() {
        jdbc.sql("DELETE FROM apusilta.responsible_deputy").update();
        jdbc.sql("DELETE FROM apusilta.responsible_account").update();
        jdbc.sql("DELETE FROM apusilta.organisation_contact").update();
        jdbc.sql("DELETE FROM apusilta.site_attendance WHERE site_code LIKE 'TS_%'").update();
        jdbc.sql("DELETE FROM apusilta.volunteer_site WHERE site_code LIKE 'TS_%'").update();
        jdbc.sql("DELETE FROM apusilta.site WHERE code LIKE 'TS_%'").update();
        jdbc.sql("UPDATE apusilta.responsible_person SET deputy_id = NULL WHERE unit_code LIKE 'T_%'").update();
        jdbc.sql("DELETE FROM apusilta.responsible_person WHERE family_name = 'Vastuu'").update();
        jdbc.sql("DELETE FROM apusilta.unit WHERE code LIKE 'T\\_%'").update();
    }

    @Test
    void anOrganisationsContactSeesItsOwnPeopleOnly() throws Exception {
        var own = of("Omalainen", "OMAKERHO");
        var other = of("Muulainen", "MUUKERHO");
        var citys = of("Kaupungin", null);
        for (var language : List.of("fi", "sv", "en")) {
            web.perform(contact(get("/our-volunteers")).locale(Locale.forLanguageTag(language))).andExpect(status().isOk()).andExpect(content().string(containsString("Omalainen")))
                    .andExpect(content().string(not(containsString("Muulainen")))).andExpect(content().string(not(containsString("Kaupungin Vesala")))).andExpect(content().string(not(containsString("??"))));
        }
        web.perform(contact(get("/our-volunteers/{id}", own))).andExpect(status().isOk()).andExpect(content().string(containsString("Omalainen Vesala")));
        web.perform(contact(get("/our-volunteers/{id}", other))).andExpect(status().isNotFound());
        web.perform(contact(get("/our-volunteers/{id}", citys))).andExpect(status().isNotFound());
        for (var closed : List.of("/volunteers", "/volunteers/" + own, "/volunteers/" + own + "/edit", "/cases", "/manage", "/unit-volunteers", "/engine-rest/engine")) {
            web.perform(contact(get(closed))).andExpect(status().isForbidden());
        }
        var file = web.perform(contact(post("/our-volunteers/export"))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(file).contains("Omalainen").doesNotContain("Muulainen", "1955");
        jdbc.sql("DELETE FROM apusilta.organisation_contact").update();
        web.perform(contact(get("/our-volunteers/{id}", own))).andExpect(status().isNotFound());
        web.perform(contact(get("/our-volunteers"))).andExpect(status().isOk()).andExpect(content().string(not(containsString("Omalainen"))));
    }

    @Test
    void whoseContactAnAccountIsIsSaidOnAPage() throws Exception {
        var other = of("Toisen", "MUUKERHO");
        var there = at("Muualla", "TS_2");
        web.perform(contact(get("/our-volunteers/{id}", other))).andExpect(status().isNotFound());
        bind("organisation", "MUUKERHO");
        web.perform(contact(get("/our-volunteers/{id}", other))).andExpect(status().isOk());
        bind("organisation", "NOSUCHCLUB");
        bind("lead", "MUUKERHO");
        assertThat(jdbc.sql("SELECT organisation || ' ' || bound_by FROM apusilta.organisation_contact").query(String.class).list()).as("an unknown name changes nothing, nor does another role").containsExactly("MUUKERHO admin");
        bind("organisation", "");
        web.perform(contact(get("/our-volunteers/{id}", other))).andExpect(status().isNotFound());
        web.perform(responsible(get("/unit-volunteers/{id}", there))).andExpect(status().isNotFound());
        bind("responsible", elsewhere.toString());
        web.perform(responsible(get("/unit-volunteers/{id}", there))).andExpect(status().isOk());
        bind("responsible", "no uuid");
        web.perform(responsible(get("/unit-volunteers/{id}", there))).andExpect(status().isOk());
        for (var language : List.of("fi", "sv", "en")) {
            web.perform(get("/volunteers/organisations").with(user("admin").roles("ADMIN")).locale(Locale.forLanguageTag(language))).andExpect(status().isOk())
                    .andExpect(content().string(containsString("Vastuu Muualla"))).andExpect(content().string(not(containsString("??"))));
        }
        web.perform(post("/volunteers/organisations/accounts").with(csrf()).with(user("coordinator").roles("COORDINATOR")).param("account", code("organisation")).param("to", "MUUKERHO")).andExpect(status().isForbidden());
        assertThat(jdbc.sql("SELECT count(*) FROM apusilta.organisation_contact").query(Integer.class).single()).isZero();
    }

    private void bind(String account, String to) throws Exception {
        web.perform(post("/volunteers/organisations/accounts").with(csrf()).with(user("admin").roles("ADMIN")).param("account", code(account)).param("to", to)).andExpect(status().is3xxRedirection());
    }

    private String code(String account) {
        return jdbc.sql("SELECT code::text FROM apusilta.account WHERE username = ?").param(account).query(String.class).single();
    }

    @Test
    void coOperationVolunteersAreCountedApart() {
        var before = figures.counts("7");
        of("Laskettu", "OMAKERHO");
        var resting = of("Tauolla", null);
        registered.change(resting, "UPDATE apusilta.volunteer SET resting_until = DATE '2099-01-01'");
        var after = figures.counts("7");
        assertThat(after.get(1).active() - before.get(1).active()).isOne();
        assertThat(after.get(0).active() - before.get(0).active()).isZero();
        assertThat(after.get(0).resting() - before.get(0).resting()).isOne();
        assertThat(after.get(0).retired() - before.get(0).retired()).isOne();
        assertThat(figures.counts("1")).hasSize(2);
    }

    @Test
    void aResponsiblePersonSeesTheUnitsVolunteersAndConfirmsThatTheyCame() throws Exception {
        var here = at("Kirjastolainen", "TS_1");
        var there = at("Toisaalla", "TS_2");
        web.perform(responsible(get("/unit-volunteers")).locale(Locale.forLanguageTag("fi"))).andExpect(status().isOk()).andExpect(content().string(containsString("Vesala Kirjastolainen")))
                .andExpect(content().string(not(containsString("Toisaalla")))).andExpect(content().string(not(containsString("??"))));
        web.perform(responsible(get("/unit-volunteers/{id}", here))).andExpect(status().isOk());
        web.perform(responsible(get("/unit-volunteers/{id}", there))).andExpect(status().isNotFound());
        web.perform(responsible(get("/volunteers/{id}", here))).andExpect(status().isForbidden());
        attend(here, "TS_1", today().minusDays(1), "1,5").andExpect(status().is3xxRedirection());
        attend(here, "TS_1", today().minusDays(1), "2").andExpect(status().is3xxRedirection());
        assertThat(minutes(here)).as("the same day again takes the new length").isEqualTo(120);
        attend(here, "TS_1", today().plusDays(1), "1").andExpect(status().is3xxRedirection());
        assertThat(minutes(here)).as("nobody has come tomorrow").isEqualTo(120);
        attend(there, "TS_2", today(), "1").andExpect(status().isForbidden());
        attend(there, "TS_1", today(), "1").andExpect(status().isForbidden());
        web.perform(responsible(get("/unit-volunteers"))).andExpect(content().string(containsString("2:00")));
        var file = web.perform(responsible(post("/unit-volunteers/export"))).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(file).contains("Kirjastolainen").doesNotContain("Toisaalla");
    }

    @Test
    void aDeputySeesTheSameMeanwhileAndNotAfterwards() throws Exception {
        var there = at("Sijaistettu", "TS_2");
        jdbc.sql("INSERT INTO apusilta.responsible_deputy VALUES (gen_random_uuid(), ?, ?, ?, ?, 'x', now())").params(elsewhere, mine, today(), today().plusDays(3)).update();
        web.perform(responsible(get("/unit-volunteers/{id}", there))).andExpect(status().isOk());
        attend(there, "TS_2", today(), "1").andExpect(status().is3xxRedirection());
        jdbc.sql("UPDATE apusilta.responsible_deputy SET first_day = ?, last_day = ?").params(today().minusDays(9), today().minusDays(1)).update();
        web.perform(responsible(get("/unit-volunteers/{id}", there))).andExpect(status().isNotFound());
        web.perform(responsible(post("/unit-volunteers/deputies").param("deputy", colleague.toString()).param("first", today().toString()).param("last", today().plusDays(7).toString())));
        var named = jdbc.sql("SELECT id FROM apusilta.responsible_deputy WHERE responsible_id = ? AND deputy_id = ?").params(mine, colleague).query(UUID.class).single();
        web.perform(responsible(get("/unit-volunteers")).locale(Locale.ENGLISH)).andExpect(content().string(containsString("Kollega Vastuu stands in for you")));
        web.perform(responsible(post("/unit-volunteers/deputies").param("deputy", mine.toString()).param("first", today().toString()).param("last", today().toString())));
        web.perform(responsible(post("/unit-volunteers/deputies/{id}/end", named)));
        assertThat(jdbc.sql("SELECT count(*) FROM apusilta.responsible_deputy WHERE last_day >= ?").param(today()).query(Integer.class).single()).isZero();
    }

    @Test
    void visitsOfASupportAtTheSiteAreConfirmedOnceAndTellNothingOfTheClient() throws Exception {
        var support = begun.support();
        jdbc.sql("INSERT INTO apusilta.visit (id, support_id, planned_on, answer, minutes, answered_at) SELECT gen_random_uuid(), id, ?, 'DONE', 90, now() FROM apusilta.support WHERE case_id = ?")
                .params(today().minusDays(2), support.caseId()).update();
        web.perform(post("/volunteers/{id}/sites", support.volunteerId()).param("site", "TS_1").param("since", today().minusDays(30).toString()).param("support", support.caseId().toString())
                .with(csrf()).with(user("coordinator-east").roles("COORDINATOR"))).andExpect(status().is3xxRedirection());
        web.perform(get("/volunteers/{id}/sites", support.volunteerId()).locale(Locale.ENGLISH).with(user("lead").roles("LEAD"))).andExpect(content().string(containsString("Test library 1")));
        var visit = jdbc.sql("SELECT v.id FROM apusilta.visit v JOIN apusilta.support s ON s.id = v.support_id WHERE s.case_id = ?").param(support.caseId()).query(UUID.class).single();
        var client = jdbc.sql("SELECT name FROM apusilta.client WHERE request_id = ?").param(support.caseId()).query(String.class).single();
        web.perform(responsible(get("/unit-volunteers"))).andExpect(content().string(containsString(visit.toString()))).andExpect(content().string(not(containsString(client))));
        web.perform(responsible(post("/unit-volunteers/visits/{visit}/confirm", visit)));
        web.perform(responsible(post("/unit-volunteers/visits/{visit}/confirm", visit)));
        assertThat(minutes(support.volunteerId())).isEqualTo(90);
        web.perform(responsible(get("/unit-volunteers"))).andExpect(content().string(not(containsString(visit.toString()))));
        web.perform(get("/volunteers/{id}", support.volunteerId()).locale(Locale.ENGLISH).with(user("lead").roles("LEAD"))).andExpect(content().string(containsString("Test library 1")));
    }

    private org.springframework.test.web.servlet.ResultActions attend(UUID volunteer, String site, LocalDate day, String hours) throws Exception {
        return web.perform(responsible(post("/unit-volunteers/attendance").param("volunteer", volunteer.toString()).param("site", site).param("day", day.toString()).param("hours", hours)));
    }

    private int minutes(UUID id) {
        return jdbc.sql("SELECT coalesce(sum(minutes), 0) FROM apusilta.site_attendance WHERE volunteer_id = ?").param(id).query(Integer.class).single();
    }

    private UUID of(String name, String organisation) {
        var id = registered.volunteer(name, "yi");
        jdbc.sql("UPDATE apusilta.volunteer SET organisation = ? WHERE id = ?").params(organisation, id).update();
        return id;
    }

    private UUID at(String name, String site) {
        var id = registered.volunteer(name, "yi");
        jdbc.sql("INSERT INTO apusilta.volunteer_site (id, volunteer_id, site_code, since, entered_by, entered_at) VALUES (gen_random_uuid(), ?, ?, ?, 'x', now())").params(id, site, today().minusDays(60)).update();
        return id;
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneId.of("Europe/Helsinki")));
    }

    private static MockHttpServletRequestBuilder contact(MockHttpServletRequestBuilder request) {
        return request.with(csrf()).with(user("organisation").roles("ORGANISATION"));
    }

    private static MockHttpServletRequestBuilder responsible(MockHttpServletRequestBuilder request) {
        return request.with(csrf()).with(user("responsible").roles("RESPONSIBLE"));
    }
}
