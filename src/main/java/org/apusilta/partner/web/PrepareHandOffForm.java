package org.apusilta.partner.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apusilta.engine.FormFilling;
import org.apusilta.partner.Partners;
import org.apusilta.partner.internal.HandOffWords;
import org.apusilta.partner.internal.Proposals;
import org.apusilta.partner.process.PartnerHandoffProcess;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts the partners that could take the request into the form, best first and each with its reasons, and what they would see. */
@Component
class PrepareHandOffForm implements FormFilling {

    private final Proposals proposals;
    private final HandOffWords words;
    private final PartnerHandoffProcess process;
    private final Sayings sayings;
    private final Partners partners;
    private final MessageSource texts;

    PrepareHandOffForm(Proposals proposals, HandOffWords words, PartnerHandoffProcess process, Sayings sayings, Partners partners, MessageSource texts) {
        this.proposals = proposals;
        this.words = words;
        this.process = process;
        this.sayings = sayings;
        this.partners = partners;
        this.texts = texts;
    }

    @Override
    public String form() {
        return "partner/prepare-hand-off";
    }

    @Override
    public void fill(ObjectNode form, UUID caseId, String taskId, Locale language) {
        var routing = process.routing(taskId);
        var choice = component(form, "chosenPartnerId");
        var offered = process.offered(taskId);
        offered.flatMap(partners::find).ifPresent(one -> {
            ((ArrayNode) choice.get("values")).addObject().put("label", texts.getMessage("partner.form.offered", new Object[] {one.name()}, language))
                    .put("value", one.id().toString());
            choice.put("defaultValue", one.id().toString());
        });
        var found = proposals.of(caseId, routing.type(), routing.reach(), language).stream().filter(one -> !offered.filter(one.partner().id()::equals).isPresent()).toList();
        found.forEach(one -> ((ArrayNode) choice.get("values")).addObject()
                .put("label", texts.getMessage("partner.form.candidate", new Object[] {one.partner().name(), String.join(" ", one.reasons())}, language))
                .put("value", one.partner().id().toString()));
        if (found.isEmpty() && offered.isEmpty()) {
            say(component(form, "whatToDo"), "partner.form.none", language);
        }
        var told = words.of(caseId, language);
        say(component(form, "whatTheySee"), "partner.form.sees", language, told.task(), told.area(), sayings.times(told, language), told.languages(),
                sayings.often(told, language), sayings.day(told.since(), language));
    }

    private void say(ObjectNode text, String key, Locale language, Object... values) {
        var all = new Object[values.length + 1];
        all[0] = text.get("text").asText();
        System.arraycopy(values, 0, all, 1, values.length);
        text.put("text", texts.getMessage(key, all, language));
    }

    /** By key or, for what only shows something, by id. A test holds the drawing, the form and this together. */
    private static ObjectNode component(ObjectNode form, String id) {
        return StreamSupport.stream(form.get("components").spliterator(), false)
                .filter(one -> id.equals(one.path("id").asText())).map(ObjectNode.class::cast).findFirst().orElseThrow();
    }
}
