package org.apusilta.volunteer.web;

import java.util.Locale;
import java.util.Map;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.messaging.LinkPage;
import org.apusilta.volunteer.Application;
import org.apusilta.volunteer.internal.Onboarding;
import org.apusilta.volunteer.process.VolunteerOnboardingProcess;
import org.springframework.stereotype.Component;

/** Where a guardian says whether somebody under 15 may volunteer. */
@Component
class GuardianPage implements LinkPage {

    private final Onboarding onboarding;
    private final VolunteerOnboardingProcess process;
    private final Catalogue catalogue;

    GuardianPage(Onboarding onboarding, VolunteerOnboardingProcess process, Catalogue catalogue) {
        this.onboarding = onboarding;
        this.process = process;
        this.catalogue = catalogue;
    }

    @Override
    public String purpose() {
        return "guardian";
    }

    @Override
    public Page show(Opened link) {
        var one = onboarding.of(link.subject());
        if (one.guardianAnswer() != null) {
            return told(one.guardianAnswer().toLowerCase(Locale.ROOT));
        }
        return process.awaitsGuardian(one.id()) ? question(one, link.language(), false) : told("late");
    }

    @Override
    public Page answer(Opened link, Map<String, String> fields) {
        var answer = fields.getOrDefault("answer", "");
        var one = onboarding.of(link.subject());
        if (!answer.equals("yes") && !answer.equals("no")) {
            return process.awaitsGuardian(one.id()) ? question(one, link.language(), true) : told("late");
        }
        return told(process.guardianAnswered(one.id(), answer.equals("yes")) ? answer.equals("yes") ? "given" : "refused" : "late");
    }

    private Page question(Application one, Locale language, boolean unclear) {
        var kinds = one.kinds().stream().flatMap(code -> catalogue.kind(code).stream()).map(kind -> Map.of("name", kind.name().in(language), "belongs", kind.belongs().in(language))).toList();
        return new Page("guardian", Map.of("name", one.person().givenName(), "kinds", kinds, "unclear", unclear), false);
    }

    private static Page told(String state) {
        return new Page("guardian-done", Map.of("state", state));
    }
}
