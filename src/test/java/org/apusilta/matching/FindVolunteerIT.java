package org.apusilta.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.execute;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.init;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.job;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.task;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apusilta.ApusiltaTest;
import org.apusilta.engine.Accounts;
import org.apusilta.matching.Matching.OfferState;
import org.apusilta.matching.process.AskClientProcess;
import org.apusilta.matching.process.FindVolunteerProcess;
import org.apusilta.messaging.Messages;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.NewRequest;
import org.apusilta.request.Outcome;
import org.apusilta.request.Sent;
import org.apusilta.volunteer.Registered;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

/** The search of one request, every way it can go; the clients and volunteers speak Georgian, so nobody else is in the way. */
@ApusiltaTest
class FindVolunteerIT {

    private static final String GEORGIAN = "ka";

    @Autowired ProcessEngine engine;
    @Autowired RuntimeService runtime;
    @Autowired TaskService tasks;
    @Autowired HistoryService history;
    @Autowired IdentityService identity;
    @Autowired Accounts accounts;
    @Autowired HelpRequests requests;
    @Autowired Matching matching;
    @Autowired Messages messages;
    @Autowired FindVolunteerProcess process;
    @Autowired AskClientProcess asking;
    @Autowired Registered registered;
    @Autowired JdbcTemplate jdbc;
    @Autowired MockMvc http;

    private UUID caseId;
    private ProcessInstance search;

    @BeforeEach
    void aRequestThatLooksForSomebody() {
        init(engine);
        // whoever earlier tests have left is no candidate here
        jdbc.update("UPDATE apusilta.volunteer_language SET code = 'is' WHERE code = ?", GEORGIAN);
        jdbc.update("DELETE FROM apusilta.bookable WHERE volunteer_id IN (SELECT volunteer_id FROM apusilta.volunteer_language WHERE code = 'is')");
        caseId = request("MON_AM");
    }

    @AfterEach
    void reset() {
        identity.clearAuthentication();
        ClockUtil.reset();
    }

    @Test
    void aYesBooksTheVolunteerForTheCase() throws Exception {
        var maire = registered.volunteer("Maire", GEORGIAN);
        searchedFor();
        assertThat(search).isWaitingAt("chooseVolunteer").variables().containsEntry("candidateCount", 1);
        assertThat(open()).isTrue();

        choose(maire);

        assertThat(search).isWaitingAt("makeOffer");
        assertThat(jdbc.queryForMap("SELECT chosen_by, place_in_list, weights_version, volunteer_id FROM apusilta.choice WHERE case_id = ?", caseId))
                .containsEntry("chosen_by", "coordinator-east").containsEntry("place_in_list", 1).containsEntry("weights_version", 1)
                .containsEntry("volunteer_id", maire);
        assertThat(jdbc.queryForObject("SELECT count(*) FROM apusilta.candidate_list WHERE case_id = ?", Integer.class, caseId)).as("the same list is kept once").isOne();
        execute(step());
        assertThat(search).isWaitingAt("awaitOfferAnswer").hasVariables("offerId");
        assertThat(registered.load(maire)).isOne();
        assertThat(states()).containsExactly(OfferState.OPEN);
        assertThat(open()).isFalse();

        http.perform(get(link())).andExpect(status().isOk()).andExpect(content().string(Matchers.allOf(
                Matchers.containsString("Mellunkylä"), Matchers.not(Matchers.containsString("Aino")), Matchers.not(Matchers.containsString("Kontulankaari")))));
        assertThat(search).as("looking answers nothing").isWaitingAt("awaitOfferAnswer");
        http.perform(post(link()).param("answer", "").with(csrf())).andExpect(content().string(Matchers.containsString("Valitse")));
        http.perform(post(link()).param("answer", "yes").with(csrf())).andExpect(content().string(Matchers.containsString("Kiitos, että lähdet")));

        assertThat(search).as("the client is asked, too").isWaitingAt("askClient");
        assertThat(matching.agreedByBoth(caseId)).isEmpty();
        clientSays(maire, true);
        assertThat(search).isEnded().hasPassed("clientSaysYes", "volunteerAgreed").variables().containsEntry("offerAnswer", "ACCEPTED");
        assertThat(states()).containsExactly(OfferState.ACCEPTED);
        assertThat(matching.matched(caseId)).contains(maire);
        assertThat(registered.load(maire)).isOne();
    }

