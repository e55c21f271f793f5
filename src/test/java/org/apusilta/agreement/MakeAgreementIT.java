package org.apusilta.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apusilta.ApusiltaTest;
import org.apusilta.agreement.Agreements.Means;
import org.apusilta.messaging.Recipient.Role;
import org.apusilta.request.Outcome;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@ApusiltaTest
class MakeAgreementIT extends AgreementCase {

    @Autowired MockMvc http;
    @Autowired HistoryService history;

    private void bothAsked() {
        startProcess();
        complete("finaliseAgreement", "agreementOutcome", "READY");
        assertThat(process).isWaitingAt("collectConfirmations");
    }

    private void confirm(String link) throws Exception {
        http.perform(post(link).param("confirm", "yes").with(csrf())).andExpect(status().isOk());
    }

    private Object variable(String name) {
        var found = history.createHistoricVariableInstanceQuery().processInstanceId(process.getId()).variableName(name).singleResult();
        return found == null ? null : found.getValue();
    }

    private long sealed() {
        return db.sql("SELECT count(*) FROM apusilta.agreement_version WHERE case_id = ? AND sealed_at IS NOT NULL AND ended_at IS NULL").param(caseId).query(Long.class).single();
    }

    @Test
    void aDraftInThreePartsWaitsForTheCoordinatorAndNobodyIsAskedYet() {
        startProcess();
        assertThat(process).isWaitingAt("finaliseAgreement").hasPassed("draftAgreement");
        assertThat(version()).satisfies(v -> {
            assertThat(v.number()).isEqualTo(1);
            assertThat(v.volunteerId()).isEqualTo(volunteerId);
            assertThat(v.task()).contains("Tapaamiset ovat säännöllisiä");
            assertThat(v.help()).contains("Noin 2 tuntia", "maanantaiaamupäivä");
            assertThat(v.excluded()).contains("ei tee ammattilaisten työtä");
            assertThat(v.byClient()).isNull();
        });
        assertThat(sent("agreement-confirm-client")).isZero();
    }

    @Test
    void whoIsAtHomeInALanguageWeDoNotWriteReadsTheAgreementInFinnish() {
        db.sql("UPDATE apusilta.client SET language = 'ru' WHERE request_id = ?").param(caseId).update();
        startProcess();
        assertThat(process).isWaitingAt("finaliseAgreement");
        assertThat(version().task()).contains("Tapaamiset ovat säännöllisiä");
    }

    @Test
    void theCoordinatorsWordsReplaceThePartTheyAreAbout() {
        startProcess();
        write("excluded", "Emme käy hissittömässä talossa.");
        complete("finaliseAgreement", "agreementOutcome", "READY");
        assertThat(version().excluded()).isEqualTo("Emme käy hissittömässä talossa.");
        assertThat(version().task()).contains("säännöllisiä");
    }

    @Test
    void notDecidedGoesBackToThePerson() {
        startProcess();
        complete("finaliseAgreement");
        assertThat(process).isWaitingAt("finaliseAgreement");
    }

    @Test
    void stoppingBeforeAnybodyIsAskedEndsTheDraft() {
        startProcess();
        complete("finaliseAgreement", "agreementOutcome", "STOP");
        assertThat(process).isEnded().hasPassed("abandonAgreement", "agreementAbandoned").hasNotPassed("requestConfirmations");
        assertThat(variable("agreementResult")).isEqualTo("STOPPED");
        assertThat(version().endedAt()).isNotNull();
        assertThat(sent("agreement-confirm-client")).isZero();
    }

    @Test
    void bothAreAskedEachInTheirLanguageWithALinkOfTheirOwn() {
        bothAsked();
        assertThat(messages.of(caseId)).filteredOn(m -> m.template().startsWith("agreement-confirm")).satisfiesExactly(
                m -> { assertThat(m.role()).isEqualTo(Role.CLIENT); assertThat(m.subject()).isEqualTo("Sopimus odottaa vahvistustasi"); assertThat(m.body()).contains("Павел Öst"); },
                m -> { assertThat(m.role()).isEqualTo(Role.VOLUNTEER); assertThat(m.subject()).isEqualTo("En överenskommelse väntar på din bekräftelse"); assertThat(m.body()).as("the client's name stands behind the link").doesNotContain("Aino Kuusela"); });
        assertThat(link("agreement-confirm-client")).isNotEqualTo(link("agreement-confirm-volunteer"));
    }

    @Test
    void whenBothConfirmByLinkTheAgreementIsSealedAndTheTaskIsGone() throws Exception {
        bothAsked();
        http.perform(get(link("agreement-confirm-client"))).andExpect(content().string(Matchers.containsString("Vahvista sopimus")));
        assertThat(version().byClient()).as("opening confirms nothing").isNull();
        confirm(link("agreement-confirm-client"));
        assertThat(process).isWaitingAt("collectConfirmations");
        assertThat(version().byClient()).satisfies(c -> { assertThat(c.means()).isEqualTo(Means.LINK); assertThat(c.recordedBy()).isNull(); });
        confirm(link("agreement-confirm-volunteer"));
        assertThat(process).isEnded().hasPassed("agreementConfirmed", "sealAgreement", "agreementSealed");
        assertThat(variable("agreementResult")).isEqualTo("CONFIRMED");
        assertThat(sealed()).isEqualTo(1);
        http.perform(get(link("agreement-confirm-volunteer"))).andExpect(content().string(Matchers.containsString("Båda har bekräftat")));
    }

