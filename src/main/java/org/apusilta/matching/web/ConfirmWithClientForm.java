package org.apusilta.matching.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apusilta.engine.FormFilling;
import org.apusilta.matching.internal.AskingClient;
import org.apusilta.matching.process.AskClientProcess;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Gives the coordinator the words to read out on the phone: who is proposed and why, the same that the client's own page says. */
@Component
class ConfirmWithClientForm implements FormFilling {

    private final AskingClient asking;
    private final AskClientProcess process;
    private final MessageSource texts;

    ConfirmWithClientForm(AskingClient asking, AskClientProcess process, MessageSource texts) {
        this.asking = asking;
        this.process = process;
        this.texts = texts;
    }

    @Override
    public String form() {
        return "matching/confirm-with-client";
    }

    @Override
    public void fill(ObjectNode form, UUID caseId, String taskId, Locale language) {
        var volunteer = asking.question(process.offer(taskId)).orElseThrow().volunteerId();
        var who = asking.portrait(caseId, volunteer, language);
        var script = StreamSupport.stream(form.get("components").spliterator(), false)
                .filter(component -> "script".equals(component.path("id").asText())).map(ObjectNode.class::cast).findFirst().orElseThrow();
        var interests = who.interests().isEmpty() ? texts.getMessage("matching.portrait.untold", null, language) : who.interests();
        script.put("text", texts.getMessage("matching.form.script", new Object[] {script.get("text").asText(), who.givenName(), who.age(),
            who.languages(), interests, String.join(" ", who.fits())}, language));
    }
}
