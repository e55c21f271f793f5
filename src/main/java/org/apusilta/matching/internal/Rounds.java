package org.apusilta.matching.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apusilta.matching.Matching.Reason;
import org.apusilta.matching.solver.Assignment;
import org.apusilta.matching.solver.PairTable;
import org.apusilta.matching.solver.Problem;
import org.apusilta.matching.solver.Proof;
import org.apusilta.matching.solver.Solution;
import org.apusilta.request.CaseFacts;
import org.apusilta.request.HelpRequests;
import org.apusilta.volunteer.Volunteers;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Many requests at once: for all whose coordinator has a volunteer to choose now, the assignment nobody can better, with its proof.
 * It proposes; coordinators confirm. Public for {@code matching.process} and {@code matching.web} only.
 */
@Component
@Transactional
public class Rounds {

    /** What a round is for. */
    public enum Kind { WEEKLY, CRISIS }

    /** What became of a proposed pair. */
    public enum Outcome {
        /** the volunteer is booked and asked */ BOOKED,
        /** the volunteer is not free any more, or no longer meets every rule */ TAKEN,
        /** the request has gone on: chosen otherwise, changed, withdrawn */ MOVED_ON,
        /** a colleague has the task in hand */ IN_HAND,
        /** a coordinator did not want this pair */ LEFT_OUT,
        /** something went wrong; nothing of it is kept, and it can be tried again */ FAILED
    }

    /** @param total thousandths of a point of all pairs proposed @param size bytes of the proof @param checkOk what the last check found */
    public record Summary(UUID id, Kind kind, List<String> majors, List<String> kinds, String startedBy, Instant startedAt, int weightsVersion, int requests,
            int volunteers, int pairs, int matched, long total, int size, @Nullable String checkedBy, @Nullable Instant checkedAt, @Nullable Boolean checkOk,
            int booked, int undecided) {}

    /** @param place of this volunteer among the {@code allowed} for this request alone @param reasons empty from the 201st pair on, for the page's sake */
    public record Pair(UUID caseId, String reference, UUID volunteerId, String volunteer, int score, int place, int allowed, List<Reason> reasons,
            @Nullable Outcome outcome, @Nullable String decidedBy) {}

    /** @param binding a rule's code, LOAD when all places are taken already, or PLACES, SEVERAL, NOBODY, SEARCH_AGAIN @param found how many that rule alone keeps away */
    public record Unmatched(UUID caseId, String reference, String binding, int found) {}

    /** What a reader sees of a round: their own districts'. */
    public record View(Summary summary, List<Pair> pairs, List<Unmatched> unmatched) {

        /** @return whether there is a pair nobody has decided on */
        public boolean undecided() {
            return pairs.stream().anyMatch(pair -> pair.outcome() == null);
        }
    }

    /** As many requests as possible get somebody; which of those assignments is best, the points decide. Larger than all points together. */
    private static final long SOMEBODY = 1L << 40;
    private static final int SHOWN = 50;
    /** So many pairs are shown with their reasons; a crisis has thousands, and each has them on its own page. */
    private static final int EXPLAINED = 200;

