package org.apusilta.volunteer.web;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apusilta.engine.Typed;
import org.apusilta.volunteer.Vocabulary;
import org.apusilta.volunteer.Volunteers;
import org.apusilta.volunteer.Volunteers.Reason;
import org.apusilta.volunteer.internal.Availability;
import org.apusilta.volunteer.internal.PlannedChanges;
import org.apusilta.volunteer.internal.VolunteerChanges;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;

/** What volunteers do on their own page, and a coordinator for them by phone: one way in for both, so that both can do the same. */
@Component
class OwnDeeds {

    static final String INCOMPLETE = "incomplete";

    private static final Set<String> DEEDS = Set.of("times", "load", "block", "unblock", "rest", "back", "wishes", "leave", "unplan");
    private static final int LONGEST = 2000;
    private static final int MOST_SUPPORTS = 10;

    private final Availability availability;
    private final Volunteers volunteers;
    private final VolunteerChanges changes;
    private final PlannedChanges plans;
    private final Clock clock;

    OwnDeeds(Availability availability, Volunteers volunteers, VolunteerChanges changes, PlannedChanges plans, Clock clock) {
        this.plans = plans;
        this.availability = availability;
        this.volunteers = volunteers;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Does one thing, in one transaction.
     *
     * @param deed as the form's address ends @param by account that hears it by phone, or {@link Volunteers#THEMSELVES}
     * @return what became of it: end of a key below {@code own.said}, which ends in {@link #INCOMPLETE} when something is missing
     */
    @Transactional
    public String take(UUID volunteerId, String deed, MultiValueMap<String, String> fields, String by) {
        if (volunteers.hasLeft(volunteerId)) {
            return "left";
        }
        var became = done(volunteerId, deed, fields, by);
        return became.equals(INCOMPLETE) && DEEDS.contains(deed) ? deed + "." + INCOMPLETE : became;
    }

    private String done(UUID volunteerId, String deed, MultiValueMap<String, String> fields, String by) {
        return switch (deed) {
            case "times" -> times(volunteerId, fields, by);
            case "load" -> load(volunteerId, fields, by);
            case "block" -> block(volunteerId, fields, by);
            case "unblock" -> unblock(volunteerId, fields);
            case "rest" -> rest(volunteerId, fields, by);
            case "back" -> volunteers.comeBack(volunteerId, by) ? "back" : "notResting";
            case "wishes" -> changes.wish(volunteerId, fields.getOrDefault("kinds", List.of()), words(fields), by) ? "wishes" : INCOMPLETE;
            case "leave" -> "yes".equals(fields.getFirst("sure")) ? leave(volunteerId, fields, by) : INCOMPLETE;
            case "unplan" -> plans.cancel(volunteerId, by) ? "unplan" : "notPlanned";
            default -> INCOMPLETE;
        };
    }

    private String times(UUID volunteerId, MultiValueMap<String, String> fields, String by) {
        Integer slots = switch (String.valueOf(fields.getFirst("known"))) {
            case "SOME" -> Vocabulary.slots(fields.getOrDefault("slots", List.of()));
            case "ANY" -> Vocabulary.slots(Vocabulary.SLOTS);
            case "UNKNOWN" -> null;
            default -> 0;
        };
        if (slots != null && slots == 0) {
            return INCOMPLETE;
        }
        availability.times(volunteerId, slots, by);
        return "times";
    }

    private String load(UUID volunteerId, MultiValueMap<String, String> fields, String by) {
        var capacity = number(fields.getFirst("capacity"));
        var typed = fields.getFirst("hours");
        var hours = number(typed);
        if (capacity == null || capacity.signum() <= 0 || capacity.compareTo(BigDecimal.valueOf(MOST_SUPPORTS)) > 0 || capacity.stripTrailingZeros().scale() > 0
                || typed != null && !typed.isBlank() && (hours == null || hours.compareTo(new BigDecimal("0.5")) < 0 || hours.compareTo(BigDecimal.valueOf(60)) > 0)) {
            return INCOMPLETE;
        }
        return availability.load(volunteerId, capacity.intValueExact(), hours, by) ? "load" : "tooFew";
    }

    private String block(UUID volunteerId, MultiValueMap<String, String> fields, String by) {
        var first = day(fields.getFirst("first"));
        var last = fields.getFirst("last") == null || fields.getFirst("last").isBlank() ? first : day(fields.getFirst("last"));
        return first != null && last != null && availability.block(volunteerId, first, last, by) ? "block" : INCOMPLETE;
    }

    private String unblock(UUID volunteerId, MultiValueMap<String, String> fields) {
        var block = String.valueOf(fields.getFirst("block"));
        if (!block.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            return INCOMPLETE;
        }
        availability.unblock(volunteerId, UUID.fromString(block));
        return "unblock";
    }

    private String rest(UUID volunteerId, MultiValueMap<String, String> fields, String by) {
        var until = day(fields.getFirst("until"));
        var today = today();
        if (until != null && given(fields.getFirst("from"))) {
            var from = day(fields.getFirst("from"));
            if (from == null || !from.equals(today)) {
                return from != null && from.isAfter(today) && plans.rest(volunteerId, from, until, reason(fields), words(fields), by) ? "planned.rest" : INCOMPLETE;
            }
        }
        if (until == null || until.isBefore(today) || until.isAfter(today.plusYears(1))) {
            return INCOMPLETE;
        }
        volunteers.pause(volunteerId, until, reason(fields), words(fields), by);
        return "rest";
    }

    private String leave(UUID volunteerId, MultiValueMap<String, String> fields, String by) {
        var last = day(fields.getFirst("lastDay"));
        if (given(fields.getFirst("lastDay")) && !today().equals(last)) {
            return last != null && last.isAfter(today()) && plans.leave(volunteerId, last, reason(fields), words(fields), by) ? "planned.leave" : INCOMPLETE;
        }
        return volunteers.leave(volunteerId, reason(fields), words(fields), by) ? "left" : INCOMPLETE;
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneId.of("Europe/Helsinki")));
    }

    private static boolean given(@Nullable String typed) {
        return typed != null && !typed.isBlank();
    }

    private static Reason reason(MultiValueMap<String, String> fields) {
        return Arrays.stream(Reason.values()).filter(one -> one.name().equals(fields.getFirst("reason"))).findFirst().orElse(Reason.NOT_TOLD);
    }

    private static @Nullable String words(MultiValueMap<String, String> fields) {
        var typed = fields.getFirst("words");
        var clean = Typed.clean(typed == null ? "" : typed, true);
        return clean.isEmpty() ? null : clean.substring(0, Math.min(clean.length(), LONGEST));
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeException notADay) {
            return null;
        }
    }

    /** @return the number typed, with comma or point and one decimal at most; null when it is none */
    private static @Nullable BigDecimal number(@Nullable String typed) {
        return typed != null && typed.strip().matches("\\d{1,3}([.,]\\d)?") ? new BigDecimal(typed.strip().replace(',', '.')) : null;
    }
}
