package org.apusilta.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apusilta.ApusiltaTest;
import org.apusilta.contract.Models;
import org.apusilta.engine.Caller;
import org.apusilta.matching.Matching;
import org.apusilta.operations.Failing;
import org.apusilta.partner.HandOffs;
import org.apusilta.partner.NetworkAsks;
import org.apusilta.request.AskedBy;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.RequestStatus;
import org.apusilta.request.internal.StatusLinks;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;

/** The client may withdraw at any moment. At every wait state, jobs included: nothing stays reserved, offered, open or timed. */
@ApusiltaTest
class WithdrawalIT {

    @Autowired Journey walk;
    @Autowired StatusLinks links;
    @Autowired DefaultListableBeanFactory beans;
    @Autowired JdbcClient database;
    @Autowired org.apusilta.volunteer.Volunteers volunteers;
    @Autowired org.apusilta.request.RequestChanges changes;
    @Autowired org.apusilta.request.Reports reports;
    @Autowired org.apusilta.messaging.Messages messages;
    @Autowired MockMvc http;
    @LocalServerPort int port;

    @BeforeEach
    void people() {
        walk.somePeople();
    }

    @AfterEach
    void today() {
        ClockUtil.reset();
    }

    @TestFactory
    Stream<DynamicTest> whereverTheCaseStandsWithdrawingEndsIt() {
        return wherever(waitStates(), this::withdrawn);
    }

    @TestFactory
    Stream<DynamicTest> whereverTheCaseIsBeingClosedWithdrawingChangesNothing() {
        return wherever(closingStates(), id -> {
            var tasks = walk.openTasks(id);
            walk.requests.withdraw(id, HelpRequests.Who.CLIENT);
            walk.runJobs(id);
            assertThat(walk.requests.status(id)).isEqualTo(RequestStatus.ENDED);
            assertThat(walk.openTasks(id)).isEqualTo(tasks);
        });
    }

    @TestFactory
    Stream<DynamicTest> whereverTheCaseStandsTheClientMayDie() {
        return wherever(open(), moments()::clientDies);
    }

    /** Where nobody is in hand one case serves for both; where somebody is, each needs its own. */
    @TestFactory
    Stream<DynamicTest> whereverTheCaseStandsTheVolunteerMayRestOrLeave() {
        return each(waitStates(), this::restsOrLeaves);
    }

    private void restsOrLeaves(Supplier<UUID> state) {
        var id = state.get();
        if (!moments().hasVolunteer(id)) {
            moments().strangersRestAndLeave(id);
            return;
        }
        moments().volunteerPauses(id);
        ClockUtil.reset();
        moments().volunteerLeaves(state.get());
    }

    @TestFactory
    Stream<DynamicTest> whereverTheCaseIsBeingClosedTheVolunteerMayRestAndLeave() {
        return wherever(closingStates(), moments()::volunteerRestsAndLeavesWhileItCloses);
    }

    @TestFactory
    Stream<DynamicTest> whereverTheCaseStandsTheRequestMayChange() {
        var all = new LinkedHashMap<>(waitStates());
        all.putAll(closingStates());
        return wherever(all, moments()::requestChanges);
    }

    /** A report of a death matters also when the case has ended meanwhile. */
    @Test
    void aReportOfADeathOutlivesTheCase() {
        var id = walk.received();
        reports.clientDied(id, org.apusilta.request.Reports.ToldBy.CLIENT, "Tytär kertoi.");
        reports.clientDied(id, org.apusilta.request.Reports.ToldBy.CLIENT, "Tytär kertoi uudelleen.");
        assertThat(walk.openTasks(id)).as("told twice is one task, and ends nothing").containsExactlyInAnyOrder("screenRequest", "checkReport");
        walk.requests.withdraw(id, HelpRequests.Who.CLIENT);
        walk.runJobs(id);
        assertThat(walk.openTasks(id)).containsExactly("checkReport");
        walk.complete(id, "checkReport", "reportOutcome", "CONFIRMED");
        assertThat(walk.instances(id)).isEmpty();
        assertThat(walk.requests.died(id)).isTrue();
        assertThat(messages.of(id)).filteredOn(m -> m.role() == org.apusilta.messaging.Recipient.Role.CLIENT)
                .noneMatch(m -> java.util.Set.of("PLANNED", "SENDING", "BY_HAND", "FAILED").contains(m.state()));
    }

