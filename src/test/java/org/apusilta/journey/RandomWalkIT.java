package org.apusilta.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apusilta.TestDatabase;
import org.apusilta.engine.forms.ServedForms;
import org.apusilta.journey.WalkMoves.Move;
import org.apusilta.messaging.internal.Postman;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Many cases at once, for months, with whatever may happen to them: answers, silences, withdrawals, failing steps, a killed
 * process. After each step the {@link WalkRules} hold, and at the end nothing is left. The same seed walks the same way, so what
 * a failure tells can be walked again: {@code ./mvnw verify -Dit.test=RandomWalkIT -Dwalk.seed=… -Dwalk.steps=…}.
 *
 * <p>An application, engine and database of its own: what other tests leave would change its way, and its months would be in
 * their figures.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.MOCK, properties = {"camunda.bpm.process-engine-name=walk",
        "apusilta.renewals.most=1", "apusilta.care.most-a-round=1"})   // of a thousand invented volunteers, or the walk would be about nothing else
@ActiveProfiles("test")
@Import({TestDatabase.class, Journey.class, ServedForms.class, WalkMoves.class, WalkLives.class, WalkAnswers.class, Postman.class})
@DirtiesContext
class RandomWalkIT {

    private static final long SEED = Long.getLong("walk.seed", 20270111);
    private static final int STEPS = Integer.getInteger("walk.steps", 2600);
    /** More than one walk, each with the next seed: for whoever looks for faults. What one leaves, the next one finds. */
    private static final int TIMES = Integer.getInteger("walk.times", 1);
    /** Go on after a fault, and tell all of them at the end, each once: for whoever has just changed much. */
    private static final boolean ALL_FAULTS = Boolean.getBoolean("walk.all-faults");
    private static final int SUPPORTS = 6;
    private static final int NOW_AND_THEN = 20;
    private static final int LOOK_CLOSER = 1000;
    private static final int LONGEST_END = 20_000;
    /** A Monday morning. */
    private static final Instant BEGIN = Instant.parse("2027-01-11T07:00:00Z");

