package org.apusilta.volunteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Set;
import org.apusilta.ApusiltaTest;
import org.apusilta.volunteer.internal.CityAgreements;
import org.apusilta.volunteer.internal.Insured;
import org.apusilta.volunteer.internal.Terms;
import org.apusilta.volunteer.internal.Terms.Term;
import org.apusilta.volunteer.internal.TrainingSessions;
import org.apusilta.volunteer.internal.Trainings;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The pages of trainings, agreement, insurance and assessments, as coordinators, leads and everybody see them. */
@ApusiltaTest
class ProofPagesIT extends ProofCase {

    @Autowired TrainingSessions sessions;
    @Autowired Trainings trainings;
    @Autowired CityAgreements agreements;
    @Autowired Insured insured;
    @Autowired Terms terms;

    private static RequestPostProcessor coordinator() {
        return user("coordinator").roles("COORDINATOR");
    }

    private static RequestPostProcessor lead() {
        return user("lead").roles("LEAD");
    }

    private void agreed() {
        start("city-agreement");
        complete("collectCityConfirmation", "cityConfirmation", "PAPER");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/trainings", "/trainings/courses", "/trainings/courses/YOUNG", "/trainings/courses/BASICS", "/trainings/courses/new", "/trainings/briefings", "/trainings/import", "/insured", "/checks", "/checks/FAMILY_FRIEND", "/terms", "/training"})
    void everyPageStandsInThreeLanguages(String path) throws Exception {
        for (var language : new String[] {"fi", "sv", "en"}) {
            http.perform(get(path).param("lang", language).with(lead())).andExpect(status().isOk()).andExpect(content().string(allOf(containsString("<h1"), not(containsString("??")))));
        }
    }

    @Test
    void aSessionIsPlannedFilledHeldAndSeenByEverybodyWithoutNames() throws Exception {
        var starts = LocalDateTime.ofInstant(clock.instant(), ZoneId.of("Europe/Helsinki")).plusDays(4).withNano(0);
        http.perform(post("/trainings").with(coordinator()).with(csrf()).param("training", "LECTURE").param("title", "Muistisairaan kohtaaminen").param("mode", "REMOTE")
                .param("starts", starts.toString()).param("ends", starts.plusHours(2).toString()).param("place", "Teams").param("district", "703").param("language", "sv").param("seats", "1"))
                .andExpect(redirectedUrl("/trainings?said=planned"));
        var id = sessions.coming().stream().filter(one -> "Muistisairaan kohtaaminen".equals(one.title())).reduce((a, b) -> b).orElseThrow().id();
        http.perform(get("/trainings/" + id).param("q", "oona ö").with(coordinator())).andExpect(content().string(containsString("Oona Öst")));
        http.perform(post("/trainings/" + id + "/signups").param("person", person.toString()).with(coordinator()).with(csrf())).andExpect(redirectedUrlPattern("/**/*said=SEATED"));
        http.perform(get("/training")).andExpect(status().isOk()).andExpect(content().string(allOf(containsString("Muistisairaan kohtaaminen"), not(containsString("Oona")))));
        http.perform(post("/trainings/" + id + "/attendance").with(coordinator()).with(csrf())).andExpect(redirectedUrlPattern("/**/*said=GONE"));
        ClockUtil.offset(Duration.ofDays(5).toMillis());
        var seat = sessions.signups(id).get(0).id();
        http.perform(post("/trainings/" + id + "/attendance").param("came", seat.toString()).with(coordinator()).with(csrf())).andExpect(redirectedUrlPattern("/**/*said=recorded"));
        assertThat(trainings.done(person)).singleElement().satisfies(done -> assertThat(done.code()).isEqualTo("LECTURE"));
        http.perform(get("/volunteers/" + person + "/proofs").param("lang", "en").with(coordinator())).andExpect(content().string(containsString("Extra lecture")));
    }

    @Test
    void aSessionInThePastOrWithoutSeatsIsNotPlanned() throws Exception {
        http.perform(post("/trainings").with(coordinator()).with(csrf()).param("training", "BASICS").param("mode", "LIVE").param("starts", "2020-01-01T10:00").param("ends", "2020-01-01T12:00")
                .param("place", "Kirjasto").param("district", "703").param("language", "fi").param("seats", "0")).andExpect(status().isOk()).andExpect(content().string(containsString("box--warn")));
    }

    @Test
    void completionsAreImportedWholeOrNotAtAllAndTwiceIsOnce() throws Exception {
        db.sql("UPDATE apusilta.volunteer SET email = ? WHERE id = ?").params(person + "@example.invalid", person).update();
        var good = "sähköposti;koulutus;päivä\n" + person + "@example.invalid;basics;" + today().minusDays(1) + "\n";
        for (var bad : new String[] {"nobody@example.invalid;BASICS;2026-01-01", person + "@example.invalid;UNKNOWN;2026-01-01", person + "@example.invalid;BASICS;31.2.2026", person + "@example.invalid"}) {
            http.perform(post("/trainings/import").param("csv", good + bad).param("take", "yes").with(coordinator()).with(csrf())).andExpect(status().isOk());
            assertThat(trainings.done(person)).as(bad).isEmpty();
        }
        http.perform(get("/trainings/import").with(coordinator())).andExpect(content().string(allOf(containsString("<code>BASICS</code>"), containsString("<code>YOUNG</code>"))));
        http.perform(post("/trainings/import").param("csv", "\"unclosed").param("take", "yes").with(coordinator()).with(csrf())).andExpect(status().isOk());
        http.perform(post("/trainings/import").param("csv", good).with(coordinator()).with(csrf())).andExpect(status().isOk());
        assertThat(trainings.done(person)).as("only looked at").isEmpty();
        for (int twice = 0; twice < 2; twice++) {
            http.perform(post("/trainings/import").param("csv", good).param("take", "yes").with(coordinator()).with(csrf())).andExpect(status().isOk());
        }
        assertThat(trainings.done(person)).singleElement().satisfies(done -> { assertThat(done.how()).isEqualTo("IMPORT"); assertThat(done.doneOn()).isEqualTo(today().minusDays(1)); });
    }

    @Test
    void whoWasInsuredOnADayIsListedAndDownloadedWithoutFormulas() throws Exception {
        db.sql("UPDATE apusilta.volunteer SET family_name = '=HYPERLINK(\"x\")' WHERE id = ?").param(person).update();
        agreed();
        var majors = Set.of("7");
        assertThat(insured.on(today(), majors, 0, 10_000)).anyMatch(row -> row.id().equals(person));
        assertThat(insured.on(today().minusDays(1), majors, 0, 10_000)).noneMatch(row -> row.id().equals(person));
        assertThat(insured.on(today(), Set.of("1"), 0, 10_000)).as("another district").noneMatch(row -> row.id().equals(person));
        http.perform(get("/insured").with(coordinator())).andExpect(status().isOk());
        http.perform(get("/insured").param("day", "nonsense").with(coordinator())).andExpect(content().string(containsString("aria-invalid")));
        var csv = http.perform(get("/insured.csv").param("day", today().toString()).with(coordinator())).andExpect(status().isOk()).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv).contains("\"'=HYPERLINK(\"\"x\"\")\"").doesNotContain(";=HYPERLINK");
    }