    private AnyMoment moments() {
        return new AnyMoment(walk, volunteers, changes, messages);
    }

    private Stream<DynamicTest> wherever(Map<String, Supplier<UUID>> states, java.util.function.Consumer<UUID> happens) {
        return each(states, state -> happens.accept(state.get()));
    }

    private Stream<DynamicTest> each(Map<String, Supplier<UUID>> states, java.util.function.Consumer<Supplier<UUID>> happens) {
        return states.entrySet().stream().map(state -> DynamicTest.dynamicTest(state.getKey(), () -> {
            try {
                walk.somePeople();   // those before have booked some, and sent some away
                happens.accept(state.getValue());
            } finally {
                ClockUtil.reset();
            }
        }));
    }

    /** All but those where the death itself is being told. */
    private Map<String, Supplier<UUID>> open() {
        var states = new LinkedHashMap<>(waitStates());
        closingStates().forEach((name, state) -> {
            if (!name.startsWith("death")) {
                states.put(name, state);
            }
        });
        return states;
    }

    @Test
    void noWaitStateOfTheDrawingsIsLeftOut() {
        // a volunteer's own processes belong to no case: OnboardingIT and its neighbours walk them
        var drawn = Models.drawings().entrySet().stream().filter(one -> !one.getKey().getParent().endsWith("volunteer")).map(Map.Entry::getValue).flatMap(model -> model.getModelElementsByType(FlowNode.class).stream())
                .filter(node -> node instanceof UserTask || node instanceof ReceiveTask || node instanceof IntermediateCatchEvent)
                .map(FlowNode::getId).toList();
        assertThat(drawn).isNotEmpty().allSatisfy(wait -> assertThat(Stream.concat(waitStates().keySet().stream(), closingStates().keySet().stream())).anyMatch(state -> state.contains(wait)));
    }

    /** The support has ended, and what is left is to tell people and to see to the volunteer. */
    private Map<String, Supplier<UUID>> closingStates() {
        var states = new LinkedHashMap<String, Supplier<UUID>>();
        states.put("awaitWish", () -> closed("GOAL_MET"));
        states.put("helpOnward", () -> {
            var id = closed("MOVE_TO_CARE");
            walk.answer("what-next", id, id, Map.of("wish", "GROUP"));
            return id;
        });
        states.put("tellBreach", () -> closed("BREACH"));
        states.put("death: callVolunteer", () -> died(walk.supported()));
        states.put("death: callRequester", () -> died(walk.handedOff(AskedBy.RELATIVE)));
        states.put("death: debriefDue", () -> {
            var id = died(walk.supported());
            walk.complete(id, "callVolunteer", "volunteerCalled", "TALKED");
            return id;
        });
        states.put("death: debriefVolunteer", () -> {
            var id = died(walk.supported());
            walk.complete(id, "callVolunteer", "volunteerCalled", "KNEW");
            walk.timePassesUntil(id, "debriefDue");
            return id;
        });
        return states;
    }

    private UUID died(UUID id) {
        walk.requests.clientDied(id, HelpRequests.DeathToldBy.OTHER, "coordinator");
        walk.runJobs(id);
        return id;
    }

    private UUID closed(String reason) {
        var id = closing();
        walk.complete(id, "closeRelationship", "closingReason", reason);
        return id;
    }

    private UUID closing() {
        var id = followedUp();
        walk.complete(id, "followUp", "followUpOutcome", "END");
        return id;
    }

