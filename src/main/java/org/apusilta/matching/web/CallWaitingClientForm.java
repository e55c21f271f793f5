package org.apusilta.matching.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.UUID;
import org.apusilta.engine.FormFilling;
import org.apusilta.matching.internal.WaitingCare;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Gives the coordinator the estimate to say on the phone, and what can be offered meanwhile. */
@Component
class CallWaitingClientForm implements FormFilling {

    private final WaitingCare care;
    private final MessageSource texts;

    CallWaitingClientForm(WaitingCare care, MessageSource texts) {
        this.care = care;
        this.texts = texts;
    }

    @Override
    public String form() {
        return "matching/call-waiting-client";
    }

    @Override
    public void fill(ObjectNode form, UUID caseId, String taskId, Locale language) {
        var script = Components.text(form, "script");
        script.put("text", texts.getMessage("matching.form.waiting", new Object[] {script.get("text").asText(), care.estimate(caseId, language)}, language));
        var choices = (ArrayNode) Components.field(form, "interimChoice").get("values");
        care.interim(caseId, language).forEach(one -> choices.addObject().put("label", one.name()).put("value", one.id().toString()));
    }
}
