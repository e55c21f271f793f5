package org.apusilta.volunteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import biweekly.Biweekly;
import biweekly.property.Method;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apusilta.ApusiltaTest;
import org.apusilta.contract.Models;
import org.apusilta.volunteer.Application.Outcome;
import org.apusilta.volunteer.internal.Renewals;
import org.apusilta.volunteer.internal.ProofStarts.Proof;
import org.apusilta.volunteer.internal.CityAgreements;
import org.apusilta.catalogue.Assessments;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

/** From an application to a volunteer, every way it can go. */
@ApusiltaTest
class OnboardingIT {

    private static final String NO = "Emme nyt pysty tarjoamaan tehtävää, joka sopisi sinulle.";

    @Autowired ListableBeanFactory beans;

    private Applying walk;

    @BeforeEach
    void begin() {
        walk = new Applying(beans);
        walk.noTimes();
    }

    @AfterEach
    void today() {
        ClockUtil.reset();
    }

    @Test
    void somebodyAppliesTalksIsCheckedAndCanBeAsked() {
        var id = walk.sent(Applying.adult());
        assertThat(walk.openTasks(id)).containsExactly("reviewApplication");
        assertThat(walk.letters(id)).containsExactly("application-received");
        assertThat(walk.status(id)).as("nobody's register before somebody has talked with them").isNull();

        walk.someTimes();
        walk.complete(id, "reviewApplication", Map.of("reviewOutcome", "INTERVIEW"), Map.of());
        assertThat(walk.waits(id)).containsExactly("awaitBooking");
        walk.timePassesUntil(id, "bookingReminderDue");
        assertThat(walk.letters(id)).endsWith("interview-times", "interview-times-reminder");
        walk.noTimes();
        walk.someTimes();
        walk.answer("talk", id, Map.of("slot", walk.freeTime().toString()));
        assertThat(walk.waits(id)).containsExactly("awaitInterview");
        assertThat(walk.letters(id)).endsWith("interview-invitation");
        walk.timePassesUntil(id, "interviewReminderDue");
        assertThat(walk.letters(id)).endsWith("interview-reminder");
        walk.timePassesUntil(id, "interviewDay");
        walk.complete(id, "holdInterview", Map.of("interviewOutcome", "SUITABLE"), Map.of("referees", "Naapuri Niina, 040 111"));

        assertThat(walk.status(id)).isEqualTo("APPLICANT");
        assertThat(walk.database.sql("select count(*) from apusilta.volunteer_available where id = ?").param(id).query(Integer.class).single()).as("nobody is offered to them yet").isZero();
        assertThat(walk.openTasks(id)).as("in somebody's home: a reference").contains("takeReferences");
        walk.complete(id, "takeReferences", Map.of("referencesOutcome", "GOOD"), Map.of());
        Proofs.allDone(walk, id);

        assertThat(walk.outcome(id)).isEqualTo(Outcome.ACTIVE);
        assertThat(walk.status(id)).isEqualTo("ACTIVE");
        assertThat(walk.letters(id)).endsWith("volunteer-welcome");
        assertThat(walk.instances(id)).isEmpty();
        assertThat(walk.database.sql("select array_agg(kind_code)::text from apusilta.volunteer_kind where volunteer_id = ?").param(id).query(String.class).single()).isEqualTo("{FRIEND_VISIT}");
        assertThat(walk.database.sql("select level from apusilta.volunteer_language where volunteer_id = ? and code = 'fi'").param(id).query(String.class).single().strip()).isEqualTo("C1");
    }

