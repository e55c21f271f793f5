package org.apusilta.relationship;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apusilta.ApusiltaTest;
import org.apusilta.agreement.AgreementChanges;
import org.apusilta.agreement.Agreements;
import org.apusilta.catalogue.BorderRule;
import org.apusilta.catalogue.BorderRule.Side;
import org.apusilta.catalogue.BorderRules;
import org.apusilta.engine.Words;
import org.apusilta.messaging.LinkPage;
import org.apusilta.messaging.Messages;
import org.apusilta.relationship.Begun.Support;
import org.apusilta.relationship.Supports.Drift;
import org.apusilta.relationship.Supports.DriftOutcome;
import org.apusilta.request.Border;
import org.apusilta.request.HelpRequests;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Something that was not agreed comes up in a visit: a person decides whose work it is, and visits go on meanwhile. */
@ApusiltaTest
class ScopeDriftIT {

    @Autowired Begun begun;
    @Autowired Supports supports;
    @Autowired Messages messages;
    @Autowired Agreements agreements;
    @Autowired AgreementChanges changes;
    @Autowired Border border;
    @Autowired BorderRules rules;
    @Autowired HelpRequests requests;
    @Autowired Words words;
    @Autowired List<LinkPage> pages;
    @Autowired RuntimeService runtime;
    @Autowired TaskService tasks;
    @Autowired ManagementService management;
    @Autowired JdbcClient database;

    @Test
    void whatTheVolunteerMarksIsAPersonsQuestionAndAProfessionalsPartGoesBack() {
        var support = visited();
        var before = professional("CLEANING");

        var page = log(support, Map.of("answer", "DONE", "outside_CLEANING", "yes", "outside_NO_SUCH_RULE", "yes"));

        assertThat(page.model()).containsEntry("became", "SAID").containsEntry("outsideTold", List.of("Siivous palveluna"));
        assertThat(open(support)).as("what no rule speaks of cannot be marked").containsExactly("decideScopeDrift");
        assertThat(begun.timers(support.instance())).as("visits go on being followed").contains("visitDue", "followUpDue");
        log(support, Map.of("answer", "DONE", "outside_CLEANING", "yes"));
        assertThat(open(support)).as("asked once").containsExactly("decideScopeDrift");

        complete(support, Map.of(), Map.of());
        assertThat(open(support)).as("not decided: asked again").containsExactly("decideScopeDrift");
        complete(support, Map.of("driftOutcome", "PROFESSIONAL"), Map.of("note", "Imurointi kuuluu tukipalveluun.", "advice", "Kotihoidon ohjaaja auttaa."));

        assertThat(open(support)).isEmpty();
        assertThat(instances(support, "scope-drift")).isZero();
        assertThat(drifts(support)).singleElement().satisfies(drift -> {
            assertThat(drift.outcome()).isEqualTo(DriftOutcome.PROFESSIONAL);
            assertThat(drift.marked()).isTrue();
            assertThat(drift.decidedBy()).isNotNull();
        });
        assertThat(sent(support, "drift-returned")).singleElement().satisfies(letter ->
                assertThat(letter.body()).contains("Siivous palveluna", "tukipalveluna", "Kotihoidon ohjaaja auttaa.").doesNotContain("Imurointi"));
        assertThat(sent(support, "drift-decided")).singleElement().satisfies(letter -> assertThat(letter.body()).contains("ammattilaisen työtä"));
        assertThat(professional("CLEANING")).as("counted as every decision on the border").isEqualTo(before + 1);
        assertThat(border.of(support.caseId())).as("what was decided on the request stays as it was").noneMatch(piece -> piece.code().equals("CLEANING"));
    }

