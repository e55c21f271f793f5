package org.apusilta.volunteer.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.apusilta.engine.FormFilling;
import org.apusilta.volunteer.process.VolunteerOnboardingProcess;
import org.springframework.stereotype.Component;

/** After a criminal-record step without a permission there is nothing to write and nobody is declined with a reason: no word could keep what an extract said. */
@Component
class DecideApplicationForm implements FormFilling {

    private static final Set<String> WITH_WORDS = Set.of("words_message", "words_reason", "words_note", "whatToDo", "nextNo");
    private static final Set<String> WITHOUT_WORDS = Set.of("whatToDoNoCheck", "nextNoCheck");

    private final VolunteerOnboardingProcess process;

    DecideApplicationForm(VolunteerOnboardingProcess process) {
        this.process = process;
    }

    @Override
    public String form() {
        return "volunteer/decide-application";
    }

    @Override
    public void fill(ObjectNode form, UUID caseId, String taskId, Locale language) {
        boolean refused = process.withoutCheck(taskId);
        var drop = refused ? WITH_WORDS : WITHOUT_WORDS;
        remove(form.get("components").elements(), one -> drop.contains(one.path("id").asText()));
        if (refused) {
            form.get("components").forEach(one -> remove(one.path("values").elements(), option -> option.path("value").asText().equals("DECLINED")));
        }
    }

    private static void remove(Iterator<JsonNode> all, Predicate<JsonNode> which) {
        while (all.hasNext()) {
            if (which.test(all.next())) {
                all.remove();
            }
        }
    }
}