    @Test
    void theInvitationIsACalendarEntryThatMovesAndIsTakenOut() {
        var id = walk.booked();
        walk.answer("talk", id, Map.of("slot", walk.freeTime().toString()));
        assertThat(walk.waits(id)).containsExactly("awaitInterview");
        walk.applications.withdraw(id, null);
        walk.runJobs(id);
        var sent = walk.database.sql("select a.content from apusilta.message_attachment a join apusilta.message m on m.id = a.message_id where m.case_id = ? order by m.seq")
                .param(id).query((row, n) -> Biweekly.parse(new String(row.getBytes(1), java.nio.charset.StandardCharsets.UTF_8)).first()).list();
        assertThat(sent).extracting(one -> one.getMethod().getValue()).containsExactly("REQUEST", "REQUEST", Method.CANCEL);
        assertThat(sent).extracting(one -> one.getEvents().get(0).getSequence().getValue()).containsExactly(0, 1, 2);
        assertThat(sent).extracting(one -> one.getEvents().get(0).getUid().getValue()).containsOnly(id + "@apusilta");
        assertThat(sent.get(0).getEvents().get(0).getDateStart().getValue()).isNotEqualTo(sent.get(1).getEvents().get(0).getDateStart().getValue());
        assertThat(walk.freeTime()).as("free for others again").isNotNull();
    }

    @Test
    void aTimeIsOneApplicantsAndATakenOneIsSaidSo() {
        var first = walk.invited();
        var second = walk.invited();
        var time = walk.freeTime().toString();
        assertThat(walk.answer("talk", first, Map.of("slot", time)).model()).containsEntry("state", "booked");
        assertThat(walk.answer("talk", second, Map.of("slot", time)).model()).containsEntry("problem", "taken");
        assertThat(walk.waits(second)).containsExactly("awaitBooking");
        assertThat(walk.answer("talk", second, Map.of("slot", "no time at all")).model()).containsEntry("problem", "choose");
        assertThat(walk.answer("talk", second, Map.of("slot", "CALL_ME")).model()).containsEntry("state", "call");
        assertThat(walk.openTasks(second)).containsExactly("bookByPhone");
        assertThat(walk.answer("talk", second, Map.of("slot", walk.freeTime().toString())).model()).as("a coordinator calls by now").containsEntry("state", "late");
        assertThat(walk.answer("talk", second, Map.of("slot", "CALL_ME")).model()).containsEntry("state", "late");
        assertThat(walk.show("talk", second).model()).containsEntry("state", "late");
        walk.complete(second, "bookByPhone", Map.of("phoneOutcome", "BOOKED", "chosenSlotId", time), Map.of());
        assertThat(walk.openTasks(second)).as("taken meanwhile: back to the person").containsExactly("bookByPhone");
        walk.complete(second, "bookByPhone", Map.of("phoneOutcome", "BOOKED", "chosenSlotId", walk.freeTime().toString()), Map.of());
        assertThat(walk.waits(second)).containsExactly("awaitInterview");
        walk.answer("talk", second, Map.of("slot", "CALL_ME"));
        assertThat(walk.openTasks(second)).as("the time does not suit after all").containsExactly("bookByPhone");
    }

    @Test
    void withoutFreeTimesAPersonCallsAndWhoIsNotReachedIsShownOtherPlaces() {
        var id = walk.sent(Applying.adult());
        walk.complete(id, "reviewApplication", Map.of("reviewOutcome", "INTERVIEW"), Map.of());
        assertThat(walk.openTasks(id)).containsExactly("bookByPhone");
        walk.someTimes();
        walk.complete(id, "bookByPhone", Map.of("phoneOutcome", "OFFER_AGAIN"), Map.of());
        assertThat(walk.waits(id)).containsExactly("awaitBooking");
        walk.timePassesUntil(id, "bookingOverdue");
        walk.complete(id, "bookByPhone", Map.of("phoneOutcome", "GIVE_UP"), Map.of("message", "Yritimme tavoittaa sinua."));
        assertThat(walk.outcome(id)).isEqualTo(Outcome.NOT_NOW);
        assertThat(walk.messages.of(id)).last().satisfies(letter -> assertThat(letter.body()).contains("Yritimme tavoittaa sinua."));
        assertThat(walk.instances(id)).isEmpty();
    }

