package org.apusilta.volunteer.internal;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.catalogue.District;
import org.apusilta.volunteer.NewApplication;
import org.apusilta.volunteer.WaitingForHelp;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether we take volunteers now, for each kind of help, part of the city and language: as many wait and as few are free (DMN
 * {@code recruitmentNeed}), unless a lead says otherwise. Public for {@code volunteer.web} only.
 */
@Service
@Transactional(readOnly = true)
public class Recruitment {

    /** Everywhere, in a lead's word. */
    public static final String WHOLE_CITY = "0";

    /** The language most clients speak: when it is wanted, everybody is. */
    private static final String COMMON = "fi";

    /** Who would come as far comes to every part of the city. */
    private static final int WHOLE_CITY_METRES = 20_000;

    /**
     * One kind in one part of the city.
     *
     * @param open whether somebody can apply at all
     * @param languages when only speakers of these are wanted; empty when everybody is
     * @param said whether a lead said so
     */
    public record Opening(String kind, String major, boolean open, Set<String> languages, boolean said) {

        boolean fits(Set<String> spoken) {
            return open && (languages.isEmpty() || languages.stream().anyMatch(spoken::contains));
        }
    }

    /** What a lead said. @param major {@link #WHOLE_CITY} for all of it @param until last day, null until taken back */
    public record Said(String kind, String major, boolean open, @Nullable LocalDate until, String saidBy) {}

    private record Place(String kind, String major) {}

    private final Catalogue catalogue;
    private final ObjectProvider<WaitingForHelp> waiting;
    private final RecruitmentRule rule;
    private final JdbcClient jdbc;
    private final Clock clock;

    Recruitment(Catalogue catalogue, ObjectProvider<WaitingForHelp> waiting, RecruitmentRule rule, JdbcClient jdbc, Clock clock) {
        this.catalogue = catalogue;
        this.waiting = waiting;
        this.rule = rule;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return every kind on offer with every part of the city, in the catalogue's order */
    public List<Opening> openings() {
        var waits = new HashMap<Place, Map<String, Integer>>();
        waiting.orderedStream().flatMap(one -> one.waiting().stream())
                .forEach(one -> waits.computeIfAbsent(new Place(one.kind(), one.major()), place -> new TreeMap<>()).merge(one.language(), one.people(), Integer::sum));
        var free = free();
        var said = new HashMap<Place, Said>();
        said().forEach(one -> said.put(new Place(one.kind(), one.major()), one));
        var majors = catalogue.districts().stream().map(District::majorCode).distinct().sorted().toList();
        var openings = new ArrayList<Opening>();
        for (var kind : catalogue.kinds()) {
            for (var major : majors) {
                var place = new Place(kind.code(), major);
                var lead = said.getOrDefault(place, said.get(new Place(kind.code(), WHOLE_CITY)));
                openings.add(lead != null ? new Opening(kind.code(), major, lead.open(), Set.of(), true)
                        : byNumbers(place, waits.getOrDefault(place, Map.of()), free.getOrDefault(place, Map.of())));
            }
        }
        return openings;
    }

    private Opening byNumbers(Place place, Map<String, Integer> waits, Map<String, Integer> free) {
        if (rule.open(waits.getOrDefault(COMMON, 0), free.getOrDefault(COMMON, 0))) {
            return new Opening(place.kind(), place.major(), true, Set.of(), false);
        }
        var wanted = new TreeSet<String>();
        waits.forEach((language, people) -> {
            if (rule.open(people, free.getOrDefault(language, 0))) {
                wanted.add(language);
            }
        });
        return new Opening(place.kind(), place.major(), !wanted.isEmpty(), wanted, false);
    }

    private Map<Place, Map<String, Integer>> free() {
        var free = new HashMap<Place, Map<String, Integer>>();
        jdbc.sql("""
                SELECT k.kind_code, d.major_code, l.code, count(*) AS people
                FROM apusilta.volunteer v JOIN apusilta.volunteer_kind k ON k.volunteer_id = v.id JOIN apusilta.district d ON d.code = v.district
                JOIN apusilta.volunteer_language l ON l.volunteer_id = v.id AND l.level >= 'B1'
                WHERE v.status = 'ACTIVE' AND v.load < v.capacity AND (v.resting_until IS NULL OR v.resting_until < ?) GROUP BY 1, 2, 3""").param(Date.valueOf(today()))
                .query(row -> {
                    free.computeIfAbsent(new Place(row.getString(1), row.getString(2)), place -> new HashMap<>()).put(row.getString(3), row.getInt(4));
                });
        return free;
    }

    /** @return whether somebody like this is wanted for at least one of their wishes, where they would come; a group always is */
    public boolean wants(NewApplication application) {
        if (application.group() != null) {
            return true;
        }
        var home = catalogue.district(application.district()).map(District::majorCode).orElseThrow();
        return openings().stream().filter(one -> application.kinds().contains(one.kind()))
                .filter(one -> application.reachMetres() >= WHOLE_CITY_METRES || one.major().equals(home))
                .anyMatch(one -> one.fits(application.languages().keySet()));
    }

    /** @return what leads have said and still holds */
    public List<Said> said() {
        return jdbc.sql("""
                SELECT o.kind, o.major, o.open, o.until, o.said_by FROM apusilta.recruitment_override o JOIN apusilta.kind k ON k.code = o.kind
                WHERE o.until IS NULL OR o.until >= ? ORDER BY k.position, o.major""").param(Date.valueOf(today())).query(Said.class).list();
    }

    /** A lead says otherwise than the numbers. @param until last day, null until taken back */
    @Transactional
    public void say(String kind, String major, boolean open, @Nullable LocalDate until, String by) {
        jdbc.sql("""
                INSERT INTO apusilta.recruitment_override (kind, major, open, until, said_by, said_at) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (kind, major) DO UPDATE SET open = excluded.open, until = excluded.until, said_by = excluded.said_by, said_at = excluded.said_at""")
                .params(kind, major, open, until == null ? null : Date.valueOf(until), by, Timestamp.from(clock.instant())).update();
    }

    /** The numbers count again. */
    @Transactional
    public void takeBack(String kind, String major) {
        jdbc.sql("DELETE FROM apusilta.recruitment_override WHERE kind = ? AND major = ?").params(kind, major).update();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ApplicationRows.HELSINKI));
    }
}
