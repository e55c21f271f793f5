package org.apusilta.volunteer.internal;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.catalogue.District;
import org.apusilta.catalogue.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Invents volunteers as Helsinki's are (R12): about 87 of 100 active, half of them sent by an organisation, two thirds of
 * retirement age, languages and districts weighted. Everything is drawn from one seed.
 *
 * <p>Nobody can be reached: addresses end in {@code .example}, which is reserved for examples (RFC 2606). Phone numbers begin
 * with +358 000: no Finnish area code begins with two zeros, so no call or text message can go out, which no range of ordinary
 * numbers would promise.
 */
final class InventedPeople {

    private static final Draw<String> TONGUES = Draw.of("fi", 740, "sv", 80, "ru", 38, "et", 28, "so", 18, "ar", 18, "en", 16, "uk", 12,
            "ku", 8, "fa", 10, "zh", 8, "sq", 8, "vi", 8, "es", 8);
    /** Lower and upper age of each band; 65 of 100 are 64 or older. */
    private static final Draw<int[]> AGES = Draw.of(new int[] {18, 29}, 11, new int[] {30, 45}, 10, new int[] {46, 63}, 14,
            new int[] {64, 74}, 42, new int[] {75, 88}, 23);
    private static final Draw<String> STATUS = Draw.of("ACTIVE", 865, "PAUSED", 80, "LEFT", 55);
    /** Districts with many people; the others weigh 2. */
    private static final Map<String, Integer> CROWDED = Map.ofEntries(Map.entry("103", 5), Map.entry("301", 4), Map.entry("203", 4),
            Map.entry("205", 4), Map.entry("505", 3), Map.entry("503", 4), Map.entry("602", 4), Map.entry("603", 3), Map.entry("701", 4),
            Map.entry("703", 5), Map.entry("704", 5), Map.entry("304", 3), Map.entry("404", 3), Map.entry("502", 2), Map.entry("105", 3));
    static final List<String> ORGANISATIONS = List.of("Harmaat Helmet ry", "Kotikulman naapurit ry", "Itäväylän eläkkeensaajat ry",
            "Grannhjälpen i stan rf", "Meripuiston martat ry", "Yhteinen penkki ry", "Kalliolan korttelitalo ry", "Silta-apu ry",
            "Lähiöavun ystävät ry", "Seniorvännerna rf", "Many Tongues ry", "Pihapiirin partio ry");
    private static final List<String> INTERESTS = List.of("READING", "MUSIC", "SINGING", "THEATRE", "FILMS", "HISTORY", "CRAFTS", "COOKING",
            "BAKING", "GARDENING", "NATURE", "WALKING", "EXERCISE", "SPORTS", "DANCING", "CHESS", "CARDS", "ANIMALS", "TRAVEL", "LANGUAGES",
            "TECHNOLOGY", "PHOTOGRAPHY", "ART", "POETRY", "NEWS", "CROSSWORDS", "SAUNA", "FISHING");
    private static final Draw<String> TARGETS = Draw.of("OLDER", 52, "ANYONE", 17, "ADULT", 11, "IMMIGRANT", 8, "YOUTH", 8, "FAMILY", 4);

    private final Random random;
    private final InventedNames names;
    private final LocalDate today;
    private final Draw<District> districts;
    private final Map<String, List<Kind>> kinds = new HashMap<>();
    private int number;

    InventedPeople(long seed, LocalDate today, Catalogue catalogue) {
        this.random = new Random(seed);
        this.names = new InventedNames(random);
        this.today = today;
        var weights = new LinkedHashMap<District, Integer>();
        catalogue.districts().forEach(district -> weights.put(district,
                district.majorCode().equals("8") ? 1 : 2 * CROWDED.getOrDefault(district.code(), 2)));
        this.districts = new Draw<>(weights);
        catalogue.kinds().forEach(kind -> kinds.computeIfAbsent(kind.targetGroup(), group -> new java.util.ArrayList<>()).add(kind));
        this.number = random.nextInt(100_000);
    }

    InventedVolunteer next() {
        var tongue = TONGUES.from(random);
        int age = age();
        boolean old = age >= 64;
        boolean woman = chance(72);
        var given = names.given(tongue, woman, age >= 50);
        var family = names.family(tongue, woman);
        var district = districts.from(random);
        var status = STATUS.from(random);
        var joined = today.minusDays(30 + random.nextInt(old ? 3600 : 1500));
        var wanted = kinds();
        var capacity = 1 + (chance(40) ? 1 : 0) + (chance(12) ? 1 : 0);
        boolean begun = status.equals("ACTIVE") && chance(35);
        boolean ended = joined.isBefore(today.minusDays(200)) && chance(60);
        boolean covered = status.equals("ACTIVE") ? chance(95) : chance(40);
        boolean checked = wanted.stream().anyMatch(Kind::checkRequired) && chance(75);
        number++;
        return new InventedVolunteer(new UUID(random.nextLong(), random.nextLong()), given, family, email(given, family), phone(),
                today.getYear() - age, chance(97) ? (woman ? "F" : "M") : chance(50) ? "O" : null, tongue.equals("sv") ? "sv" : writtenIn(tongue),
                district.code(), district.x() + around(), district.y() + around(), status, joined,
                chance(50) ? ORGANISATIONS.get(random.nextInt(ORGANISATIONS.size())) : null,
                covered ? today.plusDays(20 + random.nextInt(700)) : chance(50) ? today.minusDays(1 + random.nextInt(300)) : null,
                covered ? today.plusDays(20 + random.nextInt(360)) : null, checked ? today.plusDays(random.nextInt(180)) : null,
                capacity, begun ? 1 + random.nextInt(capacity) : 0, distance(old), chance(old ? 22 : 30), chance(old ? 25 : 70), chance(78), chance(35),
                chance(92) ? slots(old) : null, ended ? today.minusDays(1 + random.nextInt(700)) : null,
                languages(tongue, age), codes(wanted), interests(), trainings(wanted, joined));
    }

