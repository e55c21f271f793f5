package org.apusilta.agreement.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apusilta.agreement.Agreements;
import org.apusilta.engine.FormFilling;
import org.springframework.stereotype.Component;

/** Puts the drafted parts into their fields, so that the coordinator changes words instead of writing them anew. */
@Component
class FinaliseAgreementForm implements FormFilling {

    private final Agreements agreements;

    FinaliseAgreementForm(Agreements agreements) {
        this.agreements = agreements;
    }

    @Override
    public String form() {
        return "agreement/finalise-agreement";
    }

    @Override
    public void fill(ObjectNode form, UUID caseId, String taskId, Locale language) {
        agreements.of(caseId).stream().reduce((earlier, later) -> later).ifPresent(draft -> {
            var parts = Map.of("words_task", draft.task(), "words_help", draft.help(), "words_excluded", draft.excluded());
            form.get("components").forEach(field -> {
                var part = parts.get(field.path("key").asText());
                if (part != null) {
                    ((ObjectNode) field).put("defaultValue", part);
                }
            });
        });
    }
}
