package org.apusilta.volunteer.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apusilta.volunteer.OwnTasks;
import org.apusilta.volunteer.internal.CareDays;
import org.apusilta.volunteer.internal.Recreations;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** On the volunteer's own page: what they are invited to, with the page to answer. */
@Component
class OwnInvitations implements OwnTasks {

    private final Recreations recreations;
    private final MessageSource texts;
    private final Clock clock;

    OwnInvitations(Recreations recreations, MessageSource texts, Clock clock) {
        this.recreations = recreations;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public List<Task> of(UUID volunteerId, Locale language) {
        return recreations.invitationsOf(volunteerId).stream().flatMap(one -> recreations.find(one.recreationId()).stream()
                .filter(event -> event.cancelledAt() == null && event.startsAt().isAfter(clock.instant()))
                .map(event -> new Task(volunteerId, event.title(language), texts.getMessage("care.link.when", new Object[] {CareDays.longDay(event.day(), language), RecreationPage.times(event)}, language)
                        + ", " + event.place(), List.of(new Door("recreation", volunteerId, one.id(), texts.getMessage(one.answer() == null ? "care.own.answer" : "care.own.change", null, language),
                        one.answer() == null)), false))).toList();
    }
}