    private Map<String, Supplier<UUID>> waitStates() {
        var states = new LinkedHashMap<String, Supplier<UUID>>();
        states.put("a job before acknowledgeRequest", () -> walk.requests.submit(Journey.aRequest(AskedBy.SELF)).id());
        states.put("screenRequest", walk::received);
        states.put("a job after screenRequest", () -> {
            var id = walk.received();
            walk.tasks.complete(walk.task(id, "screenRequest").getId(), Map.of("screeningOutcome", "ACCEPTED"));
            return id;
        });
        states.put("clarify-request awaitAnswer", this::asked);
        states.put("clarify-request decideWithoutAnswer", () -> {
            var id = asked();
            walk.timePassesUntil(id, "clarificationOverdue");
            return id;
        });
        states.put("chooseVolunteer", this::accepted);
        states.put("widenSearch", this::nobodyFits);
        states.put("searchAgainDue", () -> {
            var id = nobodyFits();
            walk.complete(id, "widenSearch", "searchOutcome", "WAIT");
            return id;
        });
        states.put("awaitStillWanted, beside the search", this::askedWhileWaiting);
        states.put("callWaitingClient", () -> {
            var id = askedWhileWaiting();
            walk.timePassesUntil(id, "waitingAnswerOverdue");
            return id;
        });
        states.put("nextContactDue", () -> {
            var id = askedWhileWaiting();
            walk.stillWanted(id, Map.of("answer", "still"));
            return id;
        });
        states.put("reviewChange", () -> {
            var id = askedWhileWaiting();
            walk.stillWanted(id, Map.of("answer", "changed"));
            return id;
        });
        states.put("arrangeInterim", () -> {
            var id = askedWhileWaiting();
            walk.stillWanted(id, Map.of("answer", "interim", "interim", "5f0c1b52-6b8e-4d0e-9a51-0d5a6f2f2001"));
            return id;
        });
        states.put("awaitVolunteers", () -> {
            var id = nobodyFits();
            walk.complete(id, "widenSearch", "searchOutcome", "RECRUIT");
            return id;
        });
        states.put("chooseNetwork", () -> {
            var id = nobodyFits();
            walk.complete(id, "widenSearch", "searchOutcome", "ASK_NETWORK");
            return id;
        });
        states.put("awaitTaker", () -> walk.networkAsked(2));
        states.put("prepareHandOff of who took it", () -> {
            var id = walk.networkAsked(2);
            walk.memberAnswers(id, 0, "yes");
            return id;
        });
        states.put("prepareHandOff", () -> {
            var id = nobodyFits();
            walk.complete(id, "widenSearch", "searchOutcome", "HAND_OFF");
            return id;
        });
        states.put("awaitPartnerAnswer", () -> walk.handedOff(AskedBy.SELF));
        states.put("callPartner", this::silentPartner);
        states.put("arrivalCheckDue", () -> {
            var id = walk.handedOff(AskedBy.RELATIVE);
            walk.partnerAnswers(id, "yes");
            return id;
        });
        states.put("awaitArrivalAnswer", walk::arrivalAsked);
        states.put("checkArrival", () -> {
            var id = walk.arrivalAsked();
            walk.timePassesUntil(id, "arrivalOverdue");
            return id;
        });
        states.put("a job before makeOffer", () -> {
            var id = accepted();
            var first = walk.matching.candidates(id, 1, java.util.Locale.ENGLISH).get(0).volunteerId();
            walk.tasks.complete(walk.task(id, "chooseVolunteer").getId(), Map.of("chosenVolunteerId", first.toString()));
            return id;
        });
        states.put("awaitOfferAnswer", this::offered);
        states.put("confirmWithClient", () -> {
            var id = offered();
            walk.offerAnswered(id, "yes");
            return id;
        });
        states.put("a job after confirmWithClient", () -> {
            var id = offered();
            walk.offerAnswered(id, "yes");
            walk.tasks.complete(walk.task(id, "confirmWithClient").getId(), Map.of("clientAnswer", "YES", "clientAnsweredBy", "PHONE"));
            return id;
        });
        states.put("arrangeFirstMeeting", this::matched);
        states.put("meetingHeld", () -> {
            var id = matched();
            walk.complete(id, "arrangeFirstMeeting", Map.of("meetingDate", "2026-12-01", "accompanied", false));
            return id;
        });
        states.put("recordFirstMeeting, both asked", () -> {
            var id = matched();
            walk.met(id);
            return id;
        });
        states.put("finaliseAgreement", walk::metAndWantToGoOn);
        states.put("collectConfirmations", this::agreementSent);
        states.put("collectConfirmations, one side confirmed", () -> {
            var id = agreementSent();
            walk.answer("agreement-volunteer", id, walk.agreements.of(id).get(0).id(), Map.of("confirm", "yes"));
            return id;
        });
        states.put("settleFitness", () -> {
            var id = agreementSent();
            walk.database.sql("UPDATE apusilta.volunteer SET agreement_until = NULL, insured_until = NULL WHERE id = (SELECT volunteer_id FROM apusilta.offer WHERE case_id = ? AND state = 'ACCEPTED')").param(id).update();
            walk.bothConfirmByLink(id);
            return id;
        });
        states.put("followUpDue, and beside it visitDue", walk::supported);
        states.put("awaitVisitLog", () -> {
            var id = walk.supported();
            walk.timePassesUntil(id, "visitDue");
            return id;
        });
        states.put("checkContact", () -> {
            var id = walk.supported();
            walk.timePassesUntil(id, "visitDue");
            walk.timePassesUntil(id, "contactOverdue");
            return id;
        });
        states.put("pauseOver, pauseEndedEarly, pauseChanged", () -> {
            var id = walk.supported();
            walk.tellsUs(id, Map.of("what", "pause", "reason", "HOSPITAL", "until", java.time.LocalDate.now(java.time.ZoneId.of("Europe/Helsinki")).plusDays(30).toString()));
            return id;
        });
        states.put("decideScopeDrift, beside the support", this::notAgreed);
        states.put("finaliseAgreement, for scope drift", () -> {
            var id = notAgreed();
            walk.complete(id, "decideScopeDrift", "driftOutcome", "BELONGS");
            return id;
        });
        states.put("awaitViews", this::viewsAsked);
        states.put("agreeOutcome", () -> {
            var id = viewsAsked();
            walk.timePassesUntil(id, "viewsOverdue");
            return id;
        });
        states.put("finaliseAgreement, in a mediation", () -> {
            var id = viewsAsked();
            walk.timePassesUntil(id, "viewsOverdue");
            walk.complete(id, "agreeOutcome", "mediationOutcome", "AGREEMENT");
            return id;
        });
        states.put("awaitCheckIns", this::askedHowItGoes);
        states.put("followUp", this::followedUp);
        states.put("resolveIncident", this::failed);
        states.put("lookAgainDue", () -> {
            var id = failed();
            walk.complete(id, "resolveIncident", "incidentOutcome", "LEAVE");
            return id;
        });
        states.put("handleConcern", () -> {
            var id = followedUp();
            walk.complete(id, "followUp", "followUpOutcome", "CONCERN");
            return id;
        });
        states.put("closeRelationship", () -> {
            var id = followedUp();
            walk.complete(id, "followUp", "followUpOutcome", "END");
            return id;
        });
        states.put("farewellHeld", () -> {
            var id = closing();
            walk.complete(id, "closeRelationship", Map.of("closingReason", "CLIENT_MOVES", "farewellOn", java.time.LocalDate.now(java.time.ZoneId.of("Europe/Helsinki")).plusDays(90).toString()));
            return id;
        });
        states.put("a job after closeRelationship", () -> {
            var id = closing();
            walk.tasks.complete(walk.task(id, "closeRelationship").getId(), AnyMoment.closing("GOAL_MET"));
            return id;
        });
        states.put("arrangeFirstMeeting and checkReport", () -> {
            var id = matched();
            assertThat(changes.wish(id, new org.apusilta.request.Change(null, null, null, 1.0, null, null, "Yksi tunti riittää.")))
                    .isEqualTo(org.apusilta.request.Change.Result.TO_COORDINATOR);
            return id;
        });
        states.put("screenRequest and doAdHocTask", () -> {
            var id = walk.received();
            walk.adHocTask(id);
            return id;
        });
        return states;
    }