    @Test
    void nobodyIsDeclinedWithoutAPersonAndAReason() {
        var id = walk.sent(Applying.adult());
        walk.complete(id, "reviewApplication", Map.of("reviewOutcome", "DECLINED"), Map.of());
        walk.completeAnonymously(id, "reviewApplication", Map.of("reviewOutcome", "DECLINED"));
        walk.completeAnonymously(id, "reviewApplication", Map.of());
        assertThat(walk.openTasks(id)).containsExactly("reviewApplication");
        assertThatThrownBy(() -> walk.database.sql("update apusilta.application set outcome = 'DECLINED', closed_at = now() where id = ?").param(id).update())
                .isInstanceOf(DataIntegrityViolationException.class);
        walk.complete(id, "reviewApplication", Map.of("reviewOutcome", "DECLINED"), Map.of("reason", NO));
        var closed = walk.applications.find(id).orElseThrow();
        assertThat(closed.outcome()).isEqualTo(Outcome.DECLINED);
        assertThat(closed.decidedBy()).isEqualTo("coordinator");
        assertThat(closed.decidedReason()).isEqualTo(NO);
        assertThat(walk.messages.of(id)).last().satisfies(letter -> assertThat(letter.body()).contains(NO));
    }

    @Test
    void theTalkMayEndInEveryWay() {
        var again = walk.talking();
        walk.completeAnonymously(again, "holdInterview", Map.of("interviewOutcome", "DECLINED"));
        assertThat(walk.openTasks(again)).as("a reason is missing").containsExactly("holdInterview");
        walk.someTimes();
        walk.complete(again, "holdInterview", Map.of("interviewOutcome", "ANOTHER_TIME"), Map.of());
        assertThat(walk.waits(again)).containsExactly("awaitBooking");
        walk.answer("talk", again, Map.of("slot", walk.freeTime().toString()));
        walk.timePassesUntil(again, "interviewDay");
        walk.complete(again, "holdInterview", Map.of("interviewOutcome", "NOT_NOW"), Map.of());
        assertThat(walk.outcome(again)).isEqualTo(Outcome.NOT_NOW);

        ClockUtil.reset();
        var no = walk.talking();
        walk.complete(no, "holdInterview", Map.of("interviewOutcome", "DECLINED"), Map.of("reason", NO));
        assertThat(walk.outcome(no)).isEqualTo(Outcome.DECLINED);
        assertThat(walk.status(no)).isNull();
    }

    @Test
    void whenAReferenceWorriesAPersonDecides() {
        var id = walk.suitable();
        walk.complete(id, "takeReferences", Map.of("referencesOutcome", "CONCERNS"), Map.of());
        Proofs.done(walk, id);
        assertThat(walk.openTasks(id)).containsExactly("decideApplication");
        walk.complete(id, "decideApplication", Map.of(), Map.of());
        assertThat(walk.openTasks(id)).as("not decided").containsExactly("decideApplication");
        walk.complete(id, "decideApplication", Map.of("decideOutcome", "GO_ON"), Map.of());
        assertThat(walk.openTasks(id)).as("the trainings are done").containsExactly("takeReferences");
        walk.complete(id, "takeReferences", Map.of("referencesOutcome", "CONCERNS"), Map.of());
        walk.complete(id, "decideApplication", Map.of("decideOutcome", "DECLINED"), Map.of("reason", NO));
        assertThat(walk.outcome(id)).isEqualTo(Outcome.DECLINED);
        assertThat(walk.status(id)).as("never a volunteer").isEqualTo("LEFT");
    }

    @Test
    void whoIsNotInOrderMayBeShownOtherPlaces() {
        var id = walk.suitable();
        walk.complete(id, "takeReferences", Map.of("referencesOutcome", "CONCERNS"), Map.of());
        Proofs.done(walk, id);
        walk.complete(id, "decideApplication", Map.of("decideOutcome", "NOT_NOW"), Map.of("message", "Kokeillaan myöhemmin uudelleen."));
        assertThat(walk.outcome(id)).isEqualTo(Outcome.NOT_NOW);
    }