    /** Who came after the search is on the list that was chosen from, so that list is kept, too. */
    @Test
    void theListIsKeptAsItWasWhenSomebodyWasChosen() {
        registered.volunteer("Maire", GEORGIAN);
        searchedFor();
        var onni = registered.volunteer("Onni", GEORGIAN);
        choose(onni);
        assertThat(jdbc.queryForList("SELECT count(*) FROM apusilta.candidate_list m JOIN apusilta.candidate_listed l ON l.list_id = m.id WHERE m.case_id = ? GROUP BY m.id ORDER BY m.id", Integer.class, caseId))
                .containsExactly(1, 2);
        assertThat(jdbc.queryForObject("SELECT bool_or(l.volunteer_id = ?) FROM apusilta.candidate_list m JOIN apusilta.candidate_listed l ON l.list_id = m.id WHERE m.case_id = ?", Boolean.class, onni, caseId)).isTrue();
    }

    @Test
    void aSecondOrLateAnswerChangesNothingAndSaysSo() throws Exception {
        var maire = registered.volunteer("Maire", GEORGIAN);
        offered(maire);
        var link = link();
        http.perform(post(link).param("answer", "no").with(csrf())).andExpect(content().string(Matchers.containsString("Kiitos vastauksestasi")));

        http.perform(post(link).param("answer", "yes").with(csrf())).andExpect(status().isOk()).andExpect(content().string(Matchers.containsString("Kiitos vastauksestasi")));

        assertThat(process.answered(offer().id(), true)).isFalse();
        assertThat(states()).containsExactly(OfferState.DECLINED);
        assertThat(registered.load(maire)).isZero();
    }

    @Test
    void afterANoTheNextOneIsAskedAndTheFirstIsNotProposedAgain() {
        var maire = registered.volunteer("Maire", GEORGIAN);
        var onni = registered.volunteer("Onni", GEORGIAN);
        offered(maire);

        assertThat(process.answered(offer().id(), false)).isTrue();

        assertThat(search).isWaitingAt("findCandidates");
        assertThat(registered.load(maire)).isZero();
        execute(step());
        assertThat(search).isWaitingAt("chooseVolunteer");
        assertThat(matching.candidates(caseId, 10, Locale.ENGLISH)).extracting(Matching.Candidate::volunteerId).containsExactly(onni);
        choose(onni);
        execute(step());
        process.answered(open(onni), true);
        clientSays(onni, true);
        assertThat(search).isEnded();
        assertThat(states()).containsExactly(OfferState.DECLINED, OfferState.ACCEPTED);
    }

    @Test
    void silenceIsFollowedByAReminderAndThenByTheNextOne() throws Exception {
        var maire = registered.volunteer("Maire", GEORGIAN);
        offered(maire);
        assertThat(offer().expiresAt()).isEqualTo(job("offerExpired", search).getDuedate().toInstant());
        assertThat(job("offerReminderDue", search).getDuedate()).isBefore(job("offerExpired", search).getDuedate());

        execute(job("offerReminderDue", search));
        assertThat(search).isWaitingAt("awaitOfferAnswer", "remindVolunteer");
        execute(job("remindVolunteer", search));
        assertThat(search).hasPassed("volunteerReminded").isWaitingAt("awaitOfferAnswer");
        assertThat(templates()).containsExactly("offer", "offer-reminder");

        var link = link();
        execute(job("offerExpired", search));
        assertThat(search).isWaitingAt("expireOffer");
        assertThat(process.answered(offer().id(), true)).as("the search has gone on, though the row closes in the next step").isFalse();
        execute(step());
        assertThat(search).isWaitingAt("findCandidates");
        assertThat(states()).containsExactly(OfferState.EXPIRED);
        assertThat(registered.load(maire)).isZero();
        http.perform(get(link)).andExpect(status().isOk()).andExpect(content().string(Matchers.containsString("Vastausaika on päättynyt")));

        execute(step());
        assertThat(search).as("who did not answer is not asked again").isWaitingAt("widenSearch");
    }

    @Test
    void whoWasTakenMeanwhileIsNotOverbooked() {
        var maire = registered.volunteer("Maire", GEORGIAN);
        searchedFor();
        choose(maire);
        registered.change(maire, "UPDATE apusilta.volunteer SET load = capacity");

        execute(step());

        assertThat(search).hasPassed("volunteerTaken").isWaitingAt("findCandidates");
        assertThat(matching.offers(caseId)).isEmpty();
        assertThat(registered.load(maire)).isOne();
        assertThat(templates()).isEmpty();
    }

    @Test
    void somebodyWhoDoesNotFitCannotBeAskedByWhateverIdIsSent() {
        registered.volunteer("Maire", GEORGIAN);
        var stranger = registered.volunteer("Outo", "hy");
        searchedFor();
        choose(stranger);

        execute(step());

        assertThat(search).hasPassed("volunteerTaken");
        assertThat(registered.load(stranger)).isZero();
        assertThat(jdbc.queryForObject("SELECT place_in_list IS NULL FROM apusilta.choice WHERE case_id = ?", Boolean.class, caseId)).isTrue();
    }

