package org.apusilta.matching.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.catalogue.District;
import org.apusilta.catalogue.Kind;
import org.apusilta.matching.internal.Ask.Relaxed;

/** Invented requests for benchmarks, as matching sees them; the same seed gives the same ones. */
public final class Wishes {

    /** What people ask for. */
    public enum Scenario {
        /** by Zipf's law, as in a year */ MIXED,
        /** seven of ten want one of three kinds */ CRISIS,
        /** eight of ten want the same */ SCARCE
    }

    private static final int EVERYTHING = 100;

    private final Random random;
    private final List<String> kinds;
    private final List<District> districts;
    private final LocalDate today;
    private final Weights weights;

    Wishes(long seed, Catalogue catalogue, LocalDate today, Weights weights) {
        this.random = new Random(seed);
        this.kinds = catalogue.kinds().stream().map(Kind::code).sorted().toList();
        this.districts = catalogue.districts();
        this.today = today;
        this.weights = weights;
    }

    List<Ask> of(Scenario scenario, int count) {
        var asks = new ArrayList<Ask>(count);
        for (int i = 0; i < count; i++) {
            asks.add(one(kind(scenario)));
        }
        return asks;
    }

    private String kind(Scenario scenario) {
        return switch (scenario) {
            case MIXED -> byZipf();
            case CRISIS -> chance(70) ? kinds.get(random.nextInt(3)) : byZipf();
            case SCARCE -> chance(80) ? kinds.get(2) : byZipf();
        };
    }

    private String byZipf() {
        double all = 0;
        for (int place = 1; place <= kinds.size(); place++) {
            all += 1.0 / place;
        }
        double left = random.nextDouble() * all;
        int place = 1;
        while (place < kinds.size() && left > 1.0 / place) {
            left -= 1.0 / place++;
        }
        return kinds.get(place - 1);
    }

    private Ask one(String kind) {
        var district = districts.get(random.nextInt(districts.size()));
        long languages = chance(80) ? 1 : chance(60) ? 2 : chance(50) ? 8 : 4;
        var besides = new Ask.Besides(Ask.Level.B1, chance(15) ? 1 << random.nextInt(6) : 0, 0, chance(20), today.getYear() - 19, Set.of(), Set.of(), Set.of());
        var id = new UUID(random.nextLong(), random.nextLong());
        return new Ask(id, List.of(kind), district.x() + random.nextInt(2000) - 1000, district.y() + random.nextInt(2000) - 1000,
                chance(25) ? 0 : 1 + (random.nextInt(1 << 21) & random.nextInt(1 << 21)), languages, languages,
                chance(40) ? 0 : 1L << random.nextInt(28) | 1L << random.nextInt(28) | 1L << random.nextInt(28), chance(85) ? null : chance(60) ? "F" : "M", chance(15),
                chance(8), chance(6), chance(8), besides, Set.of(id), Relaxed.NOTHING, random.nextInt(40), today, today.plusDays(random.nextInt(14)),
                chance(60) ? 0 : 1 + random.nextInt(3), weights);
    }

    private boolean chance(int percent) {
        return random.nextInt(EVERYTHING) < percent;
    }
}
