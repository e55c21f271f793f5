package org.apusilta.relationship.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apusilta.relationship.Supports.Drift;
import org.apusilta.relationship.internal.Drifts;
import org.apusilta.relationship.internal.Drifts.Outside;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Did you do something that was not agreed? Check marks for the border's pieces, and words for anything else. */
@Component
class OutsideForm {

    private static final String MARK = "outside_";

    /** One check mark. Public, as the template reads it. */
    public record Piece(String code, String name) {}

    private final Drifts drifts;

    OutsideForm(Drifts drifts) {
        this.drifts = drifts;
    }

    static Outside of(Map<String, String> fields) {
        var codes = fields.entrySet().stream().filter(field -> field.getKey().startsWith(MARK) && "yes".equals(field.getValue()))
                .map(field -> field.getKey().substring(MARK.length())).collect(Collectors.toSet());
        return new Outside(codes, TellUsForm.text(fields.get("outsideWords")));
    }

    /** @param visit whose earlier marks are told again instead of asked; null for a new one @param given what was typed before */
    Map<String, Object> model(UUID caseId, @Nullable UUID visit, Locale language, Map<String, String> given) {
        var told = visit == null ? List.<Drift>of() : drifts.of(caseId).stream().filter(drift -> drift.marked() && drift.visitId().equals(visit)).toList();
        var codes = told.stream().map(Drift::code).collect(Collectors.toSet());
        var model = new HashMap<String, Object>();
        model.put("outsideTold", told.stream().map(drift -> drift.words() != null ? drift.words() : drifts.name(drift.code(), language)).toList());
        model.put("pieces", drifts.askedAbout(caseId).stream().filter(rule -> !codes.contains(rule.code())).map(rule -> new Piece(rule.code(), rule.name().in(language))).toList());
        model.put("outsideOpen", given.keySet().stream().anyMatch(field -> field.startsWith("outside") && !given.get(field).isBlank()));
        return model;
    }
}