    /** Two people with the link, two coordinators, the same second: one withdraws, the others hear that it is done. */
    @Test
    void fourWithdrawalsAtTheSameInstantAreOne() throws Exception {
        var id = offered();
        var token = links.issue(id);
        atOnce(() -> byLink(token), () -> byLink(token), () -> byCoordinator("coordinator", id), () -> byCoordinator("lead", id));
        var told = walk.matching.offers(id).size();
        ended(id);
        assertThat(walk.matching.offers(id)).hasSize(told);
        assertThat(told(id, "offer-withdrawn")).as("released once: the volunteer hears it once").isOne();
        assertThat(told(id, "request-withdrawn")).as("confirmed once").isOne();
    }

    /** One takes it back while two others change it: whatever comes first, it ends, and every change that was kept came before. */
    @Test
    void aWithdrawalAmongChangesAtTheSameInstantEndsIt() throws Exception {
        var id = offered();
        var token = links.issue(id);
        atOnce(() -> changedByLink(token, "5"), () -> byLink(token), () -> changedByCoordinator(id, "3"));
        var kept = changes.of(id);
        ended(id);
        assertThat(kept).as("who came too late has heard that it is over").hasSizeLessThanOrEqualTo(2).allSatisfy(one -> assertThat(one.appliedAt()).isNotNull());
        assertThat(walk.requests.facts(id).hoursPerWeek()).isEqualTo(kept.isEmpty() ? 2.0 : Double.parseDouble(kept.get(kept.size() - 1).wanted().get("hoursPerWeek")));
        assertThat(told(id, "request-withdrawn")).isOne();
        assertThat(told(id, "offer-withdrawn")).as("let go once, by the change or by the end").isOne();
    }

