package org.apusilta.relationship.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.apusilta.agreement.AgreementReviews;
import org.apusilta.engine.FormFilling;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in the follow-up when the agreement is to be gone through with both, and that it is time when it is (R15). */
@Component
class FollowUpForm implements FormFilling {

    private final AgreementReviews reviews;
    private final MessageSource texts;

    FollowUpForm(AgreementReviews reviews, MessageSource texts) {
        this.reviews = reviews;
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
    }
}
