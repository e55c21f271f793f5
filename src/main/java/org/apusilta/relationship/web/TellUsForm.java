package org.apusilta.relationship.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apusilta.engine.Typed;
import org.apusilta.relationship.internal.Concern.About;
import org.apusilta.relationship.internal.Concern.By;
import org.apusilta.relationship.internal.Pauses;
import org.apusilta.relationship.internal.Pauses.Reason;
import org.apusilta.relationship.internal.Worries;
import org.apusilta.relationship.Supports;
import org.apusilta.request.Reports;
import org.apusilta.volunteer.Volunteers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What both the link's page and the coordinator's page take: a concern in words, a pause with its last day. */
@Component
class TellUsForm {

    private static final int LONGEST = 2000;

    private final Worries worries;
    private final Pauses pauses;
    private final Reports reports;
    private final Supports supports;
    private final Volunteers volunteers;

    TellUsForm(Worries worries, Pauses pauses, Reports reports, Supports supports, Volunteers volunteers) {
        this.worries = worries;
        this.pauses = pauses;
        this.reports = reports;
        this.supports = supports;
        this.volunteers = volunteers;
    }

    /** @param by who says it @param recordedBy the account that heard it, null by link @return what became of it, {@code INCOMPLETE} when something is missing */
    String take(UUID caseId, By by, @Nullable String recordedBy, LocalDate today, Map<String, String> fields) {
        return switch (fields.getOrDefault("what", "")) {
            case "concern" -> concern(caseId, by, recordedBy, fields);
            case "pause" -> pause(caseId, by, recordedBy, today, fields);
            case "resume" -> pauses.end(caseId).name();
            case "death" -> death(caseId, by, fields);
            case "rest" -> by == By.VOLUNTEER ? rest(caseId, today, fields) : "INCOMPLETE";
            case "leave" -> by == By.VOLUNTEER && "yes".equals(fields.get("sure")) ? leave(caseId) : "INCOMPLETE";
            default -> "INCOMPLETE";
        };
    }

    /** Told by link, so a person makes sure first. */
    private String death(UUID caseId, By by, Map<String, String> fields) {
        if (!"yes".equals(fields.get("sure"))) {
            return "INCOMPLETE";
        }
        reports.clientDied(caseId, by == By.VOLUNTEER ? Reports.ToldBy.VOLUNTEER : Reports.ToldBy.CLIENT, text(fields.get("words")));
        return "DEATH";
    }

    /** Everything the volunteer does rests until that day. */
    private String rest(UUID caseId, LocalDate today, Map<String, String> fields) {
        var until = day(fields.get("until"));
        if (until == null || until.isBefore(today) || until.isAfter(today.plusYears(1))) {
            return "INCOMPLETE";
        }
        return volunteers.pause(supports.of(caseId).orElseThrow().volunteerId(), until, Volunteers.THEMSELVES) ? "RESTS" : "LEFT";
    }

    private String leave(UUID caseId) {
        volunteers.leave(supports.of(caseId).orElseThrow().volunteerId(), Volunteers.THEMSELVES);
        return "LEFT";
    }

    private String concern(UUID caseId, By by, @Nullable String recordedBy, Map<String, String> fields) {
        var about = fields.getOrDefault("about", "");
        var words = text(fields.get("words"));
        if (words == null || Arrays.stream(About.values()).noneMatch(a -> a.name().equals(about))) {
            return "INCOMPLETE";
        }
        worries.tell(caseId, by, About.valueOf(about), "yes".equals(fields.get("urgent")), words, recordedBy);
        return "CONCERN";
    }

    private String pause(UUID caseId, By by, @Nullable String recordedBy, LocalDate today, Map<String, String> fields) {
        var until = day(fields.get("until"));
        var reason = fields.getOrDefault("reason", "");
        if (until == null || until.isBefore(today) || until.isAfter(today.plusYears(1)) || Arrays.stream(Reason.values()).noneMatch(r -> r.name().equals(reason))) {
            return "INCOMPLETE";
        }
        return pauses.pause(caseId, by, Reason.valueOf(reason), until, recordedBy).name();
    }

    /** @return what the fragments show: the pause that runs, and what was typed before */
    Map<String, Object> model(UUID caseId, Map<String, String> given) {
        var model = new HashMap<String, Object>();
        model.put("given", given);
        model.put("abouts", About.values());
        model.put("reasons", Reason.values());
        pauses.running(caseId).ifPresent(pause -> model.put("pausedUntil", pause.pausedUntil()));
        return model;
    }

    /** @return the words without strange characters, null when none are left */
    static @Nullable String text(@Nullable String typed) {
        var clean = Typed.clean(typed == null ? "" : typed, true);
        return clean.isEmpty() ? null : clean.substring(0, Math.min(clean.length(), LONGEST));
    }

    /** @return the day typed, null when it is none */
    static @Nullable LocalDate day(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (java.time.format.DateTimeParseException notADay) {
            return null;
        }
    }
}
