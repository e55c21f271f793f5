package org.apusilta.casefile.web;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apusilta.casefile.process.VisibleTasks.VisibleTask;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.request.CaseFacts;
import org.apusilta.request.HelpRequests;
import org.apusilta.volunteer.VolunteerCards;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The few words under a task's name in Tasklist's list: no names of people. */
@Component
class TaskCards {

    /**
     * @param title the task's name in the reader's language, null when Tasklist shows that already
     * @param urgent a word for SOON and URGENT, null for NORMAL
     * @param waited how long the request has waited, in words; null once the support runs
     */
    record Card(String taskId, UUID caseId, String reference, @Nullable String title, List<String> kinds, String district,
            @Nullable String waited, String urgency, @Nullable String urgent) {}

    private final HelpRequests requests;
    private final VolunteerCards volunteers;
    private final Catalogue catalogue;
    private final MessageSource texts;
    private final Clock clock;

    TaskCards(HelpRequests requests, VolunteerCards volunteers, Catalogue catalogue, MessageSource texts, Clock clock) {
        this.requests = requests;
        this.volunteers = volunteers;
        this.catalogue = catalogue;
        this.texts = texts;
        this.clock = clock;
    }

    List<Card> of(List<VisibleTask> tasks, Locale reader) {
        var facts = requests.all(tasks.stream().map(VisibleTask::caseId).distinct().toList()).stream()
                .collect(Collectors.toMap(CaseFacts::id, Function.identity()));
        return tasks.stream().flatMap(t -> facts.containsKey(t.caseId()) ? Stream.of(card(t, facts.get(t.caseId()), reader))
                : volunteers.folded(t.caseId(), reader).map(one -> card(t, one, reader)).stream()).toList();
    }

    private Card card(VisibleTask task, VolunteerCards.Short one, Locale reader) {
        var title = texts.getMessage(task.key() + ".name", null, task.name(), reader);
        return new Card(task.id(), one.id(), one.reference(), task.name().equals(title) ? null : title, one.kinds(), one.district(),
                one.since() == null ? null : texts.getMessage("casefile.card.waited", new Object[] {Duration.between(one.since(), clock.instant()).toDays()}, reader),
                task.urgency(), null);
    }

    private Card card(VisibleTask task, CaseFacts facts, Locale reader) {
        var title = texts.getMessage(task.key() + ".name", null, task.name(), reader);
        var kinds = facts.kinds().stream().flatMap(k -> catalogue.kind(k).stream()).map(k -> k.name().in(reader)).toList();
        var district = catalogue.district(facts.district()).map(d -> d.name().in(reader)).orElse(facts.district());
        var running = task.key().startsWith("support-relationship.");
        long days = Duration.between(facts.receivedAt(), clock.instant()).toDays();
        return new Card(task.id(), facts.id(), facts.reference(), task.name().equals(title) ? null : title, kinds, district,
                running ? null : texts.getMessage("casefile.card.waited", new Object[] {days}, reader), task.urgency(),
                task.urgency().equals("NORMAL") ? null : texts.getMessage("casefile.urgency." + task.urgency(), null, reader));
    }
}
