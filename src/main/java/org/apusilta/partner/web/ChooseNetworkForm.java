package org.apusilta.partner.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apusilta.engine.FormFilling;
import org.apusilta.partner.internal.AskingNetwork;
import org.apusilta.partner.internal.HandOffWords;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts the networks into the form, each with how many would be asked, and what they would read. */
@Component
class ChooseNetworkForm implements FormFilling {

    private final AskingNetwork asking;
    private final HandOffWords words;
    private final Sayings sayings;
    private final MessageSource texts;

    ChooseNetworkForm(AskingNetwork asking, HandOffWords words, Sayings sayings, MessageSource texts) {
        this.asking = asking;
        this.words = words;
        this.sayings = sayings;
        this.texts = texts;
    }

    @Override
    public String form() {
        return "partner/choose-network";
    }

    @Override
    public void fill(ObjectNode form, UUID caseId, String taskId, Locale language) {
        var choices = (ArrayNode) component(form, "chosenNetworkId").get("values");
        asking.networks().forEach(one -> choices.addObject()
                .put("label", texts.getMessage("partner.form.network", new Object[] {one.name(), one.members()}, language)).put("value", one.id().toString()));
        var told = words.anonymous(caseId, language);
        var seen = component(form, "whatTheySee");
        seen.put("text", texts.getMessage("partner.form.networkSees", new Object[] {seen.get("text").asText(), told.task(), told.area(), sayings.times(told, language),
            told.languages(), sayings.often(told, language)}, language));
    }

    private static ObjectNode component(ObjectNode form, String id) {
        return StreamSupport.stream(form.get("components").spliterator(), false)
                .filter(one -> id.equals(one.path("id").asText())).map(ObjectNode.class::cast).findFirst().orElseThrow();
    }
}
