package org.apusilta.operations.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apusilta.engine.FormFilling;
import org.apusilta.operations.process.ToldTasks;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in the administrator's task which step of which process has failed. */
@Component
class ResolveIncidentForm implements FormFilling {

    private final ToldTasks told;
    private final MessageSource texts;

    ResolveIncidentForm(ToldTasks told, MessageSource texts) {
        this.told = told;
        this.texts = texts;
    }

    @Override
    public String form() {
        return "operations/resolve-incident";
    }

    @Override
    public void fill(ObjectNode form, UUID caseId, String taskId, Locale language) {
        var text = StreamSupport.stream(form.get("components").spliterator(), false)
                .filter(one -> "whatHappened".equals(one.path("id").asText())).map(ObjectNode.class::cast).findFirst().orElseThrow();
        var which = told.of(taskId, language)
                .map(failed -> texts.getMessage("operations.form.which", new Object[] {failed.step(), process(failed.process(), language)}, language))
                .orElseGet(() -> texts.getMessage("operations.form.over", null, language));
        text.put("text", which + "\n\n" + text.get("text").asText());
    }

    private String process(String key, Locale language) {
        return texts.getMessage("operations.process." + key, null, key, language);
    }
}