    @Test
    void whoWishesToBeWithChildrenAlsoGoesThroughTheRecordStep() {
        walk.someTimes();
        var id = walk.sent(Applying.of(NewApplication.Age.ADULT, 1970, null, null, "YOUTH_MENTOR"));
        walk.complete(id, "reviewApplication", Map.of("reviewOutcome", "INTERVIEW"), Map.of());
        walk.answer("talk", id, Map.of("slot", walk.freeTime().toString()));
        walk.timePassesUntil(id, "interviewDay");
        walk.complete(id, "holdInterview", Map.of("interviewOutcome", "SUITABLE"), Map.of());
        assertThat(walk.openTasks(id)).as("trainings, references and the record step beside each other").hasSize(3).contains("followTraining", "takeReferences")
                .containsAnyOf("collectCheckConsent", "awaitAssessment");
        if (walk.openTasks(id).contains("awaitAssessment")) {
            walk.complete(id, "awaitAssessment", Map.of("assessmentOutcome", "LEAVE_OUT"), Map.of());
        } else {
            walk.complete(id, "collectCheckConsent", Map.of("consentOutcome", "REFUSED"), Map.of());
        }
        walk.complete(id, "takeReferences", Map.of("referencesOutcome", "GOOD"), Map.of());
        Proofs.done(walk, id);
        assertThat(walk.openTasks(id)).as("without the record step a person decides").containsExactly("decideApplication");
        walk.applications.withdraw(id, null);
        walk.runJobs(id);
        assertThat(walk.instances(id)).isEmpty();
    }

    /** No form leads here; whatever a later drawing of the talk may end with, nobody is lost. */
    @Test
    void aTalkThatEndsInNothingForeseenBeginsAgain() {
        var id = walk.sent(Applying.adult());
        var instance = walk.instances(id).get(0);
        walk.runtime.createProcessInstanceModification(instance).cancelAllForActivity("reviewApplication").startBeforeActivity("isSuitable").execute();
        walk.runJobs(id);
        assertThat(walk.openTasks(id)).as("no time is free").containsExactly("bookByPhone");
    }

    @Test
    void whoHasEverythingAlreadyAndNeedsNoReferenceGoesStraightToTheAgreement() {
        walk.someTimes();
        var id = walk.sent(Applying.of(NewApplication.Age.ADULT, 1970, null, null, "PARK_GODPARENT"));
        walk.complete(id, "reviewApplication", Map.of("reviewOutcome", "INTERVIEW"), Map.of());
        walk.answer("talk", id, Map.of("slot", walk.freeTime().toString()));
        walk.timePassesUntil(id, "interviewDay");
        walk.complete(id, "holdInterview", Map.of("interviewOutcome", "SUITABLE"), Map.of());
        Proofs.done(walk, id);
        walk.complete(id, "collectCityConfirmation", Map.of("cityConfirmation", "STOP"), Map.of());
        assertThat(walk.openTasks(id)).as("without the agreement a person decides").containsExactly("decideApplication");
        walk.complete(id, "decideApplication", Map.of("decideOutcome", "GO_ON"), Map.of());
        assertThat(walk.openTasks(id)).as("nothing is missing but the agreement").containsExactly("collectCityConfirmation");
        walk.complete(id, "collectCityConfirmation", Map.of("cityConfirmation", "PAPER"), Map.of());
        assertThat(walk.outcome(id)).isEqualTo(Outcome.ACTIVE);
    }

    @Test
    void aGuardianDecidesForSomebodyUnderFifteen() {
        var id = walk.sent(Applying.child());
        assertThat(walk.waits(id)).containsExactly("awaitGuardian");
        assertThat(walk.messages.of(id)).filteredOn(letter -> letter.template().equals("guardian-asked")).singleElement()
                .satisfies(letter -> assertThat(letter.to()).isEqualTo("huoltaja@example.org"));
        walk.timePassesUntil(id, "guardianReminderDue");
        assertThat(walk.letters(id)).endsWith("guardian-reminder");
        walk.answer("guardian", id, Map.of());
        assertThat(walk.waits(id)).as("neither yes nor no").containsExactly("awaitGuardian");
        assertThat(walk.answer("guardian", id, Map.of("answer", "yes")).model()).containsEntry("state", "given");
        assertThat(walk.openTasks(id)).containsExactly("reviewApplication");
        assertThat(walk.answer("guardian", id, Map.of("answer", "no")).model()).as("answered once").containsEntry("state", "late");
        assertThat(walk.show("guardian", id).model()).containsEntry("state", "given");
        walk.someTimes();
        walk.complete(id, "reviewApplication", Map.of("reviewOutcome", "INTERVIEW"), Map.of());
        assertThat(walk.waits(id)).containsExactly("awaitBooking");
    }

