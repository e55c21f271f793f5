package org.apusilta.casefile.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.UUID;
import org.apusilta.casefile.internal.AskedTasks;
import org.apusilta.casefile.process.AdHocTaskProcess;
import org.apusilta.engine.FormFilling;
import org.apusilta.engine.Typed;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Shows in the form of an ad-hoc task what was asked, as plain text: the words themselves never were in the engine. */
@Component
class AdHocTaskForm implements FormFilling {

    private final AdHocTaskProcess process;
    private final AskedTasks asked;
    private final MessageSource texts;

    AdHocTaskForm(AdHocTaskProcess process, AskedTasks asked, MessageSource texts) {
        this.process = process;
        this.asked = asked;
        this.texts = texts;
    }

    @Override
    public String form() {
        return "casefile/do-ad-hoc-task";
    }

    @Override
    public void fill(ObjectNode form, UUID caseId, String taskId, Locale language) {
        process.instanceOf(taskId).flatMap(asked::behind).ifPresent(task -> form.get("components").forEach(component -> {
            if (component.path("id").asText().equals("whatWasAsked")) {
                var kind = "**" + texts.getMessage("casefile.adHoc." + task.kind(), null, language) + "**";
                ((ObjectNode) component).put("text", task.askedBy() == null ? kind + "\n\n" + texts.getMessage("casefile.byHand." + task.what(), null, language)
                        : kind + " (" + Typed.inForm(task.askedBy()) + ")\n\n" + Typed.inForm(task.what()));
            }
        }));
    }
}