    /** Two change it in the same second: both are kept, one after the other, and one person screens it once. */
    @Test
    void twoChangesAtTheSameInstantAreOneAfterTheOther() throws Exception {
        var id = offered();
        var token = links.issue(id);
        atOnce(() -> changedByLink(token, "5"), () -> changedByCoordinator(id, "3"));
        var kept = changes.of(id).stream().sorted(java.util.Comparator.comparing(org.apusilta.request.RequestChanges.Changed::appliedAt)).toList();
        assertThat(kept).hasSize(2);
        assertThat(kept.get(0).was()).containsEntry("hoursPerWeek", "2.0");
        assertThat(kept.get(1).was()).as("the second saw the first").containsEntry("hoursPerWeek", kept.get(0).wanted().get("hoursPerWeek"));
        assertThat(walk.requests.facts(id).hoursPerWeek()).isEqualTo(Double.parseDouble(kept.get(1).wanted().get("hoursPerWeek")));
        walk.runJobs(id);
        assertThat(walk.openTasks(id)).as("looked at once, by one person").containsExactly("screenRequest");
        assertThat(told(id, "offer-withdrawn")).isOne();
    }

    /** All through their doors in the same instant; none meets an error page. */
    @SafeVarargs
    private static void atOnce(Callable<Integer>... doors) throws Exception {
        var start = new CyclicBarrier(doors.length);
        var people = Executors.newFixedThreadPool(doors.length);
        try {
            for (var answer : people.invokeAll(Stream.of(doors).<Callable<Integer>>map(door -> () -> {
                start.await();
                return door.call();
            }).toList())) {
                assertThat(answer.get()).as("no error page").isIn(200, 204, 302);
            }
        } finally {
            people.shutdown();
        }
    }

    private long told(UUID id, String template) {
        return messages.of(id).stream().filter(message -> message.template().equals(template)).count();
    }

    private int changedByLink(String token, String hours) throws Exception {
        return http.perform(post("/status/" + token + "/tell").param("what", "change").param("hoursPerWeek", hours).with(csrf())).andReturn().getResponse().getStatus();
    }

    private int changedByCoordinator(UUID id, String hours) throws Exception {
        var person = UsernamePasswordAuthenticationToken.authenticated("coordinator", null, AuthorityUtils.createAuthorityList("ROLE_COORDINATOR"));
        return http.perform(post("/cases/" + id + "/change").param("hoursPerWeek", hours).param("screenAnew", "true").with(csrf()).with(authentication(person)))
                .andReturn().getResponse().getStatus();
    }

    private int byLink(String token) throws Exception {
        return http.perform(post("/status/" + token + "/withdraw").param("sure", "true").with(csrf())).andReturn().getResponse().getStatus();
    }

    private int byCoordinator(String who, UUID id) throws Exception {
        return Caller.basic(port, who).post("/api/cases/" + id + "/withdraw", "{\"reason\":\"Asiakas soitti.\"}").statusCode();
    }

    private void withdrawn(UUID id) {
        walk.requests.withdraw(id, HelpRequests.Who.CLIENT);
        ended(id);
    }