    @Test
    void whatBelongsBecomesANewVersionAndTheSignedOneNeverChanges() {
        var support = visited();
        log(support, Map.of("answer", "DONE", "outsideWords", "Kävimme myös kirjastossa."));
        complete(support, Map.of("driftOutcome", "BELONGS"), Map.of("note", "Kirjasto kuuluu mukaan."));
        assertThat(open(support)).containsExactly("finaliseAgreement");
        assertThat(changes.of(support.caseId())).singleElement().satisfies(change -> assertThat(change.words()).isEqualTo("Kirjasto kuuluu mukaan."));
        complete(support, Map.of("agreementOutcome", "STOP"), Map.of());
        assertThat(open(support)).as("no new version: the question comes back").containsExactly("decideScopeDrift");

        complete(support, Map.of("driftOutcome", "BELONGS"), Map.of("note", "Kirjasto kuuluu mukaan."));
        complete(support, Map.of("agreementOutcome", "READY"), Map.of());
        complete(support, Map.of("confirmationOutcome", "RECORDED", "clientConfirmedBy", "PHONE", "volunteerConfirmedBy", "PHONE"), Map.of());
        assertThat(instances(support, "scope-drift")).isZero();
        var signed = holding(support);

        log(support, Map.of("answer", "DONE", "outside_DRIVING", "yes"));
        complete(support, Map.of("driftOutcome", "BELONGS"), Map.of("note", "Autokyyti sovitaan."));
        complete(support, Map.of("agreementOutcome", "READY"), Map.of("task", "Ystävä ja autokyyti kauppaan."));
        assertThat(holding(support)).as("the old one holds until both have confirmed").isEqualTo(signed);
        complete(support, Map.of("confirmationOutcome", "RECORDED", "clientConfirmedBy", "PHONE", "volunteerConfirmedBy", "PHONE"), Map.of());

        assertThat(holding(support).task()).isEqualTo("Ystävä ja autokyyti kauppaan.");
        assertThat(agreements.of(support.caseId())).filteredOn(version -> version.number() == signed.number()).singleElement()
                .satisfies(version -> assertThat(version.task()).isEqualTo(signed.task()));
        assertThat(log(support, Map.of("answer", "DONE")).model().get("pieces").toString()).as("driving is the volunteer's now").doesNotContain("DRIVING").contains("CLEANING");
    }

    @Test
    void theWordsOfANoteOnlyPropose() {
        var support = visited();
        log(support, Map.of("answer", "DONE", "note", "Kävelimme puistossa ja joimme kahvia."));
        assertThat(open(support)).isEmpty();

        log(support, Map.of("answer", "DONE", "note", "Kävelimme, ja samalla siivosin vähän keittiötä."));

        assertThat(drifts(support)).singleElement().satisfies(drift -> {
            assertThat(drift.code()).isEqualTo("CLEANING");
            assertThat(drift.marked()).isFalse();
            assertThat(drift.outcome()).isNull();
        });
        assertThat(sent(support, "drift-returned")).isEmpty();
        complete(support, Map.of("driftOutcome", "NOTHING"), Map.of("note", "Pyyhki pöydän kahvin jälkeen."));
        assertThat(sent(support, "drift-decided")).singleElement().satisfies(letter -> assertThat(letter.body()).contains("Mitään ei tarvitse muuttaa"));
        assertThat(professionalsOf(support)).as("no decision on the border").isZero();

        log(support, Map.of("answer", "DONE", "note", "Siivosin vähän. Kiitos!"));
        assertThat(open(support)).as("decided for this visit").isEmpty();
        log(support, Map.of("answer", "NOT_DONE", "note", "Hän oli suihkussa."));
        assertThat(open(support)).as("nothing was done on a visit that was not").isEmpty();
    }

    @Test
    void notesAreReadInAnyFormTheirWordsTake() {
        assertThat(found("I dressed her and took the laundries along")).contains("PERSONAL_CARE", "CLEANING");
        assertThat(found("Vi förflyttade henne till sängen")).contains("LIFTING");
        assertThat(found("Annoin hänelle särkylääkkeen")).contains("MEDICATION");
        assertThat(found("Joimme kahvia, kävelimme rannassa ja luimme lehteä.")).isEmpty();
    }

