package org.apusilta.matching.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apusilta.engine.FormFilling;
import org.apusilta.matching.Matching;
import org.apusilta.matching.Matching.Candidate;
import org.apusilta.matching.Matching.Reason;
import org.apusilta.matching.internal.Brokering;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Puts the candidates into the form as options, each with its total, what speaks for it most and what one has to know before asking.
 * Whoever does not take the first says why; a form of a release that asked for it freely goes on doing so.
 */
@Component
class ChooseVolunteerForm implements FormFilling {

    /** What tells candidates apart in one line; the whole list of reasons is in the Case tab. */
    private static final int SHOWN = 3;
    private static final Set<String> SAME_FOR_ALL = Set.of("waiting");

    private final Matching matching;
    private final MessageSource messages;

    ChooseVolunteerForm(Matching matching, MessageSource messages) {
        this.matching = matching;
        this.messages = messages;
    }

    @Override
    public String form() {
        return "matching/choose-volunteer";
    }

    @Override
    public void fill(ObjectNode form, UUID caseId, String taskId, Locale language) {
        var candidates = matching.candidates(caseId, Brokering.SHORT_LIST, language);
        var values = (ArrayNode) Components.field(form, "chosenVolunteerId").get("values");
        int place = 0;
        for (var candidate : candidates) {
            values.insertObject(place++).put("label", label(candidate, language)).put("value", candidate.volunteerId().toString());
        }
        var reason = Components.field(form, "words_reason");
        if (reason.path("validate").path("required").asBoolean()) {
            var first = values.get(0).get("value").asText();
            ((ObjectNode) reason.get("conditional")).put("hide", "=chosenVolunteerId = null or chosenVolunteerId = \"" + first + "\"");
        }
    }

    private String label(Candidate candidate, Locale language) {
        var best = candidate.reasons().stream().filter(reason -> !SAME_FOR_ALL.contains(reason.code()) && reason.points() > 0 && !reason.heed())
                .sorted(Comparator.comparingInt(Reason::points).reversed()).limit(SHOWN);
        var warnings = candidate.reasons().stream().filter(reason -> reason.heed());
        var why = Stream.concat(best, warnings).map(Reason::sentence).collect(Collectors.joining(" "));
        return messages.getMessage("matching.form.candidate", new Object[] {candidate.name(), Math.round(candidate.score() / 1000.0), why}, language);
    }
}
