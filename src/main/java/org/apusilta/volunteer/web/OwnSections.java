package org.apusilta.volunteer.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.catalogue.District;
import org.apusilta.volunteer.AccessLog;
import org.apusilta.volunteer.OwnPageSection;
import org.apusilta.volunteer.Vocabulary;
import org.apusilta.volunteer.Volunteers;
import org.apusilta.volunteer.Volunteers.Reason;
import org.apusilta.volunteer.internal.Availability;
import org.apusilta.volunteer.internal.PlannedChanges;
import org.apusilta.volunteer.internal.VolunteerChanges;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The parts of the own page that the register itself knows. */
@Configuration(proxyBeanMethods = false)
class OwnSections {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
    private static final int LOOKS = 50;
    private static final List<String> DAYS = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");
    private static final List<String> PARTS = List.of("AM", "PM", "EVE");

    /** A kind of help to choose. */
    public record KindChoice(String code, String name, boolean chosen) {}

    /** A line of the log of looks. @param unit where somebody works, empty for those who look after the whole city */
    public record LookLine(java.time.LocalDateTime at, String role, String unit, String what) {}

    private record Section(int order, String view, boolean afterLeaving, BiFunction<UUID, Locale, Map<String, Object>> content) implements OwnPageSection {

        @Override
        public Map<String, Object> model(UUID volunteerId, Locale language) {
            return content.apply(volunteerId, language);
        }
    }

    @Bean
    OwnPageSection ownTasksSection(OwnTaskPages tasks) {
        return new Section(100, "tasks", false, (id, language) -> Map.of("tasks", tasks.of(id, language)));
    }

    @Bean
    OwnPageSection ownTimesSection(Availability availability, Clock clock) {
        return new Section(200, "times", false, (id, language) -> {
            var known = availability.of(id);
            var slots = known.slots() == null ? List.<String>of() : Vocabulary.slots(known.slots());
            var model = new HashMap<String, Object>(Map.of("known", known, "days", DAYS, "dayParts", PARTS, "slots", slots, "blocks", availability.blocks(id), "today", today(clock)));
            model.put("state", known.slots() == null ? "UNKNOWN" : slots.size() == Vocabulary.SLOTS.size() ? "ANY" : "SOME");
            model.put("toldOn", known.toldAt() == null ? "" : LocalDate.ofInstant(known.toldAt(), HELSINKI));
            model.put("byPhone", known.toldBy() != null && !known.toldBy().equals(Volunteers.THEMSELVES));
            return model;
        });
    }

    @Bean
    OwnPageSection ownWishesSection(VolunteerChanges changes, Catalogue catalogue) {
        return new Section(250, "wishes", false, (id, language) -> {
            var chosen = Set.copyOf(changes.kindsOf(id));
            var open = changes.of(id).stream().filter(change -> change.what() == VolunteerChanges.What.WISHES && change.outcome() == null).findFirst();
            return Map.of("kinds", catalogue.kinds().stream().map(kind -> new KindChoice(kind.code(), kind.name().in(language), chosen.contains(kind.code()))).toList(),
                    "waits", open.isPresent());
        });
    }

    @Bean
    OwnPageSection ownRestSection(Volunteers volunteers, VolunteerChanges changes, PlannedChanges plans, Clock clock) {
        return new Section(300, "rest", false, (id, language) -> {
            var model = new HashMap<String, Object>(Map.of("reasons", Reason.values(), "today", today(clock), "furthest", today(clock).plusYears(1), "until", "", "quiet", false));
            model.put("plan", plans.of(id).filter(plan -> plan.what() == PlannedChanges.What.PAUSES).map(Object.class::cast).orElse(""));
            volunteers.restingUntil(id).ifPresent(until -> {
                model.put("until", until);
                model.put("quiet", changes.quietUntil(id).filter(until::equals).isPresent());
            });
            return model;
        });
    }

    @Bean
    OwnPageSection ownLooksSection(AccessLog log, Catalogue catalogue) {
        return new Section(700, "looks", true, (id, language) -> Map.of("looks", log.of(id, LOOKS).stream().map(look -> new LookLine(
                look.at().atZone(HELSINKI).toLocalDateTime(), look.role(), unit(look.districts(), catalogue, language), look.what().name())).toList(), "most", LOOKS));
    }

    private static String unit(Set<String> majors, Catalogue catalogue, Locale language) {
        return catalogue.districts().stream().filter(district -> majors.contains(district.majorCode())).map(District::majorName).map(name -> name.in(language))
                .distinct().collect(Collectors.joining(", "));
    }

    @Bean
    OwnPageSection ownLeaveSection(JdbcClient jdbc, PlannedChanges plans, Clock clock) {
        return new Section(900, "leave", true, (id, language) -> {
            var model = new HashMap<String, Object>(Map.of("reasons", Reason.values(), "left", false, "leftOn", "", "eraseOn", "", "today", today(clock), "furthest", today(clock).plusYears(1)));
            model.put("plan", plans.of(id).filter(plan -> plan.what() == PlannedChanges.What.LEAVES).map(Object.class::cast).orElse(""));
            jdbc.sql("SELECT left_on, erase_on FROM apusilta.volunteer WHERE id = ? AND status = 'LEFT'").param(id).query().listOfRows().forEach(row -> {
                model.put("left", true);
                model.put("leftOn", row.get("left_on") == null ? "" : ((java.sql.Date) row.get("left_on")).toLocalDate());
                model.put("eraseOn", row.get("erase_on") == null ? "" : ((java.sql.Date) row.get("erase_on")).toLocalDate());
            });
            return model;
        });
    }

    private static LocalDate today(Clock clock) {
        return LocalDate.now(clock.withZone(HELSINKI));
    }
}