    @Test
    void aTermCountsFromItsDayAndAgesAreHeardByTheInsuranceAtOnce() throws Exception {
        agreed();
        var before = until("insured_until");
        http.perform(post("/terms/term").param("term", "INSURANCE_AGE_TO").param("value", "20").param("from", today().minusDays(1).toString()).with(lead()).with(csrf()))
                .andExpect(content().string(containsString("box--warn")));
        assertThat(until("insured_until")).isEqualTo(before);
        try {
            http.perform(post("/terms/term").param("term", "INSURANCE_AGE_TO").param("value", "20").param("from", today().toString()).with(lead()).with(csrf())).andExpect(status().is3xxRedirection());
            assertThat(until("insured_until")).as("born 1990, too old for it now").isNull();
            assertThat(insured.on(today(), Set.of("7"), 0, 10_000)).noneMatch(row -> row.id().equals(person));
        } finally {
            terms.keep(Term.INSURANCE_AGE_TO, today(), 85, "lead");
            insured.agesChanged();
        }
        assertThat(until("insured_until")).isEqualTo(before);
    }

    @Test
    void aNewTemplateLeavesWhatWasSignedAsItIs() throws Exception {
        agreed();
        var day = today().plusDays(3);
        while (db.sql("SELECT count(*) FROM apusilta.city_agreement_template WHERE valid_from = ?").param(day).query(Integer.class).single() > 0) {
            day = day.plusDays(1);
        }
        http.perform(post("/terms/template").param("from", day.toString()).param("fi", "Uusi sopimus.").param("sv", "").param("en", "New agreement.").with(lead()).with(csrf()))
                .andExpect(content().string(containsString("box--warn")));
        http.perform(post("/terms/template").param("from", day.toString()).param("fi", "Uusi sopimus.").param("sv", "Ny överenskommelse.").param("en", "New agreement.").with(lead()).with(csrf()))
                .andExpect(status().is3xxRedirection());
        try {
            ClockUtil.setCurrentTime(java.util.Date.from(day.atTime(12, 0).atZone(ZoneId.of("Europe/Helsinki")).toInstant()));
            agreed();
            assertThat(agreements.of(person)).extracting(CityAgreements.Version::text).satisfiesExactly(old -> assertThat(old).contains("Helsingfors stad"), now -> assertThat(now).isEqualTo("Ny överenskommelse."));
        } finally {
            db.sql("UPDATE apusilta.city_agreement_template SET valid_from = '2099-01-01'::date + (random() * 100000)::int WHERE valid_from = ?").param(day).update();
        }
    }

