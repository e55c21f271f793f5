package org.apusilta.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apusilta.ApusiltaTest;
import org.apusilta.contract.Released;
import org.apusilta.messaging.Messages;
import org.apusilta.operations.process.Moves;
import org.apusilta.request.AskedBy;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.RequestChanges;
import org.apusilta.volunteer.Volunteers;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Cases begun in a released version go on in today's. For each release: its drawings are deployed, a case is brought to every
 * place where one can wait (found by walking, not by a list), all are moved with the plans the release ships, and every one is
 * finished with today's code; those a plan lets stay finish on their own version.
 */
@ApusiltaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReleasedCasesIT {

    @Autowired Journey walk;
    @Autowired Moves moves;
    @Autowired PathsTaken paths;
    @Autowired RepositoryService repository;

    @Autowired Volunteers volunteers;
    @Autowired RequestChanges changes;
    @Autowired Messages messages;

    /** Where the volunteer is asked, signs and serves: there a death or a leaving has somebody to tell. */
    private static final List<String> TURNS_AT = List.of("find-volunteer.awaitOfferAnswer", "make-agreement.collectConfirmations", "support-relationship.followUpDue");

    private final List<String> deployments = new ArrayList<>();

    @AfterAll
    void asBefore() {
        ClockUtil.reset();
        for (int i = deployments.size() - 1; i >= 0; i--) {
            repository.deleteDeployment(deployments.get(i), true);
        }
        var id = walk.received();
        assertThat(walk.openTasks(id)).as("new cases begin in today's drawing again").isNotEmpty();
    }

    @TestFactory
    Stream<DynamicTest> everyCaseOfEveryReleaseGoesOn() {
        return Released.all().stream().flatMap(release -> {
            walk.somePeople();
            walk.aPartner();
            var old = deployed(release.folder().resolve("processes"));
            old.values().forEach(version -> paths.ignore(version.getId()));
            var routes = new LinkedHashMap<String, List<String>>();
            var waiting = exploring(routes);
            var dying = turning(routes);
            var leaving = turning(routes);
            deployed(Path.of("processes"));
            ClockUtil.reset();

            var tests = new ArrayList<DynamicTest>();
            tests.add(DynamicTest.dynamicTest(release.name() + ": a case waits wherever one can", () -> {
                var reached = new HashSet<String>();
                waiting.values().forEach(id -> reached.addAll(new AnyCase(walk).stands(id)));
                assertThat(reached).containsAll(release.waits());
            }));
            tests.add(DynamicTest.dynamicTest(release.name() + ": all move, without an obstacle", () -> old.values().forEach(this::moved)));
            dying.forEach((place, id) -> tests.add(DynamicTest.dynamicTest(release.name() + ": moved, and the client dies at " + place, () -> turn(id, moment()::clientDies))));
            leaving.forEach((place, id) -> tests.add(DynamicTest.dynamicTest(release.name() + ": moved, and the volunteer leaves at " + place, () -> turn(id, moment()::volunteerLeaves))));
            waiting.forEach((state, id) -> tests.add(DynamicTest.dynamicTest(release.name() + ": goes on from " + state, () -> finishes(release, old, state, id))));
            return tests.stream();
        });
    }

    private AnyMoment moment() {
        return new AnyMoment(walk, volunteers, changes, messages);
    }

    /** What a case of the release hears once it has been moved, as one begun today does, and leaves to nobody's hands. */
    private void turn(UUID id, Consumer<UUID> happens) {
        try {
            happens.accept(id);
            assertThat(walk.adHocs(id)).as("no person need do by hand what the drawing does").isZero();
        } finally {
            ClockUtil.reset();
        }
    }

    /** @return a case of its own at each place where turns are tried */
    private Map<String, UUID> turning(Map<String, List<String>> routes) {
        var cases = new LinkedHashMap<String, UUID>();
        TURNS_AT.forEach(place -> routes.entrySet().stream().filter(route -> List.of(route.getKey().split(" \\+ ")).contains(place)).findFirst()
                .ifPresentOrElse(route -> cases.put(place, walked(new AnyCase(walk), null, route.getValue())), () -> {
                    throw new AssertionError("no case waits at " + place + " among " + routes.keySet());
                }));
        return cases;
    }

    private void moved(ProcessDefinition old) {
        var prospect = moves.prospect(old.getKey(), old.getVersion()).orElseThrow();
        assertThat(prospect.release()).as("the release ships a plan for " + old.getKey()).isNotNull();
        assertThat(prospect.obstacles()).as(old.getKey()).isEmpty();
        assertThat(prospect.rehearsed()).isEqualTo(prospect.moving());
        assertThat(moves.start(old.getKey(), old.getVersion(), "admin")).isEqualTo(prospect.moving());
        walk.jobs.createBatchQuery().list().forEach(this::work);
        assertThat(walk.runtime.createProcessInstanceQuery().processDefinitionId(old.getId()).count()).as("left on the old " + old.getKey()).isEqualTo(prospect.staying());
    }

    /** As the job executor would: seed, then each instance, then the look whether it is done. */
    private void work(Batch batch) {
        for (var kind : List.of(batch.getSeedJobDefinitionId(), batch.getBatchJobDefinitionId(), batch.getMonitorJobDefinitionId())) {
            walk.jobs.createJobQuery().jobDefinitionId(kind).list().forEach(job -> walk.jobs.executeJob(job.getId()));
        }
    }

    private void finishes(Released release, Map<String, ProcessDefinition> old, String state, UUID id) {
        try {
            for (var instance : walk.runtime.createProcessInstanceQuery().processInstanceBusinessKey(id.toString()).list()) {
                var key = instance.getProcessDefinitionId().split(":")[0];
                assertThat(onOld(old, instance)).as(key + " stays only where its plan says so: " + state).isEqualTo(old.containsKey(key) && release.stays(key, state));
            }
            new AnyCase(walk).finish(id, state.hashCode());
            assertThat(walk.instances(id)).isEmpty();
            assertThat(walk.openTasks(id)).isEmpty();
        } finally {
            ClockUtil.reset();
        }
    }

    private static boolean onOld(Map<String, ProcessDefinition> old, ProcessInstance instance) {
        return old.values().stream().anyMatch(version -> version.getId().equals(instance.getProcessDefinitionId()));
    }

    /** One thing more that can happen at a place. @param from where, null for the beginning @param route how one gets there and what happens then */
    private record Step(String from, List<String> route) {}

    /** Walks on from every state found until each thing that can happen has happened once. @param routes filled with the way to each state @return a case standing in each state */
    private Map<String, UUID> exploring(Map<String, List<String>> routes) {
        var any = new AnyCase(walk);
        var found = new LinkedHashMap<String, UUID>();
        var spare = new HashMap<String, Deque<UUID>>();
        var happened = new HashSet<String>();
        var steps = new ArrayDeque<Step>();
        steps.add(new Step(null, List.of()));
        while (!steps.isEmpty()) {
            var step = steps.poll();
            var last = step.route().isEmpty() ? "" : step.route().get(step.route().size() - 1);
            // a case that came to this place by another way saves the way there
            var there = spare.getOrDefault(step.from(), new ArrayDeque<>()).poll();
            var id = walked(any, there, there == null ? step.route() : List.of(last));
            var stands = any.stands(id);
            if (stands.isEmpty()) {
                continue;
            }
            // what was decided shows only once the job after the task has run
            var decided = stands.stream().anyMatch(one -> one.endsWith(" after")) ? " by " + last : "";
            var state = String.join(" + ", stands) + decided;
            if (found.putIfAbsent(state, id) != null) {
                spare.computeIfAbsent(state, s -> new ArrayDeque<>()).add(id);
                continue;
            }
            routes.put(state, step.route());
            var next = new ArrayList<>(any.moves(id).stream().map(AnyCase.Move::name).toList());
            next.add("the client withdraws from " + walk.runtime.createProcessInstanceQuery().processInstanceBusinessKey(id.toString()).rootProcessInstances().list().get(0).getProcessDefinitionId().split(":")[0]);
            next.stream().filter(move -> happened.add(move + decided))
                    .forEach(move -> steps.add(new Step(state, Stream.concat(step.route().stream(), Stream.of(move)).toList())));
        }
        return found;
    }

    /** @param there a case that stands where the route begins; null for a new one */
    private UUID walked(AnyCase any, UUID there, List<String> route) {
        ClockUtil.reset();
        walk.somePeople();
        var id = there == null ? walk.requests.submit(Journey.aRequest(AskedBy.SELF)).id() : there;
        for (var step : route) {
            if (step.startsWith("the client withdraws")) {
                walk.requests.withdraw(id, HelpRequests.Who.CLIENT);
            } else {
                any.happens(id, step);
            }
        }
        return id;
    }

    private Map<String, ProcessDefinition> deployed(Path folder) {
        var made = Released.deploy(repository, folder);
        deployments.add(made.getId());
        return made.getDeployedProcessDefinitions().stream().collect(Collectors.toMap(ProcessDefinition::getKey, one -> one));
    }
}