    @Test
    void theGuardianAgreesWithTheCityAndConsentsForTheChildAndDoesSoAgainAtTheRenewal() {
        var id = walk.sent(Applying.child());
        walk.answer("guardian", id, Map.of("answer", "yes"));
        walk.someTimes();
        walk.complete(id, "reviewApplication", Map.of("reviewOutcome", "INTERVIEW"), Map.of());
        walk.answer("talk", id, Map.of("slot", walk.freeTime().toString()));
        walk.timePassesUntil(id, "interviewDay");
        walk.complete(id, "holdInterview", Map.of("interviewOutcome", "SUITABLE"), Map.of());
        if (walk.openTasks(id).contains("takeReferences")) {
            walk.complete(id, "takeReferences", Map.of("referencesOutcome", "GOOD"), Map.of());
        }
        Proofs.done(walk, id);
        assertThat(addressees(id, "city-agreement-guardian")).containsExactly("huoltaja@example.org");
        assertThat(walk.letters(id)).as("the child has no link to confirm by").doesNotContain("city-agreement");
        beans.getBean(CityAgreements.class).confirmByLink(beans.getBean(CityAgreements.class).of(id).get(0).id());
        walk.runJobs(id);
        assertThat(walk.outcome(id)).isEqualTo(Outcome.ACTIVE);
        assertThat(addressees(id, "city-agreement-sealed-guardian")).containsExactly("huoltaja@example.org");
        assertThat(addressees(id, "city-agreement-sealed")).as("to read").singleElement().satisfies(to -> assertThat(to).startsWith("helmi"));
        assertThat(walk.database.sql("select code from apusilta.volunteer_practice where volunteer_id = ?").param(id).query(String.class).list()).as("wants to practise").containsExactly("fi");

        beans.getBean(Renewals.class).begin(id, Proof.AGREEMENT, "7");
        walk.runJobs(id);
        assertThat(addressees(id, "city-agreement-guardian")).hasSize(2);
        beans.getBean(Assessments.class).assess("FAMILY_FRIEND", true, true, true, "lead");
        walk.database.sql("insert into apusilta.volunteer_kind values (?, 'FAMILY_FRIEND')").param(id).update();
        beans.getBean(Renewals.class).begin(id, Proof.CHECK, "7");
        walk.runJobs(id);
        assertThat(addressees(id, "check-consent-guardian")).containsExactly("huoltaja@example.org");
        assertThat(walk.letters(id)).doesNotContain("check-consent", "city-agreement");
        assertThatThrownBy(() -> walk.database.sql("update apusilta.city_agreement set signer = 'VOLUNTEER' where person_id = ?").param(id).update()).isInstanceOf(DataIntegrityViolationException.class);
        assertThat(signer(id, "2028-12-31")).as("fifteen that year").isEqualTo("GUARDIAN");
        assertThat(signer(id, "2029-01-01")).isEqualTo("VOLUNTEER");
        beans.getBean(Volunteers.class).leave(id, "coordinator");
        walk.runJobs(id);
    }

    private List<String> addressees(UUID id, String template) {
        return walk.messages.of(id).stream().filter(letter -> letter.template().equals(template)).map(org.apusilta.messaging.Messages.Sent::to).toList();
    }

    private String signer(UUID id, String day) {
        return walk.database.sql("select apusilta.signer(?, cast(? as date))").params(id, day).query(String.class).single();
    }

