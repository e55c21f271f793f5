package org.apusilta.matching.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.UUID;
import org.apusilta.engine.FormFilling;
import org.apusilta.matching.Matching;
import org.apusilta.matching.internal.Brokering;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says beside each condition how many more would be found without it. What is relaxed already is ticked. */
@Component
class WidenSearchForm implements FormFilling {

    private final Matching matching;
    private final Brokering brokering;
    private final MessageSource messages;

    WidenSearchForm(Matching matching, Brokering brokering, MessageSource messages) {
        this.matching = matching;
        this.brokering = brokering;
        this.messages = messages;
    }

    @Override
    public String form() {
        return "matching/widen-search";
    }

    @Override
    public void fill(ObjectNode form, UUID caseId, String taskId, Locale language) {
        var relaxed = brokering.relaxed(caseId);
        for (var relaxation : matching.relaxations(caseId)) {
            var constraint = relaxation.constraint();
            var box = Components.field(form, "relax" + constraint.charAt(0) + constraint.substring(1).toLowerCase(Locale.ROOT));
            var key = relaxation.found() == 0 ? "matching.form.found.none" : "matching.form.found";
            box.put("label", messages.getMessage(key, new Object[] {box.get("label").asText(), relaxation.found()}, language));
            if (Boolean.TRUE.equals(now(relaxed, constraint))) {
                box.put("defaultValue", true);
            }
        }
    }

    private static @Nullable Boolean now(Brokering.Relax relaxed, String constraint) {
        return switch (constraint) {
            case "DISTANCE" -> relaxed.distance();
            case "TIMES" -> relaxed.times();
            case "LANGUAGE" -> relaxed.language();
            default -> relaxed.gender();
        };
    }
}
