package org.apusilta.matching.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apusilta.catalogue.Catalogue;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;

/** Lets a benchmark ask for the best ten as {@link Matchmaker} does for one request, without a case in the engine. */
@TestComponent
public class RankingDoor {

    /** One request. */
    public static final class One {

        private final Ask ask;

        private One(Ask ask) {
            this.ask = ask;
        }
    }

    /** A person and what they bring. */
    public record Place(UUID volunteer, int score) {}

    private static final Locale FINNISH = Locale.forLanguageTag("fi");
    private static final int BEST = 10;

    private final Asks asks;
    private final Ranking ranking;
    private final Explanation explanation;
    private final Catalogue catalogue;
    private final WeightTable weights;
    private final JdbcTemplate jdbc;
    private final Crowds crowds;

    RankingDoor(Asks asks, Ranking ranking, Crowds crowds, Explanation explanation, Catalogue catalogue, WeightTable weights, JdbcTemplate jdbc) {
        this.asks = asks;
        this.ranking = ranking;
        this.crowds = crowds;
        this.explanation = explanation;
        this.catalogue = catalogue;
        this.weights = weights;
        this.jdbc = jdbc;
    }

    public List<One> requests(int count, long seed) {
        crowds.forget();   // another register since
        var today = asks.today();
        return new Wishes(seed, catalogue, today, weights.on(today)).of(Wishes.Scenario.MIXED, count).stream().map(One::new).toList();
    }

    /** The application's own way: the ten best, each with every reason in words; read in one transaction, as a page is. */
    @Transactional(readOnly = true)
    public List<Place> best(One one) {
        var best = ranking.best(one.ask, BEST);
        best.forEach(scored -> explanation.of(one.ask, scored, FINNISH));
        return best.stream().map(scored -> new Place(scored.volunteerId(), scored.score())).toList();
    }

    /** Whoever meets every hard rule, counted and nothing else; in a transaction, too. */
    @Transactional(readOnly = true)
    public int count(One one) {
        return ranking.allowed(one.ask);
    }

    /** All offers loaded and scored in Java, the best ten kept. */
    public List<Place> loaded(One one) {
        return inMemory(Columns.load(jdbc), one);
    }

    /** @return what {@link #inMemory(Object, One)} reads */
    public Object load() {
        return Columns.load(jdbc);
    }

    /** The same rules and points in Java, over offers that are loaded: an oracle that shares no SQL with the query. */
    public List<Place> inMemory(Object loaded, One one) {
        var columns = (Columns) loaded;
        var all = new ArrayList<Place>();
        columns.allowed(one.ask, (row, points) -> all.add(new Place(columns.volunteers().get(columns.volunteer(row)), points)));
        all.sort(Comparator.comparingInt(Place::score).reversed().thenComparing(place -> place.volunteer().toString()));
        return List.copyOf(all.subList(0, Math.min(BEST, all.size())));
    }
}
