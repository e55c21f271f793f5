package org.apusilta.volunteer.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apusilta.messaging.LinkPage;
import org.apusilta.volunteer.internal.ApplicationWords;
import org.apusilta.volunteer.internal.Onboarding;
import org.apusilta.volunteer.internal.Talks;
import org.apusilta.volunteer.process.VolunteerOnboardingProcess;
import org.apusilta.volunteer.process.VolunteerOnboardingProcess.Heard;
import org.springframework.stereotype.Component;

/** Where an applicant chooses a time for the talk, moves it, or asks to be called. */
@Component
class TalkPage implements LinkPage {

    private final Onboarding onboarding;
    private final Talks talks;
    private final ApplicationWords words;
    private final VolunteerOnboardingProcess process;

    TalkPage(Onboarding onboarding, Talks talks, ApplicationWords words, VolunteerOnboardingProcess process) {
        this.onboarding = onboarding;
        this.talks = talks;
        this.words = words;
        this.process = process;
    }

    /** One time in words. */
    public record Time(String id, String when, String where) {}

    @Override
    public String purpose() {
        return "talk";
    }

    @Override
    public Page show(Opened link) {
        return process.awaitsTalk(link.subject()) ? choice(link, "") : told(link, "late");
    }

    @Override
    public Page answer(Opened link, Map<String, String> fields) {
        var slot = fields.getOrDefault("slot", "");
        if (slot.equals("CALL_ME")) {
            return told(link, process.noTimeSuits(link.subject()) == Heard.LATE ? "late" : "call");
        }
        if (!slot.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            return process.awaitsTalk(link.subject()) ? choice(link, "choose") : told(link, "late");
        }
        return switch (process.timeChosen(link.subject(), UUID.fromString(slot))) {
            case HEARD -> told(link, "booked");
            case TAKEN -> choice(link, "taken");
            case LATE -> told(link, "late");
        };
    }

    private Page choice(Opened link, String problem) {
        var free = talks.free(onboarding.of(link.subject()).major()).stream().map(slot -> time(slot, link.language())).toList();
        return new Page("talk", Map.of("times", free, "booked", booked(link), "problem", problem), false);
    }

    private Page told(Opened link, String state) {
        return new Page("talk-done", Map.of("state", state, "booked", booked(link)));
    }

    private List<Time> booked(Opened link) {
        return talks.booked(link.subject()).map(slot -> time(slot, link.language())).stream().toList();
    }

    private Time time(Talks.Slot slot, Locale language) {
        return new Time(slot.id().toString(), words.when(slot, language), words.where(slot, language));
    }
}