    @Test
    void confirmingTwiceByTheSameLinkCountsOnceAndSaysThankYouAgain() throws Exception {
        bothAsked();
        confirm(link("agreement-confirm-client"));
        var first = version().byClient();
        http.perform(post(link("agreement-confirm-client")).param("confirm", "yes").with(csrf())).andExpect(content().string(Matchers.containsString("vahvistuksesi on tallessa")));
        assertThat(version().byClient()).isEqualTo(first);
        assertThat(process).isWaitingAt("collectConfirmations");
    }

    @Test
    void withoutTheTickNothingIsConfirmedAndThePageSaysWhy() throws Exception {
        bothAsked();
        http.perform(post(link("agreement-confirm-client")).with(csrf())).andExpect(content().string(Matchers.containsString("Merkitse ruutuun")));
        assertThat(version().byClient()).isNull();
        confirm(link("agreement-confirm-client"));
        assertThat(version().byClient()).isNotNull();
    }

    @Test
    void whenBothClickAtTheSameInstantTheProcessGoesOnOnce() throws Exception {
        bothAsked();
        var links = List.of(link("agreement-confirm-client"), link("agreement-confirm-volunteer"));
        var threads = Executors.newFixedThreadPool(2);
        try {
            var clicks = links.stream().map(l -> (Callable<Integer>) () -> http.perform(post(l).param("confirm", "yes").with(csrf())).andReturn().getResponse().getStatus()).toList();
            for (var click : threads.invokeAll(clicks)) {
                assertThat(click).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(200);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(process).isEnded();
        assertThat(sealed()).isEqualTo(1);
    }

    @Test
    void phoneAndPaperAreRecordedWithWhoRecordedThem() {
        bothAsked();
        complete("collectConfirmations", "confirmationOutcome", "RECORDED", "clientConfirmedBy", "PHONE", "volunteerConfirmedBy", "PAPER");
        assertThat(process).isEnded().hasPassed("recordConfirmations", "sealAgreement");
        assertThat(version().byClient()).satisfies(c -> { assertThat(c.means()).isEqualTo(Means.PHONE); assertThat(c.recordedBy()).isEqualTo("coordinator"); });
        assertThat(version().byVolunteer().means()).isEqualTo(Means.PAPER);
        assertThat(sealed()).isEqualTo(1);
    }

    @Test
    void onePhoneCallIsNotEnoughUntilTheOtherConfirmsByLink() throws Exception {
        bothAsked();
        complete("collectConfirmations", "confirmationOutcome", "RECORDED", "clientConfirmedBy", "PHONE", "volunteerConfirmedBy", "NONE");
        assertThat(process).isWaitingAt("collectConfirmations");
        confirm(link("agreement-confirm-volunteer"));
        assertThat(process).isEnded().hasPassed("agreementConfirmed");
        assertThat(version().byClient().means()).isEqualTo(Means.PHONE);
        assertThat(version().byVolunteer().means()).isEqualTo(Means.LINK);
    }

    @Test
    void aLinkClickedWhileTheCoordinatorsCompletionIsUnderWayIsNotLost() throws Exception {
        bothAsked();
        confirm(link("agreement-confirm-client"));
        tasks.complete(task("collectConfirmations").getId(), Map.of("confirmationOutcome", "RECORDED", "clientConfirmedBy", "NONE", "volunteerConfirmedBy", "NONE"));
        confirm(link("agreement-confirm-volunteer"));
        goOn();
        assertThat(process).isEnded().hasPassed("recordConfirmations", "sealAgreement");
    }

    @Test
    void whoHasNotConfirmedIsRemindedOnce() throws Exception {
        bothAsked();
        confirm(link("agreement-confirm-client"));
        var timer = management.createJobQuery().processInstanceId(process.getId()).timers().singleResult();
        ClockUtil.setCurrentTime(timer.getDuedate());
        management.executeJob(timer.getId());
        goOn();
        assertThat(process).isWaitingAt("collectConfirmations").hasPassed("confirmationReminderDue", "remindConfirmers", "confirmersReminded");
        assertThat(messages.of(caseId)).filteredOn(m -> m.template().equals("agreement-reminder")).singleElement()
                .satisfies(m -> assertThat(m.role()).isEqualTo(Role.VOLUNTEER));
        confirm(link("agreement-reminder"));
        assertThat(process).isEnded();
    }

    @Test
    void stoppingWhileWaitingTakesTheLinksBackWhateverOneSideHasSaid() throws Exception {
        bothAsked();
        confirm(link("agreement-confirm-client"));
        complete("collectConfirmations", "confirmationOutcome", "STOP");
        assertThat(process).isEnded().hasPassed("recordConfirmations", "abandonAgreement").hasNotPassed("sealAgreement");
        assertThat(variable("agreementResult")).isEqualTo("STOPPED");
        assertThat(version().endedAt()).isNotNull();
        http.perform(get(link("agreement-confirm-volunteer"))).andExpect(status().isGone());
        http.perform(post(link("agreement-confirm-volunteer")).param("confirm", "yes").with(csrf())).andExpect(status().isGone());
        http.perform(get(link("agreement-confirm-client"))).andExpect(content().string(Matchers.containsString("ei ole enää voimassa")));
        assertThat(version().byVolunteer()).isNull();
    }

    /** The offer was weeks ago; what was in order then is asked once more in the database, and a person hears what is missing. */
    @Test
    void whatTheVolunteerLacksWhenBothHaveConfirmedIsAPersonsTaskAndNothingHoldsYet() throws Exception {
        bothAsked();
        var yesterday = java.time.LocalDate.now(clock).minusDays(1);
        db.sql("UPDATE apusilta.volunteer SET agreement_until = :day, insured_until = :day, birth_year = 1931 WHERE id = :id").param("day", yesterday).param("id", volunteerId).update();
        db.sql("DELETE FROM apusilta.volunteer_training WHERE volunteer_id = ?").param(volunteerId).update();
        confirm(link("agreement-confirm-client"));
        confirm(link("agreement-confirm-volunteer"));
        assertThat(process).isWaitingAt("settleFitness").hasNotPassed("sealAgreement");
        assertThat(variable("volunteerLacks")).isEqualTo("AGREEMENT AGE INSURANCE TRAINING");
        assertThat(sealed()).isZero();
        db.sql("UPDATE apusilta.volunteer SET agreement_until = :day, insured_until = :day, birth_year = 1955 WHERE id = :id").param("day", yesterday.plusYears(1)).param("id", volunteerId).update();
        complete("settleFitness", "fitnessOutcome", "LOOK_AGAIN");
        assertThat(process).as("one thing is still missing").isWaitingAt("settleFitness");
        assertThat(variable("volunteerLacks")).isEqualTo("TRAINING");
        db.sql("INSERT INTO apusilta.volunteer_training (volunteer_id, code, done_on) SELECT ?, code, ? FROM apusilta.training").params(volunteerId, yesterday).update();
        complete("settleFitness", "fitnessOutcome", "LOOK_AGAIN");
        assertThat(process).isEnded().hasPassed("checkFitness", "isVolunteerFit", "sealAgreement");
        assertThat(sealed()).isEqualTo(1);
    }

    @Test
    void whatCannotBePutInOrderEndsTheAgreementAndNothingBegins() {
        bothAsked();
        db.sql("UPDATE apusilta.volunteer SET agreement_until = NULL, insured_until = NULL WHERE id = ?").param(volunteerId).update();
        complete("collectConfirmations", "confirmationOutcome", "RECORDED", "clientConfirmedBy", "PHONE", "volunteerConfirmedBy", "PHONE");
        assertThat(process).isWaitingAt("settleFitness");
        assertThat(variable("volunteerLacks")).isEqualTo("AGREEMENT INSURANCE");
        complete("settleFitness", "fitnessOutcome", "STOP");
        assertThat(process).isEnded().hasPassed("isItSettled", "abandonAgreement").hasNotPassed("sealAgreement");
        assertThat(variable("agreementResult")).isEqualTo("STOPPED");
        assertThat(version().endedAt()).isNotNull();
    }

    @Test
    void aLinkThatHasRunOutConfirmsNothing() throws Exception {
        bothAsked();
        ClockUtil.offset(Duration.ofDays(61).toMillis());
        http.perform(post(link("agreement-confirm-client")).param("confirm", "yes").with(csrf())).andExpect(status().isGone());
        assertThat(version().byClient()).isNull();
    }

    @Test
    void theNextVolunteersAgreementIsANewVersionWithoutTheOldWords() {
        startProcess();
        write("task", "Vanha sopimus.");
        complete("finaliseAgreement", "agreementOutcome", "STOP");
        ClockUtil.offset(Duration.ofMinutes(1).toMillis());
        startProcess();
        complete("finaliseAgreement", "agreementOutcome", "READY");
        assertThat(agreements.of(caseId)).hasSize(2);
        assertThat(version().number()).isEqualTo(2);
        assertThat(version().task()).doesNotContain("Vanha");
    }

    @Test
    void whenTheClientWithdrawsNothingIsLeftToConfirm() throws Exception {
        bothAsked();
        requests.close(caseId, Outcome.WITHDRAWN);
        assertThat(version().endedAt()).isNotNull();
        http.perform(get(link("agreement-confirm-client"))).andExpect(status().isGone());
        assertThat(version().byClient()).isNull();
        runtime.deleteProcessInstance(process.getId(), "the test's own; its parent would have ended it");
    }
}
