package org.apusilta.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.apusilta.ApusiltaTest;
import org.apusilta.request.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** An agreement that holds is changed: the old version holds until both have confirmed the new one, and stays if they do not. */
@ApusiltaTest
class ChangeAgreementIT extends AgreementCase {

    @Autowired AgreementChanges changes;
    @Autowired AgreementReviews reviews;
    @Autowired MockMvc http;

    @BeforeEach
    void anAgreementHolds() {
        startProcess();
        write("task", "Kävelyä kahdestaan");
        complete("finaliseAgreement", "agreementOutcome", "READY");
        confirmedByPhone();
    }

    @Test
    void theOldOneHoldsUntilBothHaveConfirmedTheNewOne() throws Exception {
        begin();
        assertThat(agreements.of(caseId)).hasSize(2);
        assertThat(version()).satisfies(v -> {
            assertThat(v.number()).isEqualTo(2);
            assertThat(v.volunteerId()).isEqualTo(volunteerId);
            assertThat(v.task()).as("what was agreed is what is changed").isEqualTo("Kävelyä kahdestaan");
            assertThat(v.sealedAt()).isNull();
        });
        complete("finaliseAgreement", "agreementOutcome", "READY");
        http.perform(post(link("agreement-confirm-client")).param("confirm", "yes").with(csrf())).andExpect(status().isOk());
        assertThat(first().endedAt()).isNull();
        http.perform(post(link("agreement-confirm-volunteer")).param("confirm", "yes").with(csrf())).andExpect(status().isOk());
        assertThat(first().endedAt()).isNotNull();
        assertThat(version().sealedAt()).isNotNull();
        assertThat(version().endedAt()).isNull();
        assertThat(reviews.next(caseId)).get().extracting(AgreementReviews.Review::version).isEqualTo(2);
        assertThat(running()).isZero();
    }

    @Test
    void ifTheyDoNotConfirmTheOldOneStays() throws Exception {
        begin();
        complete("finaliseAgreement", "agreementOutcome", "READY");
        var link = link("agreement-confirm-client");
        complete("collectConfirmations", "confirmationOutcome", "STOP");
        assertThat(first().endedAt()).isNull();
        assertThat(version().endedAt()).isNotNull();
        assertThat(version().sealedAt()).isNull();
        http.perform(post(link).param("confirm", "yes").with(csrf())).andExpect(status().isGone());
        assertThat(reviews.next(caseId)).get().extracting(AgreementReviews.Review::version).isEqualTo(1);
        assertThat(running()).isZero();
        assertThat(changes.possible(caseId)).isTrue();
    }

    @Test
    void whenTheCaseEndsNothingIsLeftOfEither() throws Exception {
        begin();
        requests.close(caseId, Outcome.ENDED);
        assertThat(agreements.of(caseId)).hasSize(2).allSatisfy(v -> assertThat(v.endedAt()).isNotNull());
        assertThat(running()).isZero();
        ask("TIMES", "Torstaisin").andExpect(flash().attribute("problem", "case.problem.agreementChange.notNow"));
    }

    @Test
    void oneChangeAtATimeWithItsReasonAndOnlyByThoseWhoseDistrictItIs() throws Exception {
        ask("TASK", "  ").andExpect(flash().attribute("problem", "case.problem.agreementChange"));
        begin();
        ask("TIMES", "Torstaisin").andExpect(flash().attribute("problem", "case.problem.agreementChange.notNow"));
        assertThat(changes.of(caseId)).singleElement().satisfies(c -> {
            assertThat(c.reason()).isEqualTo(AgreementChanges.Reason.TASK);
            assertThat(c.words()).isEqualTo("Myös kirjastossa käynti");
            assertThat(c.askedBy()).isEqualTo("coordinator-east");
        });
        http.perform(get("/cases/{id}", caseId).header("Accept-Language", "en").with(user("coordinator-east").roles("COORDINATOR")))
                .andExpect(content().string(containsString("A change of the agreement was begun: the tasks change")))
                .andExpect(content().string(containsString("Myös kirjastossa käynti"))).andExpect(content().string(containsString("In force")))
                .andExpect(content().string(containsString("Draft")));
        db.sql("UPDATE apusilta.help_request SET major = '1' WHERE id = ?").param(caseId).update();
        ask("TIMES", "Torstaisin").andExpect(status().isForbidden());
    }

    @Test
    void whatHoldsIsReadAsPdfWhileTheNextIsADraft() throws Exception {
        begin();
        for (var version : List.of("1", "2")) {
            http.perform(get("/api/cases/{id}/agreement.pdf", caseId).param("version", version).with(user("coordinator-east").roles("COORDINATOR")))
                    .andExpect(status().isOk());
        }
        http.perform(get("/api/cases/{id}/agreement.pdf", caseId).param("version", "3").with(user("coordinator-east").roles("COORDINATOR"))).andExpect(status().isNotFound());
    }

    @Test
    void theTableLetsOnlyOneHoldAndOneBeMade() throws Exception {
        begin();
        assertThatThrownBy(() -> db.sql("UPDATE apusilta.agreement_version SET ended_at = NULL, number = 3 WHERE case_id = ?").param(caseId).update())
                .hasMessageContaining("never changes");
        assertThatThrownBy(() -> db.sql("""
                INSERT INTO apusilta.agreement_version (id, case_id, number, volunteer_id, language, task, help, excluded, instance_id, drafted_at)
                SELECT gen_random_uuid(), case_id, 9, volunteer_id, language, task, help, excluded, instance_id, drafted_at
                FROM apusilta.agreement_version WHERE case_id = ? AND number = 2""").param(caseId).update()).hasMessageContaining("in_the_making");
    }

    private void begin() throws Exception {
        ask("TASK", "Myös kirjastossa käynti").andExpect(flash().attribute("said", "case.said.agreementChange"));
        process = runtime.createProcessInstanceQuery().processDefinitionKey("make-agreement").processInstanceBusinessKey(caseId.toString()).singleResult();
    }

    private ResultActions ask(String reason, String words) throws Exception {
        return http.perform(post("/cases/{id}/agreement/changes", caseId).param("reason", reason).param("words", words)
                .with(user("coordinator-east").roles("COORDINATOR")).with(csrf()));
    }

    private void confirmedByPhone() {
        complete("collectConfirmations", "confirmationOutcome", "RECORDED", "clientConfirmedBy", "PHONE", "volunteerConfirmedBy", "PHONE");
    }

    private Agreements.Version first() {
        return agreements.of(caseId).get(0);
    }

    private long running() {
        return runtime.createProcessInstanceQuery().processDefinitionKeyIn("make-agreement", "change-agreement").processInstanceBusinessKey(caseId.toString()).count();
    }
}