    /** Takes in what leaves: mails go by the way they go by in the city, at the moment the sender has its turn. */
    private static final GreenMail MAILS = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort())
            .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());

    @Autowired Journey journey;
    @Autowired WalkMoves moves;
    @Autowired WalkLives lives;
    @Autowired WalkAnswers answers;

    private Walk walk;
    private WalkRules rules;
    private List<UUID> before = List.of();
    private final Map<String, String> faults = new LinkedHashMap<>();

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry settings) {
        MAILS.start();
        settings.add("spring.mail.host", () -> "127.0.0.1");
        settings.add("spring.mail.port", () -> MAILS.getSmtp().getPort());
        settings.add("spring.mail.properties.mail.smtp.starttls.enable", () -> "false");
    }

    @AfterAll
    static void closed() {
        MAILS.stop();
    }

    @AfterEach
    void today() throws IOException {
        moves.mended();
        if (walk != null) {
            Files.writeString(Path.of("target", "walk-" + walk.seed + ".txt"), walk.whole());
            Files.writeString(Path.of("target", "walk-faults.txt"), String.join("\n\n==========\n", faults.values()));
        }
        ClockUtil.reset();
    }

    @Test
    void whateverHappensNobodyIsLostAndEveryCaseEnds() {
        assertThat(answers.unknown()).as("pages behind links that nobody in the walk can answer").isEmpty();
        rules = new WalkRules(journey.database);
        moves.partners();
        for (long seed = SEED; seed < SEED + TIMES; seed++) {
            walks(seed);
        }
        assertThat(faults).as("faults").isEmpty();
    }

    private void walks(long seed) {
        walk = new Walk(seed, BEGIN);
        journey.somePeople();
        rules.begin();
        before = List.of();
        before = cases();
        for (int i = 0; i < SUPPORTS; i++) {
            journey.supported();   // few cases walk so far by themselves, and what happens to those who serve matters most
        }
        walk.know(cases());
        var all = moves.all(walk);
        long began = System.nanoTime();
        while (walk.step() < STEPS) {
            moves.before();
            step(() -> happens(all));
        }
        var walked = walk.now();
        int cases = walk.cases().size();
        moves.mended();
        int last = walk.step();
        for (Walk.Happened happened = step(moves::ending); happened != null; happened = step(moves::ending)) {
            assertThat(walk.step()).as("does not end" + walk.story(List.of())).isLessThan(last + LONGEST_END);
        }
        holds(rules.broken(true));
        holds(rules.personal());
        assertThat(moves.tellingPages()).as("pages that still name a client whose case has ended").isEmpty();
        assertThat(rules.left()).as("what is left when all have ended" + walk.story(List.of())).allSatisfy((what, count) -> assertThat(count).as(what).isZero());

        System.out.printf("Random walk: seed %d, %d steps and %d to the end, %d days, %d cases, digest %s, %d s%n%s%n%s%n", seed, STEPS, walk.step() - last,
                Duration.between(BEGIN, walked).toDays(), cases, walk.digest(), (System.nanoTime() - began) / 1_000_000_000, walk.happened(), outcomes());
        assertThat(MAILS.getReceivedMessages()).as("mails that have left").hasSizeGreaterThan(cases);
        if (STEPS >= 2600) {
            assertThat(walk.happened().keySet()).as("things that happened at all").containsAll(all.stream().map(Move::name).toList());
        }
    }

    private Walk.Happened happens(List<Move> all) {
        int sum = all.stream().mapToInt(Move::weight).sum();
        while (true) {
            int dice = walk.dice.nextInt(sum);
            for (var move : all) {
                dice -= move.weight();
                if (dice < 0) {
                    var happened = move.happen().get();
                    if (happened != null) {
                        return happened;
                    }
                    break;
                }
            }
        }
    }

    /** One step with its minutes, and what must be true after it. */
    private Walk.Happened step(java.util.function.Supplier<Walk.Happened> something) {
        walk.nextStep();
        walk.passes(Duration.ofSeconds(30 + walk.dice.nextInt(600)));
        Walk.Happened happened;
        try {
            happened = something.get();
        } catch (RuntimeException | AssertionError problem) {
            happened = fault(problem.getClass().getSimpleName() + ": " + String.valueOf(problem.getMessage()).lines().findFirst().orElse(""),
                    new AssertionError(problem.getClass().getSimpleName() + ": " + problem.getMessage() + walk.story(walk.doing()), problem));
        }
        if (happened != null) {
            walk.know(cases());
            walk.knowPeople(lives.touched());
            walk.note(happened);
            holds(rules.broken(walk.step() % NOW_AND_THEN == 0));
            if (walk.step() % LOOK_CLOSER == 0) {
                holds(rules.personal());
            }
        }
        return happened;
    }

    private void holds(List<WalkRules.Broken> broken) {
        if (!broken.isEmpty()) {
            var cases = broken.stream().flatMap(one -> one.cases().stream()).distinct().toList();
            fault(broken.stream().map(one -> one.rule().split(":")[0]).toList().toString(),
                    new AssertionError("Broken: " + broken.stream().map(WalkRules.Broken::rule).toList() + walk.story(cases)));
        }
    }

    private Walk.Happened fault(String which, AssertionError problem) {
        if (!ALL_FAULTS) {
            throw problem;
        }
        var told = new java.io.StringWriter();
        problem.printStackTrace(new java.io.PrintWriter(told));
        faults.putIfAbsent(which, told.toString());
        return new Walk.Happened(null, "a fault: " + which);
    }

    /** @return the cases of this walk, as they came */
    private List<UUID> cases() {
        return journey.database.sql("SELECT id FROM apusilta.help_request ORDER BY received_at, reference").query(UUID.class).list().stream()
                .filter(id -> !before.contains(id)).toList();
    }

    private LinkedHashMap<String, Long> outcomes() {
        var outcomes = new LinkedHashMap<String, Long>();
        journey.database.sql("SELECT outcome, count(*) FROM apusilta.help_request GROUP BY 1 ORDER BY 1").query((row, n) -> outcomes.put(row.getString(1), row.getLong(2))).list();
        outcomes.put("supports", journey.database.sql("SELECT count(*) FROM apusilta.support").query(Long.class).single());
        outcomes.put("periods", journey.database.sql("SELECT count(*) FROM apusilta.follow_up_period").query(Long.class).single());
        outcomes.put("offers", journey.database.sql("SELECT count(*) FROM apusilta.offer").query(Long.class).single());
        return outcomes;
    }
}
