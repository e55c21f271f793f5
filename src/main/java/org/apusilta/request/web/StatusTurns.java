package org.apusilta.request.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.engine.Typed;
import org.apusilta.request.AskedBy;
import org.apusilta.request.Change;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.Reports;
import org.apusilta.request.Reports.ToldBy;
import org.apusilta.request.RequestChanges;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What who asked can tell us on the status page at any time: other wishes, or that the client has died. */
@Component
class StatusTurns {

    /** A choice with its name. */
    public record Named(String code, String name) {}

    private static final int LONGEST = 2000;

    private final HelpRequests requests;
    private final RequestChanges changes;
    private final Reports reports;
    private final Catalogue catalogue;

    StatusTurns(HelpRequests requests, RequestChanges changes, Reports reports, Catalogue catalogue) {
        this.requests = requests;
        this.changes = changes;
        this.reports = reports;
        this.catalogue = catalogue;
    }

    /** @return what became of it: DEATH, DONE, TO_COORDINATOR, CLOSED, or INCOMPLETE when something is missing */
    String take(UUID id, Map<String, String> fields) {
        var words = text(fields.get("words"));
        if ("death".equals(fields.get("what"))) {
            if (!"true".equals(fields.get("sure"))) {
                return "INCOMPLETE";
            }
            reports.clientDied(id, requests.facts(id).askedBy() == AskedBy.SELF ? ToldBy.CLIENT : ToldBy.REQUESTER, words);
            return "DEATH";
        }
        try {
            var kind = fields.getOrDefault("kind", "");
            var hours = fields.getOrDefault("hoursPerWeek", "").replace(',', '.').strip();
            var start = fields.getOrDefault("startOn", "").strip();
            return changes.wish(id, new Change(kind.isEmpty() ? null : List.of(kind), times(fields), some(ticked(fields, "language_").stream().sorted(Comparator.comparing(Change.SPOKEN::indexOf)).toList()), hours.isEmpty() ? null : Double.valueOf(hours), null,
                    start.isEmpty() ? null : LocalDate.parse(start), words)).name();
        } catch (IllegalArgumentException | DateTimeParseException refused) {
            return "INCOMPLETE";
        }
    }

    /** Any time will do is an answer, too; with some ticked besides it nobody can know which is meant. */
    private static @Nullable List<String> times(Map<String, String> fields) {
        var ticked = ticked(fields, "time_");
        if (!fields.containsKey("anyTime")) {
            return some(ticked);
        }
        if (!ticked.isEmpty()) {
            throw new IllegalArgumentException("some and any");
        }
        return List.of();
    }

    private static List<String> ticked(Map<String, String> fields, String prefix) {
        return fields.keySet().stream().filter(field -> field.startsWith(prefix)).map(field -> field.substring(prefix.length())).sorted().toList();
    }

    private static @Nullable List<String> some(List<String> ticked) {
        return ticked.isEmpty() ? null : ticked;
    }

    /** @return whether these fields are for us to take */
    static boolean tells(Map<String, String> fields) {
        return "death".equals(fields.get("what")) || "change".equals(fields.get("what"));
    }

    /** @return what to show in the form again: what was typed, when something in it was wrong */
    static Map<String, String> again(String told, Map<String, String> fields) {
        return told.equals("INCOMPLETE") ? fields : Map.of();
    }

    /** @return what the form lets one choose: kinds of help and languages, named in the reader's */
    Map<String, Object> choices(Locale language) {
        return Map.of("kinds", catalogue.kinds().stream().map(kind -> new Named(kind.code(), kind.name().in(language))).toList(), "languages", Choice.languages(language));
    }

    private static @Nullable String text(@Nullable String typed) {
        var clean = Typed.clean(typed == null ? "" : typed, true);
        return clean.isEmpty() ? null : clean.substring(0, Math.min(clean.length(), LONGEST));
    }
}