    @Test
    void whenNobodyIsWantedTheSearchIsWidened() {
        var near = registered.volunteer("Maire", GEORGIAN);
        var far = registered.volunteer("Kauko", GEORGIAN);
        registered.change(far, "UPDATE apusilta.volunteer SET x = x + 9000");
        searchedFor();
        complete("chooseVolunteer", Map.of("chosenVolunteerId", "NOBODY"));
        assertThat(search).isWaitingAt("widenSearch");
        assertThat(jdbc.queryForObject("SELECT volunteer_id IS NULL FROM apusilta.choice WHERE case_id = ?", Boolean.class, caseId)).isTrue();
        assertThat(matching.relaxations(caseId)).contains(new Matching.Relaxation("DISTANCE", 1), new Matching.Relaxation("TIMES", 0));

        complete("widenSearch", Map.of("searchOutcome", "WIDEN", "relaxDistance", true, "relaxTimes", false));
        execute(step());

        assertThat(search).isWaitingAt("chooseVolunteer").variables().containsEntry("candidateCount", 2);
        var candidates = matching.candidates(caseId, 10, Locale.ENGLISH);
        assertThat(candidates).extracting(Matching.Candidate::volunteerId).containsExactly(near, far);
        assertThat(candidates.get(1).reasons().get(0).sentence()).contains("further than they have said they would go");
        choose(far);
        execute(step());
        assertThat(search).as("what was relaxed holds for the offer too").isWaitingAt("awaitOfferAnswer");
    }

    @Test
    void whenNobodyFitsThePersonDecidesToWaitAndTheSearchIsMadeAgain() {
        searchedFor();
        assertThat(search).isWaitingAt("widenSearch").variables().containsEntry("candidateCount", 0);

        complete("widenSearch", Map.of("searchOutcome", "WAIT"));
        assertThat(search).isWaitingAt("searchAgainDue");
        assertThat(job("searchAgainDue", search).getDuedate()).isAfter(ClockUtil.getCurrentTime());
        registered.volunteer("Maire", GEORGIAN);
        execute(job("searchAgainDue", search));
        execute(step());

        assertThat(search).isWaitingAt("chooseVolunteer");
    }

    @Test
    void whenNobodyFitsTheSearchCanBeStopped() {
        searchedFor();
        complete("widenSearch", Map.of("searchOutcome", "STOP"));
        assertThat(search).isEnded().hasPassed("searchStopped").variables().containsEntry("searchOutcome", "STOP");
    }

    @Test
    void anUndecidedTaskComesBackToThePerson() {
        searchedFor();
        complete("widenSearch", Map.of());
        assertThat(search).isWaitingAt("widenSearch");
        assertThat(history.createHistoricTaskInstanceQuery().processInstanceId(search.getId()).taskDefinitionKey("widenSearch").count()).isEqualTo(2);
    }

    @Test
    void aReleaseWithdrawsTheOpenOfferAndTellsTheVolunteer() throws Exception {
        var maire = registered.volunteer("Maire", GEORGIAN);
        offered(maire);
        var link = link();

        requests.close(caseId, Outcome.WITHDRAWN);
        requests.release(caseId, org.apusilta.request.CaseReleased.Why.NO_FAULT);

        assertThat(states()).containsExactly(OfferState.RELEASED);
        assertThat(registered.load(maire)).isZero();
        assertThat(templates()).containsExactly("offer", "offer-withdrawn");
        http.perform(get(link)).andExpect(status().isGone());
        assertThat(process.answered(offer().id(), true)).isFalse();
        assertThat(open()).isFalse();
    }

    @Test
    void anotherVolunteerIsLookedForWithoutAnyMarkOnTheFirst() {
        var maire = registered.volunteer("Maire", GEORGIAN);
        offered(maire);
        process.answered(offer().id(), true);

        requests.release(caseId, org.apusilta.request.CaseReleased.Why.NO_FAULT);

        assertThat(matching.matched(caseId)).isEmpty();
        assertThat(registered.load(maire)).isZero();
        assertThat(templates()).containsExactly("offer", "offer-withdrawn");
        assertThat(matching.candidates(caseId, 10, Locale.ENGLISH)).as("not the same one again").isEmpty();
        var other = request("MON_AM");
        assertThat(matching.candidates(other, 10, Locale.ENGLISH)).extracting(Matching.Candidate::volunteerId).contains(maire);
    }

    @Test
    void onceTheSupportHasBegunTheRelationshipSpeaksToTheVolunteer() {
        var maire = registered.volunteer("Maire", GEORGIAN);
        offered(maire);
        process.answered(offer().id(), true);
        jdbc.update("UPDATE apusilta.offer SET serving_from = now() WHERE case_id = ?", caseId);

        requests.close(caseId, Outcome.ENDED);

        assertThat(registered.load(maire)).isZero();
        assertThat(templates()).containsExactly("offer");
    }

