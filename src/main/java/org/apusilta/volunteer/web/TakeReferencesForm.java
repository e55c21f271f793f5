package org.apusilta.volunteer.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apusilta.engine.FormFilling;
import org.apusilta.engine.Typed;
import org.apusilta.engine.Words;
import org.springframework.stereotype.Component;

/** Shows whom the applicant named in the talk, to be called. */
@Component
class TakeReferencesForm implements FormFilling {

    private final Words words;

    TakeReferencesForm(Words words) {
        this.words = words;
    }

    @Override
    public String form() {
        return "volunteer/take-references";
    }

    @Override
    public void fill(ObjectNode form, UUID caseId, String taskId, Locale language) {
        words.latest(caseId, "holdInterview", "referees").ifPresent(named -> StreamSupport.stream(form.get("components").spliterator(), false)
                .filter(one -> "referees".equals(one.path("id").asText())).map(ObjectNode.class::cast).forEach(shown -> shown.put("text", Typed.inForm(named))));
    }
}
