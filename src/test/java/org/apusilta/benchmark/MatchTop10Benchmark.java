package org.apusilta.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apusilta.matching.internal.RankingDoor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/**
 * The ten best for one request with every reason in words, as the application finds them, at three sizes of the register. Baseline:
 * the same statement's hard rules, counted and nothing else, request by request in turn. Beside it: all offers loaded and scored in
 * Java. Each list is held against the same rules and points in plain Java over all offers.
 */
@Benchmark("match-top10")
@Application
@Import({InventedRegister.class, RankingDoor.class})
class MatchTop10Benchmark {

    private static final long SEED = 500_003L;
    private static final int REQUESTS = 200;
    private static final int WARM_UP = 40;
    private static final int LATE = 95;

    @Autowired InventedRegister register;
    @Autowired RankingDoor door;

    private final Report report = new Report("match-top10", "volunteers", "top 10 p50 ms", "p95 ms", "count p50 ms", "p95 ms", "ratio p50", "load and score ms");

    @Test
    void tenBestOfAMillion() {
        int[] sizes = {Scale.of(5_200), Scale.of(100_000), Scale.of(1_000_000)};
        double first = 0;
        for (int size : sizes) {
            register.fill(size, 0.25);
            var ours = measure(size);
            first = first == 0 ? ours.percentile(LATE) : first;
            if (size == sizes[2]) {
                var growth = Figure.of("match-top10.growth", ours.percentile(LATE), "ms p95", first);
                report.atMost(growth, 20);
            }
        }
        report.done();
    }

    private Samples measure(int size) {
        var requests = door.requests(REQUESTS, SEED);
        var loaded = door.load();
        var ours = new Samples();
        var count = new Samples();
        for (int i = -WARM_UP; i < REQUESTS; i++) {
            var one = requests.get(Math.floorMod(i, REQUESTS));
            boolean warm = i >= 0;
            // turn and turn about who comes first, so that neither always finds the pages read
            if (i % 2 == 0) {
                (warm ? count : new Samples()).of(() -> door.count(one));
            }
            var best = (warm ? ours : new Samples()).of(() -> door.best(one));
            if (i % 2 != 0) {
                (warm ? count : new Samples()).of(() -> door.count(one));
            }
            assertThat(best).as("request %d of seed %d", i, SEED).isEqualTo(door.inMemory(loaded, one));
        }
        var score = new Samples();
        for (var one : requests.subList(0, size > 200_000 ? 2 : 3)) {
            List<RankingDoor.Place> best = score.of(() -> door.loaded(one));
            assertThat(best).isEqualTo(door.best(one));
        }
        var name = size == Scale.of(1_000_000) ? "match-top10" : "match-top10." + size;
        var figure = Figure.of(name, ours.median(), "ms", count.median());
        report.row(size, ours.median(), ours.percentile(LATE), count.median(), count.percentile(LATE), figure.ratio(), score.median());
        report.atMost(figure, 1.5);
        report.figure(Figure.alone("match-top10.load-and-score-" + size, score.median(), "ms"));
        return ours;
    }
}
