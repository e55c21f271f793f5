package org.apusilta.partner.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apusilta.engine.FormFilling;
import org.apusilta.partner.NetworkAsks;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** After a network was asked: says in the form that widens the search who answered what. */
@Component
class NetworkAnswersForm implements FormFilling {

    private final NetworkAsks asks;
    private final MessageSource texts;

    NetworkAnswersForm(NetworkAsks asks, MessageSource texts) {
        this.asks = asks;
        this.texts = texts;
    }

    @Override
    public String form() {
        return "matching/widen-search";
    }

    @Override
    public void fill(ObjectNode form, UUID caseId, String taskId, Locale language) {
        asks.of(caseId).stream().reduce((earlier, later) -> later).ifPresent(last -> ((ArrayNode) form.get("components")).insertObject(1)
                .put("type", "text").put("id", "networkAnswers")
                .put("text", texts.getMessage("partner.form.networkAnswers", new Object[] {last.network(), who(last.members(), true, language),
                    who(last.members(), false, language), who(last.members(), null, language)}, language)));
    }

    private String who(List<NetworkAsks.Member> members, @org.jspecify.annotations.Nullable Boolean said, Locale language) {
        var names = members.stream().filter(one -> java.util.Objects.equals(one.yes(), said)).map(NetworkAsks.Member::partner).collect(Collectors.joining(", "));
        return names.isEmpty() ? texts.getMessage("partner.form.nobody", null, language) : names;
    }
}