    private final RoundRows rows;
    private final Asks asks;
    private final Explanation explanation;
    private final Exclusions exclusions;
    private final HelpRequests requests;
    private final Volunteers volunteers;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    Rounds(RoundRows rows, Asks asks, Explanation explanation, Exclusions exclusions, HelpRequests requests, Volunteers volunteers, JdbcTemplate jdbc, Clock clock) {
        this.rows = rows;
        this.asks = asks;
        this.explanation = explanation;
        this.exclusions = exclusions;
        this.requests = requests;
        this.volunteers = volunteers;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Makes a proposal and keeps it with its proof; nobody is booked.
     *
     * @param majors districts whose searches take part @param kinds kinds of help it is about, empty for all
     * @return its id; empty when no search is open there
     */
    public Optional<UUID> start(Kind kind, Set<String> majors, Set<String> kinds, String by) {
        var choosing = asked(true, majors, kinds);
        var elsewhere = asked(false, majors, kinds);
        if (choosing.isEmpty() && elsewhere.isEmpty()) {
            return Optional.empty();
        }
        var columns = Columns.load(jdbc);
        var problem = problem(choosing, columns);
        var solution = solve(problem);
        var lines = new ArrayList<RoundRows.Line>();
        for (int i = 0; i < choosing.size(); i++) {
            lines.add(line(choosing.get(i), i, solution.chosen()[i], columns));
        }
        elsewhere.forEach(ask -> lines.add(unmatched(ask, null, count(ask, columns), columns)));
        var id = UUID.randomUUID();
        var total = lines.stream().map(RoundRows.Line::score).filter(score -> score != null).mapToLong(Integer::longValue).sum();
        var version = (choosing.isEmpty() ? elsewhere : choosing).get(0).weights().version();
        rows.add(new Summary(id, kind, majors.stream().sorted().toList(), kinds.stream().sorted().toList(), by, clock.instant(), version, lines.size(),
                columns.volunteers().size(), problem.size(), solution.matched(), total, 0, null, null, null, 0, 0),
                new RoundRows.Kept(columns.volunteers(), new Proof(problem, solution.chosen(), solution.certificate()).toBytes()), lines);
        return Optional.of(id);
    }

    /** @return rounds of these districts, the newest first */
    @Transactional(readOnly = true)
    public List<Summary> in(Set<String> majors) {
        return rows.in(majors, SHOWN);
    }

    /** @param majors what the reader may see of it @throws NoSuchElementException when there is no such round for them */
    @Transactional(readOnly = true)
    public View view(UUID id, Set<String> majors, Locale language) {
        var summary = summary(id, majors);
        var lines = rows.lines(id);
        var facts = facts(lines.stream().map(RoundRows.Line::caseId).toList());
        var own = lines.stream().filter(line -> facts.containsKey(line.caseId()) && majors.contains(facts.get(line.caseId()).major())).toList();
        var names = volunteers.contacts(own.stream().map(RoundRows.Line::volunteerId).filter(one -> one != null).toList());
        var pairs = new ArrayList<Pair>();
        own.stream().filter(line -> line.volunteerId() != null && names.containsKey(line.volunteerId())).forEach(line -> pairs.add(new Pair(line.caseId(),
                facts.get(line.caseId()).reference(), line.volunteerId(), names.get(line.volunteerId()).name(), line.score(), line.place(), line.allowed(),
                pairs.size() < EXPLAINED ? explanation.of(line.ask(), line.scored(), language) : List.of(), line.outcome(), line.decidedBy())));
        var without = own.stream().filter(line -> line.volunteerId() == null && line.binding() != null).map(line -> new Unmatched(line.caseId(),
                facts.get(line.caseId()).reference(), line.binding(), line.bindingFound() == null ? 0 : line.bindingFound()))
                .sorted(Comparator.comparing(Unmatched::reference)).toList();
        return new View(summary, List.copyOf(pairs), without);
    }

    /** Checks the kept proof anew, without the solver, and that the pairs shown are those it is about. @return what is wrong, empty when nothing is */
    public List<String> check(UUID id, Set<String> majors, String by) {
        summary(id, majors);
        var faults = new ArrayList<String>();
        var kept = rows.kept(id);
        var proof = Proof.of(kept.proof());
        faults.addAll(proof.faults());
        for (var line : rows.lines(id)) {
            if (line.position() != null) {
                int chosen = proof.chosen()[line.position()];
                var proven = chosen == Solution.NOBODY ? null : kept.volunteers().get(chosen);
                if (!java.util.Objects.equals(proven, line.volunteerId())) {
                    faults.add("Request %d is shown with another volunteer than was proven".formatted(line.position()));
                }
            }
        }
        rows.checked(id, faults.isEmpty(), by, clock.instant());
        return faults;
    }

    /** @return the volunteer proposed for this case, while nobody has decided on it */
    @Transactional(readOnly = true)
    public Optional<UUID> proposed(UUID id, UUID caseId) {
        return rows.proposed(id, caseId);
    }

    /** @return cases of the reader's districts whose proposal nobody has decided on, the best first @throws NoSuchElementException when there is no such round for them */
    @Transactional(readOnly = true)
    public List<UUID> undecided(UUID id, Set<String> majors) {
        summary(id, majors);
        return rows.undecided(id, majors);
    }

    /** @return whether nobody had decided on it before */
    public boolean decided(UUID id, UUID caseId, Outcome outcome, String by) {
        return rows.decided(id, caseId, outcome, by, clock.instant());
    }

    /**
     * Takes the volunteer's row for this transaction, before anything names it: who books the same person at this instant waits here, and
     * not in a circle further on.
     */
    public void take(UUID volunteerId) {
        jdbc.queryForList("SELECT 1 FROM apusilta.volunteer WHERE id = ? FOR NO KEY UPDATE", volunteerId);
    }

    /** The choice of this task came out of a round: that is the reason kept with it. */
    public void choiceOf(UUID id, String taskId) {
        rows.choiceOf(id, taskId);
    }

    private Summary summary(UUID id, Set<String> majors) {
        return rows.find(id).filter(round -> round.majors().stream().anyMatch(majors::contains)).orElseThrow(() -> new NoSuchElementException("no such round"));
    }

    private List<Ask> asked(boolean choosing, Set<String> majors, Set<String> kinds) {
        return rows.searching(choosing, majors).stream().map(asks::of).filter(ask -> kinds.isEmpty() || ask.kinds().stream().anyMatch(kinds::contains)).toList();
    }

    private Map<UUID, CaseFacts> facts(Collection<UUID> ids) {
        return requests.all(ids).stream().collect(Collectors.toMap(CaseFacts::id, Function.identity()));
    }

    static Solution solve(Problem problem) {
        return Assignment.solve(problem);
    }

    static PairTable problem(List<Ask> choosing, Columns columns) {
        var table = PairTable.of(columns.places());
        for (var ask : choosing) {
            table.request();
            columns.allowed(ask, (row, points) -> table.pair(columns.volunteer(row), SOMEBODY + points));
        }
        return table.build();
    }

    private RoundRows.Line line(Ask ask, int position, int chosen, Columns columns) {
        var found = new int[2];
        var all = IntStream.builder();
        columns.allowed(ask, (row, points) -> {
            all.add(points);
            if (columns.volunteer(row) == chosen) {
                found[0] = row;
                found[1] = points;
            }
        });
        int[] counted = all.build().toArray();
        if (chosen == Solution.NOBODY) {
            return unmatched(ask, position, counted, columns);
        }
        int better = (int) Arrays.stream(counted).filter(points -> points > found[1]).count();
        var scored = columns.scored(ask, found[0]);
        return new RoundRows.Line(ask.caseId(), position, scored.volunteerId(), scored.score(), better + 1, counted.length, ask, scored, null, null, null, null);
    }

    private static int[] count(Ask ask, Columns columns) {
        var all = IntStream.builder();
        columns.allowed(ask, (row, points) -> all.add(points));
        return all.build().toArray();
    }

    /** Names the rule that binds: the one that alone keeps away most. Whoever has no place left is not among the columns, and is asked for apart. */
    private RoundRows.Line unmatched(Ask ask, @Nullable Integer position, int[] allowed, Columns columns) {
        var away = columns.keptAway(ask).entrySet().stream().max(Map.Entry.<Columns.Rule, Integer>comparingByValue().thenComparing(one -> -one.getKey().ordinal()));
        String binding;
        int found = allowed.length;
        if (allowed.length > 0) {
            binding = position == null ? "SEARCH_AGAIN" : "PLACES";
        } else {
            int full = exclusions.onlyFull(ask);
            found = away.map(Map.Entry::getValue).orElse(0);
            binding = away.map(one -> one.getKey().name()).orElse(columns.offered(ask) ? "SEVERAL" : "NOBODY");
            if (full > found) {
                found = full;
                binding = "LOAD";
            }
        }
        return new RoundRows.Line(ask.caseId(), position, null, null, null, allowed.length, null, null, binding, found, null, null);
    }
}
