package org.apusilta.matching.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.apusilta.ApusiltaTest;
import org.apusilta.matching.Matching;
import org.apusilta.matching.Searching;
import org.apusilta.matching.internal.Rounds.Kind;
import org.apusilta.matching.internal.Rounds.Outcome;
import org.apusilta.matching.internal.Rounds.Pair;
import org.apusilta.matching.process.RoundConfirmations;
import org.apusilta.request.HelpRequests;
import org.apusilta.volunteer.Registered;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A round over requests and volunteers of its own: they speak Uzbek. */
@ApusiltaTest
class RoundsIT {

    private static final String UZBEK = "uz";
    private static final Set<String> EAST = Set.of("7");
    private static final String COORDINATOR = "coordinator-east";

    @Autowired Rounds rounds;
    @Autowired RoundConfirmations confirmations;
    @Autowired Matching matching;
    @Autowired HelpRequests requests;
    @Autowired Registered registered;
    @Autowired RuntimeService runtime;
    @Autowired ManagementService jobs;
    @Autowired TaskService tasks;
    @Autowired JdbcTemplate jdbc;

    private Searching searching;

    @BeforeEach
    void alone() {
        searching = new Searching(requests, runtime, jobs, tasks, jdbc, UZBEK);
        searching.alone();
    }

    @Test
    void theWholeIsBestThoughTheFirstCannotHaveTheirFirst() {
        var both = volunteer("Maire", 2097151);
        var mornings = volunteer("Onni", 1);
        var morning = searching.at("Aamu Toivonen", "MON_AM");
        var evening = searching.at("Ilta Toivonen", "MON_EVE");
        var nobody = searching.at("Yö Toivonen", "SUN_EVE");
        registered.change(both, "UPDATE apusilta.volunteer SET slots = 5");

        var round = start();

        assertThat(round.summary().matched()).isEqualTo(2);
        assertThat(pair(round, morning).volunteerId()).isEqualTo(mornings);
        assertThat(pair(round, evening).volunteerId()).isEqualTo(both);
        assertThat(pair(round, morning).allowed()).isEqualTo(2);
        assertThat(pair(round, evening).reasons()).extracting(Matching.Reason::code).contains("distance", "times", "practice", "earlier", "waiting");
        assertThat(pair(round, evening).reasons().stream().mapToInt(Matching.Reason::points).sum()).isEqualTo(pair(round, evening).score());
        assertThat(round.unmatched()).extracting(Rounds.Unmatched::caseId, Rounds.Unmatched::binding, Rounds.Unmatched::found).containsExactly(org.assertj.core.groups.Tuple.tuple(nobody, "TIMES", 2));
        assertThat(registered.load(both)).as("nobody is booked by a proposal").isZero();
        assertThat(start().pairs()).usingRecursiveFieldByFieldElementComparator().as("the same again").isEqualTo(round.pairs());
    }

