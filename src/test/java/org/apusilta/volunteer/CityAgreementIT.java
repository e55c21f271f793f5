package org.apusilta.volunteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.LocalDate;
import org.apusilta.ApusiltaTest;
import org.apusilta.volunteer.internal.CityAgreements;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

/** The agreement with the city, and the insurance that goes with it. */
@ApusiltaTest
class CityAgreementIT extends ProofCase {

    @Autowired CityAgreements agreements;
    @Autowired Volunteers volunteers;

    private void asked() {
        start("city-agreement");
        assertThat(process).isWaitingAt("collectCityConfirmation");
    }

    private CityAgreements.Version newest() {
        var all = agreements.of(person);
        return all.get(all.size() - 1);
    }

    private void confirmByLink(String template) throws Exception {
        http.perform(post(link(template)).param("confirm", "yes").with(csrf())).andExpect(status().isOk());
        goOn();
    }

    private long insuredOn(LocalDate day) {
        return db.sql("SELECT count(*) FROM apusilta.insured_period WHERE volunteer_id = ? AND ? BETWEEN from_day AND until_day").params(person, day).query(Long.class).single();
    }

    @Test
    void theWordsAreInTheVolunteersLanguageWithTheTermsInThem() throws Exception {
        asked();
        assertThat(newest().text()).contains("Helsingfors stad", "24 månader", "fyller 85").doesNotContain("{");
        http.perform(get(link("city-agreement"))).andExpect(content().string(Matchers.containsString("Bekräfta överenskommelsen")));
        assertThat(newest().confirmedAt()).as("opening confirms nothing").isNull();
        http.perform(post(link("city-agreement")).with(csrf())).andExpect(content().string(Matchers.containsString("Kryssa")));
        assertThat(newest().confirmedAt()).isNull();
        var pdf = http.perform(get(link("city-agreement") + "/file")).andExpect(status().isOk()).andReturn().getResponse().getContentAsByteArray();
        assertThat(new String(pdf, 0, 5, java.nio.charset.StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
    }

    @Test
    void confirmedByLinkItIsValidAndTheVolunteerInsuredFromTheSameDay() throws Exception {
        asked();
        assertThat(insuredOn(today())).isZero();
        confirmByLink("city-agreement");
        assertThat(process).isEnded().hasPassed("cityAgreementConfirmed", "sealCityAgreement", "cityAgreementSealed");
        assertThat(variable("agreementOutcome")).isEqualTo("CONFIRMED");
        assertThat(until("agreement_until")).isEqualTo(today().plusMonths(24).minusDays(1)).isEqualTo(until("insured_until"));
        assertThat(insuredOn(today())).isEqualTo(1);
        assertThat(insuredOn(today().minusDays(1))).isZero();
        assertThat(sent("city-agreement-sealed")).isEqualTo(1);
        http.perform(get(link("city-agreement-sealed"))).andExpect(content().string(Matchers.containsString("du är försäkrad")));
    }

    @Test
    void phoneAndPaperAreRecordedWithWhoRecordedThem() {
        asked();
        complete("collectCityConfirmation");
        assertThat(process).as("nothing recorded").isWaitingAt("collectCityConfirmation");
        complete("collectCityConfirmation", "cityConfirmation", "PHONE");
        assertThat(process).isEnded();
        assertThat(newest()).satisfies(v -> { assertThat(v.means()).isEqualTo("PHONE"); assertThat(v.recordedBy()).isEqualTo("coordinator"); });
        start("city-agreement");
        complete("collectCityConfirmation", "cityConfirmation", "PAPER");
        assertThat(newest()).satisfies(v -> { assertThat(v.number()).isEqualTo(2); assertThat(v.means()).isEqualTo("PAPER"); });
        assertThat(agreements.of(person).get(0).endedOn()).isEqualTo(today().minusDays(1));
        assertThat(insuredOn(today())).as("once, not twice").isEqualTo(1);
    }

    @Test
    void stoppingTakesTheLinkBackAndInsuresNobody() throws Exception {
        asked();
        complete("collectCityConfirmation", "cityConfirmation", "STOP");
        assertThat(process).isEnded().hasPassed("dropCityAgreement", "cityAgreementDropped");
        assertThat(variable("agreementOutcome")).isEqualTo("STOPPED");
        assertThat(until("insured_until")).isNull();
        http.perform(get(link("city-agreement"))).andExpect(status().isGone());
    }

    @Test
    void whoHasNotConfirmedIsRemindedOnce() throws Exception {
        asked();
        reminderDue();
        assertThat(process).isWaitingAt("collectCityConfirmation").hasPassed("remindCitySigner", "citySignerReminded");
        confirmByLink("city-agreement-reminder");
        assertThat(process).isEnded();
    }

    @Test
    void whatSomebodyWasAskedToSignNeverChanges() {
        asked();
        assertThatThrownBy(() -> db.sql("UPDATE apusilta.city_agreement SET text = 'Något annat' WHERE person_id = ?").param(person).update())
                .isInstanceOf(DataIntegrityViolationException.class);
        complete("collectCityConfirmation", "cityConfirmation", "PAPER");
        assertThatThrownBy(() -> db.sql("UPDATE apusilta.city_agreement SET means = 'LINK', recorded_by = NULL WHERE person_id = ?").param(person).update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void thePolicysAgeLimitCutsTheInsuranceShortNotTheAgreement() {
        var old = today().getYear() - 84;
        db.sql("UPDATE apusilta.volunteer SET birth_year = ? WHERE id = ?").params(old, person).update();
        asked();
        complete("collectCityConfirmation", "cityConfirmation", "PHONE");
        assertThat(until("agreement_until")).isEqualTo(today().plusMonths(24).minusDays(1));
        assertThat(until("insured_until")).isEqualTo(LocalDate.of(old + 85, 12, 31));
    }

    @Test
    void theRegisterItselfRefusesInsuranceBeyondTheAgreement() {
        assertThatThrownBy(() -> db.sql("UPDATE apusilta.volunteer SET agreement_until = '2027-01-01', insured_until = '2027-01-02' WHERE id = ?").param(person).update())
                .hasMessageContaining("insured_while_agreed");
    }

    @Test
    void whoLeavesIsInsuredToTheEveningAndHasNoAgreementAfterIt() {
        asked();
        complete("collectCityConfirmation", "cityConfirmation", "PHONE");
        ClockUtil.offset(Duration.ofDays(10).toMillis());
        volunteers.leave(person, "coordinator");
        assertThat(insuredOn(today())).isEqualTo(1);
        assertThat(insuredOn(today().plusDays(1))).isZero();
        assertThat(insuredOn(today().minusDays(11))).isZero();
        assertThat(newest().endedOn()).isEqualTo(today());
    }
}
