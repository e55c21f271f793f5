package org.apusilta.journey;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;

/**
 * A random walk's dice, clock, cases and memory. The same seed throws the same dice: nothing here or in the moves may hang on the
 * order of ids, which are new in every run, so cases go by the number of their coming.
 */
final class Walk {

    static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
    private static final int LAST = 30;
    /** People and events have numbers of their own, after those of cases. */
    static final int PEOPLE = 10_001;

    /** One thing that happened. @param caseId null when it concerns none */
    record Happened(@Nullable UUID caseId, String what) {}

    private record Entry(int step, Instant at, @Nullable UUID caseId, String what) {}

    final long seed;
    final Random dice;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<UUID, Integer> numbers = new LinkedHashMap<>();
    private final Map<UUID, Integer> people = new LinkedHashMap<>();
    private int step;
    private List<UUID> doing = List.of();
    private String aboutTo = "";

    Walk(long seed, Instant begin) {
        this.seed = seed;
        this.dice = new Random(seed);
        ClockUtil.setCurrentTime(Date.from(begin));
    }

    int step() {
        return step;
    }

    Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    LocalDate today() {
        return now().atZone(HELSINKI).toLocalDate();
    }

    void passes(Duration time) {
        passesTo(now().plus(time));
    }

    void passesTo(Instant then) {
        ClockUtil.setCurrentTime(Date.from(then));
    }

    void nextStep() {
        step++;
        doing = List.of();
    }

    /** What is about to be done, so that the story of a step that throws is told. */
    void about(UUID caseId, String what) {
        doing = List.of(caseId);
        aboutTo = what;
    }

    /** @return the case of this step, when it has come so far */
    List<UUID> doing() {
        return doing;
    }

    void note(Happened happened) {
        entries.add(new Entry(step, now(), happened.caseId(), happened.what()));
    }

    /** @param cases all there are, in the order they came */
    void know(List<UUID> cases) {
        cases.forEach(id -> numbers.putIfAbsent(id, numbers.size() + 1));
    }

    /** @param touched applicants, volunteers and events, in the order they came up */
    void knowPeople(List<UUID> touched) {
        touched.forEach(id -> people.putIfAbsent(id, PEOPLE + people.size()));
    }

    List<UUID> cases() {
        return List.copyOf(numbers.keySet());
    }

    int number(@Nullable UUID id) {
        return numbers.getOrDefault(id, people.getOrDefault(id, 0));
    }

    boolean chance(int percent) {
        return dice.nextInt(100) < percent;
    }

    @SafeVarargs
    final <T> T one(T... of) {
        return of[dice.nextInt(of.length)];
    }

    <T> T one(List<T> of) {
        return of.get(dice.nextInt(of.size()));
    }

    /** @return some of them, at least one, in an order of their own */
    <T> List<T> some(int most, List<T> of) {
        var left = new ArrayList<>(of);
        var some = new ArrayList<T>();
        for (int n = 1 + dice.nextInt(most); n > 0 && !left.isEmpty(); n--) {
            some.add(left.remove(dice.nextInt(left.size())));
        }
        return some;
    }

    /** Words somebody writes: what must never be found where the engine keeps things. */
    String words() {
        return "Sanakoe " + one("sujui hyvin", "soitan huomenna", "avain on naapurilla", "ei jaksa enää portaita") + " " + dice.nextInt(1000) + ".";
    }

    /** @return a number that two walks share when they took the same way */
    String digest() {
        return Integer.toHexString(Arrays.hashCode(entries.stream().map(e -> e.step() + "|" + e.at() + "|" + number(e.caseId()) + "|" + e.what()).toArray()));
    }

    Map<String, Long> happened() {
        return entries.stream().collect(Collectors.groupingBy(e -> e.what().split(":")[0], java.util.TreeMap::new, Collectors.counting()));
    }

    /** @return how to come here again, and what happened last, of these cases or at all */
    String story(List<UUID> cases) {
        var own = entries.stream().filter(e -> e.caseId() != null && cases.contains(e.caseId())).toList();
        return "%n%s%nStep %d of the walk with -Dwalk.seed=%d, %s. %s".formatted(cases.stream().map(id -> "case " + number(id) + " (" + id + ")").toList(), step, seed, now(),
                "To replay it: ./mvnw verify -Dit.test=RandomWalkIT -Dwalk.seed=" + seed + " -Dwalk.steps=" + step)
                + (doing.isEmpty() ? "" : "\nIt was about to: " + aboutTo) + told("Of it happened last:", own) + told("Last of all happened:", entries);
    }

    private String told(String title, List<Entry> which) {
        return "\n" + title + which.subList(Math.max(0, which.size() - LAST), which.size()).stream()
                .map(e -> "\n  %5d  %s  case %3d  %s".formatted(e.step(), e.at(), number(e.caseId()), e.what())).collect(Collectors.joining());
    }

    /** Everything, for two runs to be held against each other. */
    String whole() {
        return entries.stream().map(e -> "%d %s %d %s%n".formatted(e.step(), e.at(), number(e.caseId()), e.what())).collect(Collectors.joining());
    }
}