    @Test
    void onlyWhatIsConfirmedIsBookedAndWhatWasTakenMeanwhileIsTold() {
        var maire = volunteer("Maire", 1);
        var onni = volunteer("Onni", 2);
        var first = searching.at("Aamu Toivonen", "MON_AM");
        var second = searching.at("Päivä Toivonen", "MON_PM");
        var round = start().summary().id();
        registered.change(onni, "UPDATE apusilta.volunteer SET load = capacity");

        assertThat(confirmations.decide(round, List.of(first, second), List.of(), COORDINATOR)).containsOnly(
                java.util.Map.entry(Outcome.BOOKED, 1), java.util.Map.entry(Outcome.TAKEN, 1));

        assertThat(matching.offers(first)).singleElement().satisfies(offer -> assertThat(offer.volunteerId()).isEqualTo(maire));
        assertThat(registered.load(maire)).isOne();
        assertThat(searching.open(first)).isEmpty();
        assertThat(jdbc.queryForMap("SELECT chosen_by, round_id, place_in_list FROM apusilta.choice WHERE case_id = ?", first))
                .containsEntry("chosen_by", COORDINATOR).containsEntry("round_id", round).containsEntry("place_in_list", 1);
        assertThat(matching.offers(second)).isEmpty();
        assertThat(searching.open(second)).as("nothing of it is kept: the task stands as before").containsExactly("chooseVolunteer");
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(second.toString()).taskDefinitionKey("chooseVolunteer").singleResult().getAssignee()).isNull();
        assertThat(jdbc.queryForObject("SELECT count(*) FROM apusilta.choice WHERE case_id = ?", Integer.class, second)).isZero();
        assertThat(confirmations.decide(round, List.of(first, second), List.of(), COORDINATOR)).as("decided once").isEmpty();
        assertThat(view(round).pairs()).extracting(Pair::outcome).containsExactlyInAnyOrder(Outcome.BOOKED, Outcome.TAKEN);
        assertThat(view(round).summary().booked()).isOne();
    }

    @Test
    void whatHasMovedOnOrIsInAColleaguesHandIsLeftAlone() {
        volunteer("Maire", 1);
        volunteer("Onni", 2);
        volunteer("Tuovi", 4);
        var gone = searching.at("Aamu Toivonen", "MON_AM");
        var inHand = searching.at("Päivä Toivonen", "MON_PM");
        var unwanted = searching.at("Ilta Toivonen", "MON_EVE");
        var round = start().summary().id();
        runtime.deleteProcessInstance(runtime.createProcessInstanceQuery().processInstanceBusinessKey(gone.toString()).processDefinitionKey("find-volunteer").singleResult().getId(), "test");
        tasks.setAssignee(tasks.createTaskQuery().processInstanceBusinessKey(inHand.toString()).taskDefinitionKey("chooseVolunteer").singleResult().getId(), "coordinator");

        assertThat(confirmations.decide(round, List.of(gone, inHand), List.of(unwanted), COORDINATOR)).containsOnly(java.util.Map.entry(Outcome.MOVED_ON, 1),
                java.util.Map.entry(Outcome.IN_HAND, 1), java.util.Map.entry(Outcome.LEFT_OUT, 1));

        assertThat(pair(view(round), inHand).outcome()).as("it can be confirmed later").isNull();
        assertThat(searching.open(inHand)).containsExactly("chooseVolunteer");
        assertThat(searching.open(unwanted)).containsExactly("chooseVolunteer");
    }

    @Test
    void whenMostHaveNoPlaceLeftThatIsWhatBinds() {
        for (var name : List.of("Maire", "Onni")) {
            registered.change(volunteer(name, 1), "UPDATE apusilta.volunteer SET load = capacity");
        }
        registered.change(volunteer("Tuovi", 1), "UPDATE apusilta.volunteer SET x = x + 9000");
        registered.change(volunteer("Kauko", 1), "UPDATE apusilta.volunteer SET x = x + 9000, load = capacity");
        searching.at("Aamu Toivonen", "MON_AM");

        assertThat(start().unmatched()).singleElement().satisfies(one -> assertThat(one).extracting(Rounds.Unmatched::binding, Rounds.Unmatched::found).containsExactly("LOAD", 2));
    }

    /** The engine asks for the coordinator's own rights, so a request of another district is not theirs whatever id is sent. */
    @Test
    void nobodyConfirmsForAnotherDistrict() {
        var maire = volunteer("Maire", 1);
        var first = searching.at("Aamu Toivonen", "MON_AM");
        var round = start().summary().id();
        jdbc.update("UPDATE apusilta.account SET districts = '{1}' WHERE username = ?", COORDINATOR);
        try {
            assertThat(confirmations.decide(round, List.of(first), List.of(), COORDINATOR)).containsOnlyKeys(Outcome.MOVED_ON);
        } finally {
            jdbc.update("UPDATE apusilta.account SET districts = '{7}' WHERE username = ?", COORDINATOR);
        }
        assertThat(registered.load(maire)).isZero();
        assertThatThrownBy(() -> rounds.view(round, Set.of("1"), Locale.ENGLISH)).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> rounds.check(round, Set.of("1"), "coordinator")).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void theProofCanBeCheckedAgainAndSeesWhatWasChanged() {
        volunteer("Maire", 1);
        var onni = volunteer("Onni", 3);
        var first = searching.at("Aamu Toivonen", "MON_AM");
        var round = start().summary().id();

        assertThat(rounds.check(round, EAST, COORDINATOR)).isEmpty();
        assertThat(view(round).summary().checkOk()).isTrue();

        var proposed = pair(view(round), first).volunteerId();
        var other = proposed.equals(onni) ? jdbc.queryForObject("SELECT id FROM apusilta.volunteer WHERE id <> ? LIMIT 1", UUID.class, onni) : onni;
        jdbc.update("UPDATE apusilta.round_request SET volunteer_id = ? WHERE round_id = ? AND case_id = ?", other, round, first);
        assertThat(rounds.check(round, EAST, COORDINATOR)).singleElement().asString().contains("another volunteer than was proven");
        assertThat(view(round).summary().checkOk()).isFalse();
    }

    @Test
    void eightCoordinatorsAtOnceNeverBookMorePlacesThanThereAre() throws Exception {
        var maire = volunteer("Maire", 1);
        registered.change(maire, "UPDATE apusilta.volunteer SET capacity = 3");
        var cases = new UUID[8];
        for (int i = 0; i < cases.length; i++) {
            cases[i] = searching.at("Aamu Toivonen" + (char) ('a' + i), "MON_AM");
        }
        var round = start();
        assertThat(round.summary().matched()).isEqualTo(3);
        assertThat(round.unmatched()).hasSize(5).allSatisfy(one -> assertThat(one.binding()).isEqualTo("PLACES"));
        // as if each of eight rounds had proposed her to another request
        jdbc.update("UPDATE apusilta.round_request SET volunteer_id = ?, score = coalesce(score, 1) WHERE round_id = ?", maire, round.summary().id());

        var start = new CyclicBarrier(cases.length);
        var pool = Executors.newFixedThreadPool(cases.length);
        var became = new java.util.ArrayList<Outcome>();
        try {
            var all = pool.invokeAll(java.util.Arrays.stream(cases).map(one -> (Callable<java.util.Map<Outcome, Integer>>) () -> {
                start.await();
                return confirmations.decide(round.summary().id(), List.of(one), List.of(), COORDINATOR);
            }).toList());
            for (var one : all) {
                became.addAll(one.get().keySet());
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(became).hasSize(8).filteredOn(one -> one == Outcome.BOOKED).hasSize(3);
        assertThat(became).filteredOn(one -> one != Outcome.BOOKED).containsOnly(Outcome.TAKEN);
        assertThat(registered.load(maire)).isEqualTo(3);
        assertThat(jdbc.queryForObject("SELECT count(*) FROM apusilta.offer WHERE volunteer_id = ? AND state = 'OPEN'", Integer.class, maire)).isEqualTo(3);
    }

    @Test
    void withoutOpenSearchesThereIsNothingToPropose() {
        assertThat(rounds.start(Kind.CRISIS, EAST, Set.of(Searching.KIND), COORDINATOR)).isEmpty();
    }

    private UUID volunteer(String name, int slots) {
        var id = registered.volunteer(name, UZBEK);
        registered.change(id, "UPDATE apusilta.volunteer SET slots = " + slots);
        return id;
    }

    private Rounds.View start() {
        return view(rounds.start(Kind.WEEKLY, EAST, Set.of(Searching.KIND), COORDINATOR).orElseThrow());
    }

    private Rounds.View view(UUID round) {
        return rounds.view(round, EAST, Locale.ENGLISH);
    }

    private static Pair pair(Rounds.View round, UUID caseId) {
        return round.pairs().stream().filter(one -> one.caseId().equals(caseId)).findFirst().orElseThrow();
    }
}
