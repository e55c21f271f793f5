package org.apusilta.matching.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.UUID;
import org.apusilta.engine.FormFilling;
import org.apusilta.matching.internal.WaitingCare;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says what the client would like until a volunteer is found. */
@Component
class ArrangeInterimForm implements FormFilling {

    private final WaitingCare care;
    private final MessageSource texts;

    ArrangeInterimForm(WaitingCare care, MessageSource texts) {
        this.care = care;
        this.texts = texts;
    }

    @Override
    public String form() {
        return "matching/arrange-interim";
    }

    @Override
    public void fill(ObjectNode form, UUID caseId, String taskId, Locale language) {
        Said.into(Components.text(form, "wish"), care.lastAnswered(caseId), texts, language);
    }
}
