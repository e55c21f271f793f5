package org.apusilta.volunteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Map;
import org.apusilta.ApusiltaTest;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

/** Act 148/2014, step by step. */
@ApusiltaTest
class BackgroundCheckIT extends ProofCase {

    private void asked() {
        assessed(WITH_MINORS, true);
        wishes(WITH_MINORS);
        start("background-check");
        assertThat(process).isWaitingAt("collectCheckConsent").hasPassed("askCheckConsent");
    }

    private void answer(String yesOrNo) throws Exception {
        http.perform(post(link("check-consent")).param("answer", yesOrNo).with(csrf())).andExpect(status().isOk());
        goOn();
    }

    private void consented() throws Exception {
        asked();
        answer("yes");
        complete("requestExtract", "extractWay", "REQUESTED");
        assertThat(process).isWaitingAt("checkExtract");
    }

    private Map<String, Object> row() {
        return db.sql("SELECT * FROM apusilta.background_check WHERE person_id = ? ORDER BY opened_at DESC LIMIT 1").param(person).query().singleRow();
    }

    private void decide(String decision, LocalDate issuedOn) {
        if (issuedOn == null) {
            complete("checkExtract", "checkDecision", decision);
        } else {
            complete("checkExtract", "checkDecision", decision, "extractIssuedOn", issuedOn.toString());
        }
    }

    @Test
    void whoWishesForNoTaskWithMinorsIsNotAsked() {
        wishes("FRIEND_VISIT");
        start("background-check");
        assertThat(process).isEnded().hasPassed("noCheckMade").hasNotPassed("askCheckConsent");
        assertThat(variable("checkOutcome")).isEqualTo("DONE");
    }

    @Test
    void nobodyIsAskedBeforeANamedPersonHasAssessedTheKind() {
        db.sql("DELETE FROM apusilta.background_check_kind WHERE kind_code = 'YOUTH_MENTOR'").update();
        db.sql("DELETE FROM apusilta.kind_assessment WHERE kind_code = 'YOUTH_MENTOR'").update();
        wishes("YOUTH_MENTOR");
        start("background-check");
        assertThat(process).isWaitingAt("awaitAssessment");
        complete("awaitAssessment", "assessmentOutcome", "LOOK_AGAIN");
        assertThat(process).isWaitingAt("awaitAssessment");
        assertThat(sent("check-consent")).isZero();
        assertThatThrownBy(() -> db.sql("""
                WITH opened AS (INSERT INTO apusilta.background_check (id, person_id, instance_id, opened_at) VALUES (gen_random_uuid(), gen_random_uuid(), gen_random_uuid()::text, now()) RETURNING id)
                INSERT INTO apusilta.background_check_kind SELECT id, 'YOUTH_MENTOR' FROM opened""").update()).isInstanceOf(DataIntegrityViolationException.class);
        assessed(WITH_MINORS, true);
        assertThat(process).as("another kind").isWaitingAt("awaitAssessment");
        assessed("YOUTH_MENTOR", true);
        goOn();
        assertThat(process).isWaitingAt("collectCheckConsent").hasPassed("kindAssessed");
        assertThat(db.sql("SELECT check_assessed_by FROM apusilta.kind WHERE code = 'YOUTH_MENTOR'").query(String.class).single()).isEqualTo("lead");
    }

    @Test
    void whenTheTestsDoNotHoldThereIsNoRightToAsk() {
        try {
            assessed("READING_GRANDPARENT", false);
            wishes("READING_GRANDPARENT");
            start("background-check");
            assertThat(process).isEnded().hasPassed("noCheckMade");
            assertThat(sent("check-consent")).isZero();
        } finally {
            assessed("READING_GRANDPARENT", true);
        }
    }

    @Test
    void theseTasksMayBeLeftOutWhileNobodyHasAssessedThem() {
        db.sql("DELETE FROM apusilta.background_check_kind WHERE kind_code = 'YOUTH_MENTOR'").update();
        db.sql("DELETE FROM apusilta.kind_assessment WHERE kind_code = 'YOUTH_MENTOR'").update();
        wishes("YOUTH_MENTOR");
        start("background-check");
        complete("awaitAssessment", "assessmentOutcome", "LEAVE_OUT");
        assertThat(process).isEnded().hasPassed("noCheckMade");
        assertThat(variable("checkOutcome")).isEqualTo("REFUSED");
    }

    @Test
    void theLinkTellsWhatTheActDemandsAndOpeningItConsentsToNothing() throws Exception {
        asked();
        http.perform(get(link("check-consent"))).andExpect(status().isOk())
                .andExpect(content().string(Matchers.allOf(Matchers.containsString("Rättsregistercentralen"), Matchers.containsString("148/2014"), Matchers.containsString("kopieras"))));
        http.perform(post(link("check-consent")).with(csrf())).andExpect(content().string(Matchers.containsString("Välj ett av alternativen")));
        assertThat(row().get("consent_at")).isNull();
        assertThat(process).isWaitingAt("collectCheckConsent");
    }