    private int age() {
        var band = AGES.from(random);
        return band[0] + random.nextInt(band[1] - band[0] + 1);
    }

    /** Whose mother tongue is another is written to in Finnish, or in English when that is easier. */
    private String writtenIn(String tongue) {
        return tongue.equals("fi") || tongue.equals("et") || !chance(tongue.equals("en") ? 90 : 45) ? "fi" : "en";
    }

    private Map<String, String> languages(String tongue, int age) {
        var spoken = new TreeMap<String, String>();
        spoken.put(tongue, "C2");
        boolean young = age < 50;
        if (tongue.equals("fi")) {
            spoken(spoken, "en", young ? 96 : 70, young ? Draw.of("B2", 4, "C1", 5, "C2", 1) : Draw.of("A2", 4, "B1", 4, "B2", 3, "C1", 1));
            spoken(spoken, "sv", 62, Draw.of("A2", 5, "B1", 4, "B2", 2, "C1", 1));
            spoken(spoken, "ru", 4, Draw.of("A1", 3, "A2", 2, "B1", 2, "C1", 1));
            spoken(spoken, "de", 14, Draw.of("A2", 4, "B1", 3, "B2", 1));
        } else {
            spoken(spoken, "fi", 93, tongue.equals("sv") || tongue.equals("et") ? Draw.of("B2", 2, "C1", 5, "C2", 4)
                    : Draw.of("A2", 3, "B1", 5, "B2", 4, "C1", 2));
            spoken(spoken, "en", young ? 85 : 45, Draw.of("A2", 2, "B1", 3, "B2", 3, "C1", 2));
            spoken(spoken, "sv", 6, Draw.of("A2", 2, "B1", 1));
        }
        if (tongue.equals("so") || tongue.equals("ku")) {
            spoken(spoken, "ar", 30, Draw.of("B1", 2, "B2", 1));
        }
        if (tongue.equals("uk") || tongue.equals("et")) {
            spoken(spoken, "ru", tongue.equals("uk") ? 80 : 35, Draw.of("B2", 1, "C1", 2));
        }
        return spoken;
    }

    private void spoken(Map<String, String> languages, String code, int percent, Draw<String> level) {
        if (chance(percent)) {
            languages.putIfAbsent(code, level.from(random));
        }
    }

    /** Persons take up what belongs together: mostly kinds for one group of clients, now and then one more. */
    private Set<Kind> kinds() {
        var chosen = new LinkedHashSet<Kind>();
        var own = kinds.getOrDefault(TARGETS.from(random), List.of());
        for (int wanted = 2 + random.nextInt(4); wanted > 0 && !own.isEmpty(); wanted--) {
            chosen.add(own.get(random.nextInt(own.size())));
        }
        if (chance(45) || chosen.isEmpty()) {
            var any = kinds.values().stream().flatMap(List::stream).sorted(java.util.Comparator.comparing(Kind::code)).toList();
            chosen.add(any.get(random.nextInt(any.size())));
        }
        return chosen;
    }

    private Map<String, LocalDate> trainings(Set<Kind> wanted, LocalDate joined) {
        var done = new TreeMap<String, LocalDate>();
        done.put("BASICS", joined.plusDays(7));
        wanted.stream().map(Kind::training).filter(training -> training != null && chance(88))
                .forEach(training -> done.put(training, joined.plusDays(14 + random.nextInt(14))));
        return done;
    }

    private int slots(boolean old) {
        int mask = 0;
        for (int day = 0; day < 7; day++) {
            boolean weekend = day >= 5;
            mask |= chance(weekend ? 30 : old ? 50 : 12) ? 1 << day * 3 : 0;
            mask |= chance(weekend ? 38 : old ? 55 : 15) ? 1 << day * 3 + 1 : 0;
            mask |= chance(weekend ? 22 : old ? 15 : 48) ? 1 << day * 3 + 2 : 0;
        }
        return mask == 0 ? 1 << 7 : mask;
    }

    private Set<String> interests() {
        var chosen = new LinkedHashSet<String>();
        for (int wanted = random.nextInt(7); wanted > 0; wanted--) {
            chosen.add(INTERESTS.get(random.nextInt(INTERESTS.size())));
        }
        return chosen;
    }

    private int distance(boolean old) {
        return 1000 * (old ? 2 + random.nextInt(9) : 4 + random.nextInt(17));
    }

    private int around() {
        return (int) Math.round(random.nextGaussian() * 600);
    }

    private static Set<String> codes(Set<Kind> wanted) {
        return wanted.stream().map(Kind::code).collect(java.util.stream.Collectors.toCollection(java.util.TreeSet::new));
    }

    private @Nullable String email(String given, String family) {
        var plain = Normalizer.normalize(given + "." + family, Normalizer.Form.NFD).replaceAll("[^A-Za-z.-]", "").toLowerCase(Locale.ROOT);
        return chance(88) ? plain + number + "@postia.example" : null;
    }

    private String phone() {
        return "+358 000 %03d %03d".formatted(number / 1000 % 1000, number % 1000);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