    @Test
    void aSilentGuardianIsCalledAndWithoutAYesThereIsNoTalk() {
        var id = walk.sent(Applying.child());
        walk.timePassesUntil(id, "guardianOverdue");
        walk.complete(id, "callGuardian", Map.of(), Map.of());
        assertThat(walk.openTasks(id)).containsExactly("callGuardian");
        assertThat(walk.show("guardian", id).model()).containsEntry("state", "late");
        walk.complete(id, "callGuardian", Map.of("guardianAnswer", "ASK_AGAIN"), Map.of());
        assertThat(walk.waits(id)).containsExactly("awaitGuardian");
        walk.answer("guardian", id, Map.of("answer", "no"));
        walk.complete(id, "reviewApplication", Map.of("reviewOutcome", "INTERVIEW"), Map.of());
        assertThat(walk.openTasks(id)).as("no talk without the guardian").containsExactly("reviewApplication");
        assertThatThrownBy(() -> walk.database.sql("update apusilta.application set outcome = 'ACTIVE', closed_at = now() where id = ?").param(id).update())
                .as("nor in the database").isInstanceOf(DataIntegrityViolationException.class);
        walk.complete(id, "reviewApplication", Map.of("reviewOutcome", "NOT_NOW"), Map.of());
        assertThat(walk.outcome(id)).isEqualTo(Outcome.NOT_NOW);
    }

    @Test
    void aGuardianSaysYesByPhoneAndWhoHeardItStandsBesideIt() {
        var id = walk.sent(Applying.child());
        walk.timePassesUntil(id, "guardianOverdue");
        walk.complete(id, "callGuardian", Map.of("guardianAnswer", "GIVEN"), Map.of());
        assertThat(walk.openTasks(id)).containsExactly("reviewApplication");
        assertThat(walk.database.sql("select guardian_means || ' ' || guardian_by from apusilta.application where id = ?").param(id).query(String.class).single()).isEqualTo("PHONE coordinator");
    }

    @Test
    void aGroupHasOneContactAndIsAgreedWith() {
        var id = walk.sent(Applying.group());
        walk.complete(id, "reviewApplication", Map.of("reviewOutcome", "GROUP"), Map.of());
        walk.complete(id, "arrangeGroup", Map.of("groupOutcome", "AGREED"), Map.of());
        assertThat(walk.outcome(id)).isEqualTo(Outcome.GROUP);
        assertThat(walk.letters(id)).containsExactly("application-received", "group-agreed");
        assertThat(walk.database.sql("select count(*) from apusilta.link where case_id = ? and revoked_at is null").param(id).query(Integer.class).single()).as("what has ended is not withdrawn").isZero();
        var talked = walk.sent(Applying.group());
        walk.complete(talked, "reviewApplication", Map.of("reviewOutcome", "INTERVIEW"), Map.of());
        assertThat(walk.openTasks(talked)).as("a group is talked with by its contact; nobody of it is taken into the register").containsExactly("arrangeGroup");
        var person = walk.sent(Applying.adult());
        walk.complete(person, "reviewApplication", Map.of("reviewOutcome", "GROUP"), Map.of());
        assertThat(walk.openTasks(person)).as("one person is no group").containsExactly("reviewApplication");
    }

    @TestFactory
    Stream<DynamicTest> whereverItStandsTheApplicantMayWithdraw() {
        return waitStates().entrySet().stream().map(state -> DynamicTest.dynamicTest(state.getKey(), () -> {
            walk = new Applying(beans);
            walk.noTimes();
            try {
                var id = state.getValue().get();
                assertThat(walk.waits(id)).contains(state.getKey());
                assertThat(walk.applications.withdraw(id, "coordinator")).isTrue();
                walk.runJobs(id);
                assertThat(walk.outcome(id)).isEqualTo(Outcome.WITHDRAWN);
                assertThat(walk.openTasks(id)).isEmpty();
                assertThat(walk.instances(id)).isEmpty();
                assertThat(walk.database.sql("select count(*) from apusilta.interview_slot where application_id = ? and held_at is null").param(id).query(Integer.class).single()).isZero();
                assertThat(walk.database.sql("select count(*) from apusilta.link where case_id = ? and revoked_at is null and used_at is null").param(id).query(Integer.class).single()).isZero();
                assertThat(walk.status(id)).isIn(null, "LEFT");
                assertThat(walk.letters(id)).as("no farewell to who never began").doesNotContain("volunteer-farewell");
                assertThat(walk.database.sql("select count(*) from apusilta.certificate where volunteer_id = ?").param(id).query(Integer.class).single()).isZero();
                assertThat(walk.database.sql("select count(*) from apusilta.volunteer where id = ? and erase_on is null").param(id).query(Integer.class).single())
                        .as("what stays has a day to be erased").isZero();
                assertThat(walk.applications.withdraw(id, null)).as("twice").isFalse();
            } finally {
                ClockUtil.reset();
            }
        }));
    }