    @Test
    void aConsentByLinkIsKeptWithItsTimeAndAValidExtractLeavesDatesAndNamesOnly() throws Exception {
        consented();
        decide("MAY_BE_ASSIGNED", today().minusMonths(6));
        assertThat(process).isEnded().hasPassed("backgroundChecked");
        assertThat(variable("checkOutcome")).isEqualTo("DONE");
        assertThat(row()).containsEntry("consent_means", "LINK").containsEntry("requested_by", "coordinator").containsEntry("checked_by", "coordinator")
                .containsEntry("extract_issued_on", java.sql.Date.valueOf(today().minusMonths(6))).containsEntry("checked_on", java.sql.Date.valueOf(today()));
        assertThat(until("check_until")).isEqualTo(today().plusMonths(12));
    }

    @Test
    void anExtractOlderThanSixMonthsIsAskedForAnew() throws Exception {
        consented();
        decide("MAY_BE_ASSIGNED", today().minusMonths(6).minusDays(1));
        assertThat(process).isWaitingAt("requestExtract");
        assertThat(until("check_until")).isNull();
        assertThat(row().get("checked_on")).isNull();
        complete("requestExtract", "extractWay", "SHOWN");
        decide("MAY_BE_ASSIGNED", today().plusDays(1));
        assertThat(process).as("dated in the future").isWaitingAt("requestExtract");
        complete("requestExtract", "extractWay", "SHOWN");
        decide("ASK_ANEW", null);
        complete("requestExtract", "extractWay", "REQUESTED");
        decide("MAY_BE_ASSIGNED", today());
        assertThat(process).isEnded().hasPassed("backgroundChecked");
        assertThatThrownBy(() -> db.sql("UPDATE apusilta.background_check SET extract_issued_on = checked_on - interval '7 months' WHERE person_id = ?").param(person).update())
                .hasMessageContaining("six_months");
    }

    @Test
    void endingWithoutPermissionLeavesTheSameRowWhateverTheReason() throws Exception {
        consented();
        decide("CLOSE", null);
        assertThat(process).isEnded().hasPassed("notAssigned");
        assertThat(variable("checkOutcome")).isEqualTo("REFUSED");
        assertThat(row()).containsEntry("extract_issued_on", null).containsEntry("checked_on", null).containsEntry("checked_by", null).containsEntry("valid_until", null)
                .containsEntry("requested_at", null).containsEntry("requested_by", null);
        assertThat(until("check_until")).isNull();
    }

    @Test
    void noConsentEndsItAndNoExtractIsAskedFor() throws Exception {
        asked();
        answer("no");
        assertThat(process).isEnded().hasPassed("checkConsentAnswered", "checkConsentRefused").hasNotPassed("requestExtract");
        assertThat(variable("checkOutcome")).isEqualTo("REFUSED");
        http.perform(post(link("check-consent")).param("answer", "yes").with(csrf())).andExpect(status().is(Matchers.oneOf(200, 410)));
        assertThat(row().get("consent_at")).isNull();
    }

    @Test
    void aConsentIsTakenBackByTheLinkAsLongAsNobodyHasDecided() throws Exception {
        consented();
        http.perform(get(link("check-consent"))).andExpect(content().string(Matchers.containsString("Jag tar tillbaka samtycket")));
        answer("back");
        assertThat(process).isEnded().hasPassed("consentTakenBack", "closeCheck", "checkClosed").hasNotPassed("recordCheck");
        assertThat(variable("checkOutcome")).isEqualTo("REFUSED");
        assertThat(row()).containsEntry("checked_on", null).doesNotContainEntry("closed_at", null);
        person = person("Oona", "sv", 1990);
        consented();
        decide("MAY_BE_ASSIGNED", today());
        answer("back");
        assertThat(until("check_until")).as("too late: it was looked at").isEqualTo(today().plusMonths(12));
    }

    @Test
    void aConsentOnPaperIsKeptWithWhoHoldsIt() {
        asked();
        complete("collectCheckConsent");
        assertThat(process).as("nothing recorded").isWaitingAt("collectCheckConsent");
        complete("collectCheckConsent", "consentOutcome", "PAPER");
        assertThat(process).isWaitingAt("requestExtract");
        assertThat(row()).containsEntry("consent_means", "PAPER").containsEntry("consent_by", "coordinator");
    }

    @Test
    void aRefusalOnThePhoneTakesTheLinkBack() throws Exception {
        asked();
        complete("collectCheckConsent", "consentOutcome", "REFUSED");
        assertThat(process).isEnded().hasPassed("checkConsentRefused");
        http.perform(get(link("check-consent"))).andExpect(status().isGone());
    }

    @Test
    void whoHasNotAnsweredIsRemindedOnce() throws Exception {
        asked();
        reminderDue();
        assertThat(process).isWaitingAt("collectCheckConsent").hasPassed("remindCheckConsent", "checkConsentReminded");
        assertThat(sent("check-consent-reminder")).isEqualTo(1);
        http.perform(post(link("check-consent-reminder")).param("answer", "yes").with(csrf())).andExpect(status().isOk());
        goOn();
        assertThat(process).isWaitingAt("requestExtract");
    }

    @Test
    void aCheckThatIsValidLongEnoughIsNotAskedForAgain() throws Exception {
        consented();
        decide("MAY_BE_ASSIGNED", today());
        start("background-check");
        assertThat(process).isEnded().hasPassed("noCheckMade");
        ClockUtil.offset(java.time.Duration.ofDays(350).toMillis());
        start("background-check");
        assertThat(process).as("it runs out soon").isWaitingAt("collectCheckConsent");
    }
}
