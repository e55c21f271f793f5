package org.apusilta.volunteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.apusilta.ApusiltaTest;
import org.apusilta.volunteer.internal.RenewalWatch;
import org.apusilta.volunteer.internal.Renewals;
import org.apusilta.volunteer.internal.ProofStarts.Proof;
import org.apusilta.volunteer.internal.Trainings;
import org.apusilta.volunteer.internal.Trainings.How;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What runs out soon is renewed, or a person decides what follows. */
@ApusiltaTest
class RenewProofIT extends ProofCase {

    @Autowired JdbcClient database;
    @Autowired Renewals renewals;
    @Autowired RenewalWatch watch;
    @Autowired Trainings trainings;
    @Autowired Volunteers volunteers;

    @AfterEach
    void nothingRunsOn() {
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(person.toString()).rootProcessInstances().list()
                .forEach(one -> runtime.deleteProcessInstance(one.getId(), "the test is over"));
    }

    private void jobs() {
        for (var jobs = due(); !jobs.isEmpty(); jobs = due()) {
            jobs.forEach(management::executeJob);
        }
    }

    private List<String> due() {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(person.toString()).list().stream()
                .flatMap(one -> management.createJobQuery().processInstanceId(one.getId()).messages().list().stream()).map(Job::getId).toList();
    }

    private List<String> open() {
        return tasks.createTaskQuery().processInstanceBusinessKey(person.toString()).list().stream().map(Task::getTaskDefinitionKey).toList();
    }

    private void answer(String task, String... variables) {
        var one = tasks.createTaskQuery().processInstanceBusinessKey(person.toString()).taskDefinitionKey(task).singleResult();
        var values = new java.util.HashMap<String, Object>();
        for (int i = 0; i < variables.length; i += 2) {
            values.put(variables[i], variables[i + 1]);
        }
        tasks.setAssignee(one.getId(), "coordinator");
        tasks.complete(one.getId(), values);
        jobs();
    }

    private boolean begin(Proof proof) {
        boolean begun = renewals.begin(person, proof, "7");
        jobs();
        return begun;
    }

    /** Of ours: who leaves is seen off by another process. */
    private boolean nothingRuns() {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(person.toString()).processDefinitionKeyIn("renew-proof", "city-agreement", "required-training", "background-check").count() == 0;
    }

    @Test
    void anAgreementIsRenewedBeforeItRunsOutOnceForEachDay() {
        begin(Proof.AGREEMENT);
        answer("collectCityConfirmation", "cityConfirmation", "PHONE");
        assertThat(nothingRuns()).isTrue();
        var first = until("agreement_until");
        assertThat(begunBy(watch::look)).as("long before").isFalse();
        ClockUtil.offset(Duration.ofDays(java.time.temporal.ChronoUnit.DAYS.between(today(), first) - 20).toMillis());
        assertThat(begunBy(watch::look)).isTrue();
        jobs();
        assertThat(open()).containsExactly("collectCityConfirmation");
        assertThat(begunBy(watch::look)).as("once").isFalse();
        assertThat(begin(Proof.AGREEMENT)).as("under way already").isFalse();
        answer("collectCityConfirmation", "cityConfirmation", "PAPER");
        assertThat(nothingRuns()).isTrue();
        assertThat(until("agreement_until")).isAfter(first);
    }

    private boolean begunBy(java.util.function.IntSupplier look) {
        long before = history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(person.toString()).processDefinitionKey("renew-proof").count();
        look.getAsInt();
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(person.toString()).processDefinitionKey("renew-proof").count() > before;
    }

    @Test
    void whatIsNotRenewedComesToAPersonWhoAsksOnceMoreOrLeavesIt() {
        begin(Proof.AGREEMENT);
        answer("collectCityConfirmation", "cityConfirmation", "STOP");
        assertThat(open()).containsExactly("decideLapse");
        answer("decideLapse");
        assertThat(open()).as("nothing decided").containsExactly("decideLapse");
        answer("decideLapse", "lapseOutcome", "AGAIN");
        assertThat(open()).containsExactly("collectCityConfirmation");
        answer("collectCityConfirmation", "cityConfirmation", "STOP");
        answer("decideLapse", "lapseOutcome", "LEAVE");
        assertThat(nothingRuns()).isTrue();
    }

    @Test
    void aTrainingIsRenewed() {
        begin(Proof.TRAINING);
        assertThat(open()).containsExactly("followTraining");
        trainings.complete(person, "BASICS", today(), How.COORDINATOR, "coordinator");
        jobs();
        assertThat(nothingRuns()).isTrue();
    }

    @Test
    void aCheckIsRenewedOnlyWhereOneIsNeeded() {
        begin(Proof.CHECK);
        assertThat(nothingRuns()).as("no task with minors").isTrue();
        assessed(WITH_MINORS, true);
        wishes(WITH_MINORS);
        begin(Proof.CHECK);
        assertThat(open()).containsExactly("collectCheckConsent");
        answer("collectCheckConsent", "consentOutcome", "REFUSED");
        assertThat(open()).containsExactly("decideLapse");
    }

    @Test
    void whoLeavesIsAskedForNothingMore() {
        begin(Proof.AGREEMENT);
        volunteers.leave(person, "coordinator");
        assertThat(nothingRuns()).isTrue();
        assertThat(database.sql("select count(*) from apusilta.link where case_id = ? and purpose = 'city-agreement' and revoked_at is null").param(person).query(Integer.class).single())
                .as("what the letter, sent or not, leads to is taken back").isZero();
        assertThat(database.sql("select count(*) from apusilta.link where case_id = ? and purpose = 'city-agreement'").param(person).query(Integer.class).single()).isPositive();
    }

    @Test
    void aKindOfProofThatNobodyKnowsComesToAPerson() {
        process = runtime.createMessageCorrelation("ProofRunsOut").processInstanceBusinessKey(person.toString())
                .setVariables(java.util.Map.of("majorDistrict", "7", "urgency", "NORMAL")).setVariable("proof", null).correlateStartMessage();
        assertThat(open()).containsExactly("decideLapse");
        answer("decideLapse", "lapseOutcome", "LEAVE");
    }

}