    @Test
    void aScanBelongsToAnAgreementThatWasSigned() throws Exception {
        var path = "/volunteers/" + person + "/proofs";
        var scan = new MockMultipartFile("file", "sopimus.pdf", "application/pdf", "%PDF-1.7 signed".getBytes(StandardCharsets.UTF_8));
        http.perform(multipart(path + "/agreement-papers").file(scan).param("number", "1").with(coordinator()).with(csrf())).andExpect(redirectedUrlPattern("/**/*said=AGREEMENT"));
        agreed();
        http.perform(multipart(path + "/agreement-papers").file(new MockMultipartFile("file", "x.pdf", "application/pdf", "<html>".getBytes())).param("number", "1").with(coordinator()).with(csrf())).andExpect(redirectedUrlPattern("/**/*said=TYPE"));
        http.perform(multipart(path + "/agreement-papers").file(scan).param("number", "1").with(coordinator()).with(csrf())).andExpect(redirectedUrlPattern("/**/*said=kept"));
        var id = db.sql("SELECT p.id FROM apusilta.city_agreement_paper p JOIN apusilta.city_agreement a ON a.id = p.agreement_id WHERE a.person_id = ?").param(person).query(java.util.UUID.class).single();
        http.perform(get(path + "/agreement-papers/" + id).with(coordinator())).andExpect(status().isOk()).andExpect(content().bytes(scan.getBytes()));
        http.perform(get(path).with(coordinator())).andExpect(status().isOk()).andExpect(content().string(containsString("agreement-papers/" + id)));
        http.perform(get(path + "/agreements/1").with(coordinator())).andExpect(status().isOk());
        http.perform(get("/volunteers/" + person("Toinen", "fi", 1980) + "/proofs/agreement-papers/" + id).with(coordinator())).andExpect(status().isNotFound());
    }

    @Test
    void aLeadAssessesAKindOnlyWithAllThreeAnswered() throws Exception {
        db.sql("DELETE FROM apusilta.background_check_kind WHERE kind_code = 'FAMILY_FRIEND'").update();
        http.perform(post("/checks/FAMILY_FRIEND").param("regularly", "yes").param("inPerson", "yes").with(lead()).with(csrf())).andExpect(content().string(containsString("unanswered")));
        http.perform(post("/checks/FAMILY_FRIEND").param("regularly", "yes").param("inPerson", "yes").param("alone", "yes").with(lead()).with(csrf())).andExpect(redirectedUrl("/checks?kept"));
        assertThat(assessments.newest("FAMILY_FRIEND")).satisfies(one -> { assertThat(one.by()).isEqualTo("lead"); assertThat(one.on()).isEqualTo(today()); assertThat(one.holds()).isTrue(); });
        http.perform(post("/checks/FAMILY_FRIEND").param("regularly", "yes").with(coordinator()).with(csrf())).andExpect(status().isForbidden());
    }

    @Test
    void aBriefingIsRecordedWithItsDay() throws Exception {
        var site = db.sql("SELECT s.code FROM apusilta.site s JOIN apusilta.district d ON d.code = s.district_code LIMIT 1").query(String.class).optional();
        http.perform(post("/trainings/briefings").param("site", site.orElse("NONE")).param("day", today().plusDays(1).toString()).with(lead()).with(csrf())).andExpect(redirectedUrlPattern("/**/*said=wrong"));
        if (site.isPresent()) {
            http.perform(post("/trainings/briefings").param("site", site.get()).param("day", today().toString()).with(lead()).with(csrf())).andExpect(redirectedUrlPattern("/**/*said=kept"));
            assertThat(db.sql("SELECT briefed_on FROM apusilta.site WHERE code = ?").param(site.get()).query(java.time.LocalDate.class).single()).isEqualTo(today());
        }
    }

