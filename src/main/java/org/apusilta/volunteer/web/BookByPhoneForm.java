package org.apusilta.volunteer.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apusilta.engine.FormFilling;
import org.apusilta.volunteer.internal.ApplicationWords;
import org.apusilta.volunteer.internal.Onboarding;
import org.apusilta.volunteer.internal.Talks;
import org.springframework.stereotype.Component;

/** Puts the free times into the form, so that a coordinator books one while on the phone. */
@Component
class BookByPhoneForm implements FormFilling {

    private final Onboarding onboarding;
    private final Talks talks;
    private final ApplicationWords words;

    BookByPhoneForm(Onboarding onboarding, Talks talks, ApplicationWords words) {
        this.onboarding = onboarding;
        this.talks = talks;
        this.words = words;
    }

    @Override
    public String form() {
        return "volunteer/book-by-phone";
    }

    @Override
    public void fill(ObjectNode form, UUID caseId, String taskId, Locale language) {
        var choice = StreamSupport.stream(form.get("components").spliterator(), false).filter(one -> "chosenSlotId".equals(one.path("id").asText()))
                .map(ObjectNode.class::cast).findFirst().orElseThrow();
        talks.free(onboarding.of(caseId).major()).forEach(slot -> ((ArrayNode) choice.get("values")).addObject()
                .put("label", words.when(slot, language) + ", " + words.where(slot, language)).put("value", slot.id().toString()));
    }
}