    @Test
    void noWaitStateOfTheDrawingsIsLeftOut() {
        var own = List.of("volunteer-onboarding", "guardian-consent", "interview", "volunteer-checks");
        var drawn = Models.drawings().values().stream().filter(model -> own.contains(Models.process(model).getId()))
                .flatMap(model -> model.getModelElementsByType(FlowNode.class).stream()).filter(node -> node instanceof UserTask || node instanceof ReceiveTask).map(FlowNode::getId).toList();
        assertThat(waitStates().keySet()).containsAll(drawn);
    }

    private Map<String, Supplier<UUID>> waitStates() {
        var states = new LinkedHashMap<String, Supplier<UUID>>();
        states.put("reviewApplication", () -> walk.sent(Applying.adult()));
        states.put("awaitGuardian", () -> walk.sent(Applying.child()));
        states.put("callGuardian", () -> {
            var id = walk.sent(Applying.child());
            walk.timePassesUntil(id, "guardianOverdue");
            return id;
        });
        states.put("arrangeGroup", () -> {
            var id = walk.sent(Applying.group());
            walk.complete(id, "reviewApplication", Map.of("reviewOutcome", "GROUP"), Map.of());
            return id;
        });
        states.put("awaitBooking", () -> walk.invited());
        states.put("bookByPhone", () -> {
            var id = walk.invited();
            walk.timePassesUntil(id, "bookingOverdue");
            return id;
        });
        states.put("awaitInterview", () -> walk.booked());
        states.put("holdInterview", () -> walk.talking());
        states.put("takeReferences", () -> walk.suitable());
        states.put("followTraining", () -> walk.suitable());
        states.put("collectCityConfirmation", () -> {
            var id = walk.suitable();
            walk.complete(id, "takeReferences", Map.of("referencesOutcome", "GOOD"), Map.of());
            Proofs.done(walk, id);
            return id;
        });
        states.put("decideApplication", () -> {
            var id = walk.suitable();
            walk.complete(id, "takeReferences", Map.of("referencesOutcome", "CONCERNS"), Map.of());
            Proofs.done(walk, id);
            return id;
        });
        return states;
    }

    @Test
    void aLinkWithdrawsOnlyWhenItIsSure() {
        var id = walk.sent(Applying.adult());
        assertThat(walk.show("application", id).model()).containsEntry("open", true);
        assertThat(walk.answer("application", id, Map.of()).model()).containsEntry("unsure", true);
        assertThat(walk.outcome(id)).isNull();
        walk.answer("application", id, Map.of("sure", "true"));
        assertThat(walk.outcome(id)).isEqualTo(Outcome.WITHDRAWN);
        assertThat(walk.show("application", id).model()).containsEntry("open", false);
    }

    @Test
    void aReminderDoesNotFollowOnTheHeelsOfTheInvitation() {
        walk.slot(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofHours(6)));
        var id = walk.sent(Applying.adult());
        walk.complete(id, "reviewApplication", Map.of("reviewOutcome", "INTERVIEW"), Map.of());
        walk.answer("talk", id, Map.of("slot", walk.freeTime().toString()));
        assertThat(walk.letters(id)).doesNotContain("interview-reminder");
    }

    @Test
    void whoLeavesTheRegisterBeforeBecomingAVolunteerTakesTheApplicationAlong() {
        var id = walk.suitable();
        beans.getBean(Volunteers.class).leave(id, "coordinator");
        walk.runJobs(id);
        assertThat(walk.outcome(id)).isEqualTo(Outcome.WITHDRAWN);
        assertThat(walk.openTasks(id)).doesNotContain("takeReferences", "followTraining");
    }
}