    private void ended(UUID id) {
        walk.runJobs(id);
        assertThat(walk.instances(id)).as("instances").isEmpty();
        assertThat(walk.openTasks(id)).as("tasks").isEmpty();
        assertThat(walk.allJobs(id)).as("timers and jobs").isEmpty();
        assertThat(walk.matching.offers(id)).noneMatch(o -> o.state() == Matching.OfferState.OPEN);
        assertThat(walk.matching.matched(id)).as("reservation").isEmpty();
        assertThat(walk.handOffs.of(id)).as("hand-offs end, and their pages close")
                .allMatch(one -> one.state() == HandOffs.State.WITHDRAWN && one.closedAt() != null);
        assertThat(walk.matching.agreedByBoth(id)).as("nobody may open the client's details any more").isEmpty();
        assertThat(walk.networks.of(id)).as("askings of networks end").noneMatch(one -> one.state() == NetworkAsks.State.OPEN);
        assertThat(database.sql("select count(*) from apusilta.need where case_id = ? and closed_at is null").param(id).query(Integer.class).single())
                .as("nobody is recruited for it").isZero();
        assertThat(walk.waiting.of(id).stream()).as("nobody waits").allMatch(care -> !care.waiting() && care.contacts().stream().allMatch(one -> one.answer() != null || one.closedAt() != null));
        assertThat(walk.openLinks(id)).as("links a partner or client could still use").isZero();
        assertThat(database.sql("select count(*) from apusilta.scope_drift where case_id = ? and outcome is null").param(id).query(Integer.class).single())
                .as("no question is left that nobody will decide").isZero();
        assertThat(walk.requests.status(id)).isEqualTo(RequestStatus.WITHDRAWN);
        assertThat(walk.agreements.of(id)).as("agreements end").allMatch(v -> v.endedAt() != null);
        walk.supports.of(id).ifPresent(s -> assertThat(s.endedAt()).as("support ends").isNotNull());
    }

    /** A step has failed until no retry was left; by now it would work. */
    private UUID failed() {
        var id = walk.received();
        walk.tasks.complete(walk.task(id, "screenRequest").getId(), Map.of("screeningOutcome", "ACCEPTED"));
        try (var failing = Failing.instead(beans, "tellAccepted")) {
            while (!walk.openTasks(id).contains("resolveIncident")) {
                walk.allJobs(id).forEach(this::tried);
            }
            assertThat(failing.times()).isEqualTo(4);
        }
        return id;
    }

    private void tried(Job job) {
        try {
            walk.jobs.executeJob(job.getId());
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("the mail server is away");
        }
    }

    private UUID asked() {
        var id = walk.received();
        walk.complete(id, "screenRequest", "screeningOutcome", "CLARIFY");
        return id;
    }

    private UUID accepted() {
        var id = walk.received();
        walk.accept(id);
        return id;
    }

    private UUID nobodyFits() {
        var id = accepted();
        walk.complete(id, "chooseVolunteer", "chosenVolunteerId", "NOBODY");
        return id;
    }

    private UUID notAgreed() {
        var id = walk.supported();
        walk.timePassesUntil(id, "visitDue");
        var visits = walk.supports.happenings(id).visits();
        walk.answer("visit-log", id, visits.get(visits.size() - 1).id(), Map.of("answer", "DONE", "outside_CLEANING", "yes"));
        return id;
    }

    private UUID askedWhileWaiting() {
        var id = accepted();
        walk.timePassesUntil(id, "firstContactDue");
        return id;
    }

    private UUID silentPartner() {
        var id = walk.handedOff(AskedBy.SELF);
        walk.timePassesUntil(id, "partnerOverdue");
        return id;
    }

    private UUID offered() {
        var id = accepted();
        walk.chooseFirst(id);
        return id;
    }

    private UUID matched() {
        var id = offered();
        walk.bothSayYes(id);
        return id;
    }

    private UUID agreementSent() {
        var id = walk.metAndWantToGoOn();
        walk.complete(id, "finaliseAgreement", "agreementOutcome", "READY");
        return id;
    }

    private UUID askedHowItGoes() {
        var id = walk.supported();
        walk.timePassesUntil(id, "followUpDue");
        return id;
    }

    private UUID viewsAsked() {
        var id = walk.supported();
        walk.tellsUs(id, Map.of("what", "concern", "about", "PEOPLE", "urgent", "no", "words", "Emme löydä yhteistä aikaa."));
        walk.complete(id, "handleConcern", "concernOutcome", "MEDIATE");
        return id;
    }

    private UUID followedUp() {
        var id = askedHowItGoes();
        walk.timePassesUntil(id, "checkInsOverdue");
        return id;
    }
}
