package org.apusilta.volunteer.web;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apusilta.engine.CaseSteps;
import org.apusilta.messaging.LinkPage;
import org.apusilta.volunteer.Application;
import org.apusilta.volunteer.Applications;
import org.apusilta.volunteer.internal.ApplicationWords;
import org.apusilta.volunteer.internal.Onboarding;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Where an applicant reads how far it is, and takes the application back. */
@Component
class OwnApplicationPage implements LinkPage {

    private static final Set<String> WAITS = Set.of("userTask", "receiveTask", "intermediateTimer", "intermediateMessageCatch");

    private final Onboarding onboarding;
    private final Applications applications;
    private final CaseSteps steps;
    private final ApplicationWords words;
    private final MessageSource texts;

    OwnApplicationPage(Onboarding onboarding, Applications applications, CaseSteps steps, ApplicationWords words, MessageSource texts) {
        this.onboarding = onboarding;
        this.applications = applications;
        this.steps = steps;
        this.words = words;
        this.texts = texts;
    }

    @Override
    public String purpose() {
        return "application";
    }

    @Override
    public Page show(Opened link) {
        return page(onboarding.of(link.subject()), link.language(), false);
    }

    @Override
    public Page answer(Opened link, Map<String, String> fields) {
        var one = onboarding.of(link.subject());
        if (!fields.getOrDefault("sure", "").equals("true")) {
            return page(one, link.language(), true);
        }
        applications.withdraw(one.id(), null);
        return new Page("application", Map.of("reference", one.reference(), "stage", texts.getMessage("onboard.stage.WITHDRAWN", null, link.language()),
                "received", words.day(one.receivedAt(), link.language()), "open", false, "unsure", false));
    }

    private Page page(Application one, Locale language, boolean unsure) {
        return new Page("application", Map.of("reference", one.reference(), "stage", stage(one, language), "received", words.day(one.receivedAt(), language),
                "open", one.outcome() == null, "unsure", unsure), false);
    }

    private String stage(Application one, Locale language) {
        if (one.outcome() != null) {
            return texts.getMessage("onboard.stage." + one.outcome(), null, language);
        }
        return steps.current(Set.of(one.id())).getOrDefault(one.id(), java.util.List.of()).stream().filter(step -> WAITS.contains(step.type()))
                .max(Comparator.comparing(CaseSteps.Step::enteredAt)).map(step -> texts.getMessage("onboard.stage." + step.step(), null, null, language))
                .orElseGet(() -> texts.getMessage("onboard.stage.going", null, language));
    }
}
