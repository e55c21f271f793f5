package org.apusilta.relationship.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.apusilta.agreement.AgreementChanges;
import org.apusilta.engine.FormFilling;
import org.apusilta.engine.Typed;
import org.apusilta.relationship.Supports.Drift;
import org.apusilta.relationship.internal.Drifts;
import org.apusilta.relationship.process.ScopeDriftProcess;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says what came up in which visit and what the border's rule thinks of it. While a new version is being made no other is offered. */
@Component
class DecideScopeDriftForm implements FormFilling {

    private final ScopeDriftProcess process;
    private final Drifts drifts;
    private final AgreementChanges changes;
    private final MessageSource texts;

    DecideScopeDriftForm(ScopeDriftProcess process, Drifts drifts, AgreementChanges changes, MessageSource texts) {
        this.process = process;
        this.drifts = drifts;
        this.changes = changes;
        this.texts = texts;
    }

    @Override
    public String form() {
        return "relationship/decide-scope-drift";
    }

    @Override
    public void fill(ObjectNode form, UUID caseId, String taskId, Locale language) {
        var components = (ArrayNode) form.get("components");
        var drift = process.instanceOf(taskId).flatMap(drifts::behind);
        drift.ifPresent(one -> components.insertObject(0).put("type", "text").put("id", "whatCameUp").put("text", about(one, language)));
        components.forEach(component -> {
            if (component.path("key").asText().equals("words_advice") && drift.filter(one -> drifts.advice(one.code(), language).isEmpty()).isPresent()) {
                ((ObjectNode) component).putObject("validate").put("required", true).put("maxLength", 2000);
            }
            if (component.path("key").asText().equals("driftOutcome") && !changes.possible(caseId)) {
                var values = (ArrayNode) component.get("values");
                for (int i = values.size() - 1; i >= 0; i--) {
                    if (values.get(i).path("value").asText().equals("BELONGS")) {
                        values.remove(i);
                    }
                }
            }
        });
        if (!changes.possible(caseId)) {
            components.insertObject(1).put("type", "text").put("id", "beingMade").put("text", say("making", language));
        }
    }

    private String about(Drift drift, Locale language) {
        var day = DateTimeFormatter.ofPattern(say("date", language)).format(drift.visitOn());
        var name = Typed.inForm(drifts.name(drift.code(), language));
        var told = say(drift.marked() ? "drift.marked" : "drift.spotted", language, day, name) + (drift.words() == null ? "" : "\n\n> " + Typed.inForm(drift.words()));
        return told + "\n\n" + say("drift.proposed." + drift.proposed(), language)
                + drifts.advice(drift.code(), language).map(advice -> " " + say("drift.advice", language, Typed.inForm(advice))).orElse("");
    }

    private String say(String key, Locale language, Object... with) {
        return texts.getMessage("relationship." + key, with.length == 0 ? null : with, language);
    }
}
