package org.apusilta.relationship.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apusilta.agreement.AgreementChanges;
import org.apusilta.agreement.AgreementReviews;
import org.apusilta.engine.FormFilling;
import org.apusilta.engine.Typed;
import org.apusilta.relationship.internal.Drifts;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in the follow-up when the agreement is to be gone through with both, and what was done on visits that it does not speak of (R15). */
@Component
class FollowUpForm implements FormFilling {

    private final AgreementReviews reviews;
    private final AgreementChanges changes;
    private final Drifts drifts;
    private final MessageSource texts;

    FollowUpForm(AgreementReviews reviews, AgreementChanges changes, Drifts drifts, MessageSource texts) {
        this.reviews = reviews;
        this.changes = changes;
        this.drifts = drifts;
        this.texts = texts;
    }

    @Override
    public String form() {
        return "relationship/follow-up";
    }

    @Override
    public void fill(ObjectNode form, UUID caseId, String taskId, Locale language) {
        reviews.next(caseId).ifPresent(review -> {
            var day = DateTimeFormatter.ofPattern(texts.getMessage("relationship.date", null, language)).format(review.dueOn());
            var key = reviews.due(caseId) ? "relationship.review.due" : "relationship.review.later";
            ((ArrayNode) form.get("components")).insertObject(1).put("type", "text").put("id", "agreementReview")
                    .put("text", texts.getMessage(key, new Object[] {day}, language));
        });
        if (changes.possible(caseId)) {
            ((ArrayNode) form.get("components")).insertObject(1).put("type", "text").put("id", "changeAgreement")
                    .put("text", texts.getMessage("relationship.change", new Object[] {"/cases/" + caseId + "#agreement"}, language));
        }
        var outside = drifts.of(caseId).stream().map(drift -> Typed.inForm(drifts.name(drift.code(), language)) + " ("
                + texts.getMessage(drift.outcome() == null ? "relationship.drift.waits" : "relationship.drift.was." + drift.outcome(), null, language) + ")")
                .distinct().collect(Collectors.joining(", "));
        if (!outside.isEmpty()) {
            ((ArrayNode) form.get("components")).insertObject(1).put("type", "text").put("id", "notAgreed")
                    .put("text", texts.getMessage("relationship.drift.inFollowUp", new Object[] {outside}, language));
        }
    }
}