    @Test
    void aQuestionMayBeCoveredAndAChangeMadeMeanwhileGivesWayToTheNewest() {
        var support = visited();
        log(support, Map.of("answer", "DONE", "outside_MEALS", "yes", "outside_REPAIRS", "yes"));
        assertThat(open(support)).containsExactly("decideScopeDrift", "decideScopeDrift");
        completeFirst(support, Map.of("driftOutcome", "BELONGS"), Map.of("note", "Leivotaan yhdessä."));
        assertThat(open(support)).containsExactlyInAnyOrder("decideScopeDrift", "finaliseAgreement");

        completeFirst(support, Map.of("driftOutcome", "BELONGS"), Map.of("note", "Lampun vaihto."));
        assertThat(open(support)).as("one version is made at a time; the older question comes back").containsExactlyInAnyOrder("decideScopeDrift", "finaliseAgreement");
        completeFirst(support, Map.of("driftOutcome", "COVERED"), Map.of("note", "Kirjoitetaan samaan versioon."));

        assertThat(open(support)).containsExactly("finaliseAgreement");
        assertThat(sent(support, "drift-decided")).singleElement().satisfies(letter -> assertThat(letter.body()).contains("Se kuuluu siihen, mistä olette sopineet."));

        requests.withdraw(support.caseId(), HelpRequests.Who.CLIENT);
        begun.work(support.instance());
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(support.caseId().toString()).count()).as("nothing is left, not in what was called either").isZero();
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(support.caseId().toString()).count()).isZero();
    }

    /** @return a support whose volunteer has been asked about a visit */
    private Support visited() {
        var support = begun.support();
        begun.timeComes(support.instance(), "visitDue");
        return support;
    }

    private LinkPage.Page log(Support support, Map<String, String> fields) {
        var visits = supports.happenings(support.caseId()).visits();
        var page = pages.stream().filter(p -> p.purpose().equals("visit-log")).findFirst().orElseThrow();
        return page.answer(new LinkPage.Opened(support.caseId(), "visit-log", visits.get(visits.size() - 1).id(), Locale.forLanguageTag("fi")), fields);
    }

    private List<String> found(String note) {
        return rules.toldOf(note).stream().map(BorderRule::code).toList();
    }

    private void complete(Support support, Map<String, Object> variables, Map<String, String> said) {
        assertThat(open(support)).hasSize(1);
        completeFirst(support, variables, said);
    }

    /** The question that was asked first, before anything else. */
    private void completeFirst(Support support, Map<String, Object> variables, Map<String, String> said) {
        var all = tasks.createTaskQuery().processInstanceBusinessKey(support.caseId().toString()).orderByTaskCreateTime().asc().list();
        var task = all.stream().filter(one -> one.getTaskDefinitionKey().equals("decideScopeDrift")).findFirst().orElse(all.get(0));
        tasks.setAssignee(task.getId(), "coordinator");
        words.keep(support.caseId(), task.getId(), task.getTaskDefinitionKey(), said, "coordinator");
        tasks.complete(task.getId(), new HashMap<>(variables));
        work(support);
    }

    /** What is to be done at once, in the support and beside it. */
    private void work(Support support) {
        for (var jobs = due(support); !jobs.isEmpty(); jobs = due(support)) {
            jobs.forEach(management::executeJob);
        }
    }

    private List<String> due(Support support) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(support.caseId().toString()).list().stream()
                .flatMap(instance -> management.createJobQuery().processInstanceId(instance.getId()).messages().list().stream()).map(job -> job.getId()).toList();
    }

    private List<String> open(Support support) {
        return tasks.createTaskQuery().processInstanceBusinessKey(support.caseId().toString()).list().stream().map(Task::getTaskDefinitionKey).toList();
    }

    private long instances(Support support, String process) {
        return runtime.createProcessInstanceQuery().processDefinitionKey(process).processInstanceBusinessKey(support.caseId().toString()).count();
    }

    private Agreements.Version holding(Support support) {
        return agreements.of(support.caseId()).stream().filter(version -> version.sealedAt() != null && version.endedAt() == null).findFirst().orElseThrow();
    }

    private List<Drift> drifts(Support support) {
        return supports.happenings(support.caseId()).drifts();
    }

    private int professional(String code) {
        return border.counts(null, Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z")).stream()
                .filter(count -> count.code().equals(code) && count.decided() == Side.PROFESSIONAL).mapToInt(Border.Count::times).sum();
    }

    private int professionalsOf(Support support) {
        return database.sql("select count(*) from apusilta.border_piece where request_id = ? and occasion <> request_id").param(support.caseId()).query(Integer.class).single();
    }

    private List<Messages.Sent> sent(Support support, String template) {
        return messages.of(support.caseId()).stream().filter(message -> message.template().equals(template)).toList();
    }
}