    @Test
    void aLeadAddsACourseAndChangesIt() throws Exception {
        var name = "Memory and music " + java.util.UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        var form = post("/trainings/courses/new").param("nameFi", "Muisti ja musiikki").param("nameSv", "Minne och musik").param("nameEn", name).param("way", "SESSION").param("renew", "24").param("kinds", "FRIEND_VISIT");
        http.perform(post("/trainings/courses/new").param("nameFi", "Vain suomeksi").param("way", "ONLINE").with(lead()).with(csrf())).andExpect(status().isOk())
                .andExpect(content().string(org.hamcrest.Matchers.containsString("aria-invalid=\"true\"")));
        http.perform(form.with(user("coordinator").roles("COORDINATOR")).with(csrf())).andExpect(status().isForbidden());
        http.perform(form.with(lead()).with(csrf())).andExpect(redirectedUrlPattern("/trainings/courses?kept"));
        var code = db.sql("SELECT code FROM apusilta.training WHERE name_en = ?").param(name).query(String.class).single();
        try {
            assertThat(code).startsWith("MEMORY_AND_MUSIC");
            assertThat(db.sql("SELECT kind_code FROM apusilta.kind_training WHERE training_code = ?").param(code).query(String.class).list()).containsExactly("FRIEND_VISIT");
            http.perform(get("/trainings/courses/" + code).with(lead())).andExpect(content().string(org.hamcrest.Matchers.containsString("Minne och musik")));
            var change = post("/trainings/courses/" + code).param("nameFi", "Muisti").param("nameSv", "Minne").param("nameEn", name).param("way", "ONLINE");
            http.perform(change.with(lead()).with(csrf())).andExpect(status().isOk());
            assertThat(db.sql("SELECT way FROM apusilta.training WHERE code = ?").param(code).query(String.class).single()).as("online without an address").isEqualTo("SESSION");
            http.perform(change.param("address", "https://example.org/muisti").with(lead()).with(csrf())).andExpect(redirectedUrlPattern("/trainings/courses?kept"));
            assertThat(db.sql("SELECT name_fi || ' ' || way || ' ' || coalesce(renew_months, 0) FROM apusilta.training WHERE code = ?").param(code).query(String.class).single()).isEqualTo("Muisti ONLINE 0");
        } finally {
            db.sql("DELETE FROM apusilta.kind_training WHERE training_code = ?").param(code).update();
            db.sql("DELETE FROM apusilta.training WHERE code = ?").param(code).update();
        }
    }

    @Test
    void onlyTheSitesOwnContactIsCoachedWithItsStaff() throws Exception {
        var contact = java.util.UUID.randomUUID();
        var other = java.util.UUID.randomUUID();
        var unit = "T_COACH";
        db.sql("INSERT INTO apusilta.unit SELECT ?, code, 'Koeyksikkö', 'Provenhet', 'Trial unit' FROM apusilta.division LIMIT 1").param(unit).update();
        for (var one : java.util.List.of(contact, other)) {
            db.sql("INSERT INTO apusilta.responsible_person (id, unit_code, given_name, family_name, email, phone) VALUES (?, ?, 'Vilja', 'Vastuu', ?, '1')").params(one, unit, one + "@example.invalid").update();
        }
        var site = "TS_COACH";
        db.sql("INSERT INTO apusilta.site SELECT ?, 'T_COACH', '703', 'LIBRARY', 'Koekirjasto', 'Provbibliotek', 'Trial library', ?, ?, NULL").params(site, contact, other).update();
        db.sql("UPDATE apusilta.responsible_person SET deputy_id = CASE WHEN id = ? THEN ?::uuid ELSE ?::uuid END WHERE id IN (?, ?)").params(contact, other, contact, contact, other).update();
        var before = db.sql("SELECT count(*) FROM apusilta.staff_briefing").query(Integer.class).single();
        http.perform(post("/trainings/briefings").param("site", site).param("day", today().toString()).param("coached", other.toString()).with(lead()).with(csrf()))
                .andExpect(redirectedUrlPattern("/**/*said=wrong"));
        assertThat(db.sql("SELECT count(*) FROM apusilta.staff_briefing").query(Integer.class).single()).as("neither of the two").isEqualTo(before);
        http.perform(post("/trainings/briefings").param("site", site).param("day", today().toString()).param("coached", contact.toString()).with(lead()).with(csrf()))
                .andExpect(redirectedUrlPattern("/**/*said=kept"));
        assertThat(db.sql("SELECT coached_on FROM apusilta.responsible_person WHERE id = ?").param(contact).query(java.time.LocalDate.class).single()).isEqualTo(today());
        db.sql("DELETE FROM apusilta.staff_briefing WHERE site_code = ? OR person_id = ?").params(site, contact).update();
        db.sql("DELETE FROM apusilta.site WHERE code = ?").param(site).update();
        db.sql("UPDATE apusilta.responsible_person SET deputy_id = NULL WHERE id IN (?, ?)").params(contact, other).update();
        db.sql("DELETE FROM apusilta.responsible_person WHERE id IN (?, ?)").params(contact, other).update();
        db.sql("DELETE FROM apusilta.unit WHERE code = ?").param(unit).update();
    }
}