    @Test
    void aRequestThatHasWaitedLongerHasTheStrongerClaim() {
        registered.volunteer("Maire", GEORGIAN);
        jdbc.update("UPDATE apusilta.help_request SET received_at = received_at - interval '20 days' WHERE id = ?", caseId);
        searchedFor();
        var newer = request("MON_AM");

        var reasons = matching.candidates(newer, 10, Locale.ENGLISH).get(0).reasons();
        assertThat(reasons).filteredOn(reason -> reason.code().equals("competition")).singleElement()
                .satisfies(reason -> assertThat(reason.points()).isEqualTo(-30_000))
                .satisfies(reason -> assertThat(reason.sentence()).contains("waited 20 days"));
        assertThat(matching.candidates(caseId, 10, Locale.ENGLISH).get(0).reasons()).as("the older one has no rival")
                .noneMatch(reason -> reason.code().equals("competition"))
                .anySatisfy(reason -> assertThat(reason).extracting(Matching.Reason::code, Matching.Reason::points).containsExactly("waiting", 100_000));
    }

    @Test
    void everyScoreIsTheSumOfItsReasonsInThreeLanguages() {
        registered.volunteer("Maire", GEORGIAN);
        for (var language : List.of("fi", "sv", "en")) {
            var one = matching.candidates(caseId, 10, Locale.forLanguageTag(language)).get(0);
            assertThat(one.reasons().stream().mapToInt(Matching.Reason::points).sum()).isEqualTo(one.score());
            assertThat(one.reasons()).extracting(Matching.Reason::sentence).allSatisfy(sentence -> assertThat(sentence).isNotBlank().doesNotContain("{"));
        }
    }

    private UUID request(String time) {
        var sent = Sent.bySelf();
        return requests.submit(new NewRequest(sent.askedBy(), sent.client(), sent.requester(), true, sent.consent(), sent.kinds(), sent.description(),
                List.of(GEORGIAN), List.of(time), sent.recurring(), sent.hoursPerWeek(), sent.startOn(), sent.home(), sent.escort(), sent.care(),
                sent.language(), null)).id();
    }

    private void searchedFor() {
        search = runtime.startProcessInstanceByKey("find-volunteer", caseId.toString(), Map.of("majorDistrict", "7", "urgency", "NORMAL"));
        assertThat(search).isWaitingAt("findCandidates");
        execute(step());
    }

    /** @return the job that goes on with the search; the timer of the care for who waits stands beside it */
    private Job step() {
        return engine.getManagementService().createJobQuery().processInstanceId(search.getId()).messages().singleResult();
    }

    private void offered(UUID volunteer) {
        searchedFor();
        choose(volunteer);
        execute(step());
        assertThat(search).isWaitingAt("awaitOfferAnswer");
    }

    private void choose(UUID volunteer) {
        complete("chooseVolunteer", Map.of("chosenVolunteerId", volunteer.toString()));
    }

    /** As a coordinator of the district; then the job after the task, as the executor would. */
    private void complete(String key, Map<String, Object> variables) {
        var task = task(key, search);
        identity.setAuthentication("coordinator-east", List.copyOf(accounts.find("coordinator-east").orElseThrow().groups()));
        tasks.complete(task.getId(), variables);
        identity.clearAuthentication();
        execute(job(key, search));
    }

    /** By link, the jobs on the way as the executor would. */
    private void clientSays(UUID volunteer, boolean yes) {
        ofAskClient();
        assertThat(asking.answered(open(volunteer), yes)).isTrue();
        ofAskClient();
    }

    private void ofAskClient() {
        var asked = runtime.createProcessInstanceQuery().superProcessInstanceId(search.getId()).singleResult();
        for (var due = engine.getManagementService().createJobQuery().processInstanceId(asked.getId()).messages().list(); !due.isEmpty();
                due = engine.getManagementService().createJobQuery().processInstanceId(asked.getId()).messages().list()) {
            due.forEach(one -> engine.getManagementService().executeJob(one.getId()));
        }
    }

    private Matching.Offer offer() {
        return matching.offers(caseId).get(0);
    }

    private UUID open(UUID volunteer) {
        return matching.offers(caseId).stream().filter(one -> one.volunteerId().equals(volunteer)).findFirst().orElseThrow().id();
    }

    private List<OfferState> states() {
        return matching.offers(caseId).stream().map(Matching.Offer::state).toList();
    }

    private List<String> templates() {
        return messages.of(caseId).stream().filter(one -> one.template().startsWith("offer")).map(Messages.Sent::template).toList();
    }

    private String link() {
        return messages.of(caseId).stream().filter(one -> one.template().startsWith("offer")).reduce((a, b) -> b).orElseThrow().links().get(0);
    }

    private boolean open() {
        return jdbc.queryForObject("SELECT open FROM apusilta.search WHERE case_id = ?", Boolean.class, caseId);
    }
}
