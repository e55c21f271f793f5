package org.apusilta.volunteer.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import org.apusilta.messaging.LinkPage;
import org.apusilta.messaging.LinkPage.File;
import org.apusilta.messaging.LinkPage.Opened;
import org.apusilta.messaging.LinkPage.Page;
import org.apusilta.volunteer.OwnTasks;
import org.apusilta.volunteer.OwnTasks.Door;
import org.apusilta.volunteer.OwnTasks.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens the pages that volunteers also get behind links, when the task is theirs: the page on this device is as good as the link. */
@Component
@Transactional
class OwnTaskPages {

    private static final int LONGEST_FIELD = 5_000;

    private final List<OwnTasks> tasks;
    private final ObjectProvider<LinkPage> pages;

    OwnTaskPages(List<OwnTasks> tasks, ObjectProvider<LinkPage> pages) {
        this.tasks = tasks;
        this.pages = pages;
    }

    /** @return what they have in hand, one a case, what is asked first */
    @Transactional(readOnly = true)
    public List<Task> of(UUID volunteerId, Locale language) {
        var known = new LinkedHashMap<UUID, Task>();
        tasks.stream().flatMap(some -> some.of(volunteerId, language).stream()).forEach(task -> known.merge(task.caseId(), task, OwnTaskPages::both));
        return known.values().stream().map(OwnTaskPages::askedFirst).sorted(java.util.Comparator.comparing(task -> task.doors().stream().noneMatch(Door::asks))).toList();
    }

    private static Task both(Task one, Task other) {
        var doors = new ArrayList<>(one.doors());
        doors.addAll(other.doors());
        return new Task(one.caseId(), one.what(), other.about().isEmpty() ? one.about() : other.about(), doors, one.visits() || other.visits());
    }

    private static Task askedFirst(Task task) {
        return new Task(task.caseId(), task.what(), task.about(), task.doors().stream().sorted(java.util.Comparator.comparing(door -> !door.asks())).toList(), task.visits());
    }

    /** @return the page; empty when it is not theirs to open now */
    @Transactional(readOnly = true)
    public Optional<Page> show(UUID volunteerId, String purpose, UUID caseId, UUID subject, Locale language) {
        return opened(volunteerId, purpose, caseId, subject, language, LinkPage::show);
    }

    /** @return the page after it */
    public Optional<Page> answer(UUID volunteerId, String purpose, UUID caseId, UUID subject, Map<String, String> fields, Locale language) {
        return opened(volunteerId, purpose, caseId, subject, language, (page, link) -> page.answer(link, cleaned(fields)));
    }

    /** @return the file that goes with the page */
    @Transactional(readOnly = true)
    public Optional<File> file(UUID volunteerId, String purpose, UUID caseId, UUID subject, Locale language) {
        return opened(volunteerId, purpose, caseId, subject, language, LinkPage::file);
    }

    /** @return the page to tell more of the visit that was told of */
    public Optional<Door> visited(UUID volunteerId, UUID caseId, LocalDate day, @Nullable String by) {
        return tasks.stream().map(some -> some.visited(volunteerId, caseId, day, by)).flatMap(Optional::stream).findFirst();
    }

    private <T> Optional<T> opened(UUID volunteerId, String purpose, UUID caseId, UUID subject, Locale language, BiFunction<LinkPage, Opened, @Nullable T> act) {
        if (tasks.stream().noneMatch(some -> some.mayOpen(volunteerId, purpose, caseId, subject))) {
            return Optional.empty();
        }
        return pages.stream().filter(page -> page.purpose().equals(purpose)).findFirst()
                .map(page -> act.apply(page, new Opened(caseId, purpose, subject, language)));
    }

    private static Map<String, String> cleaned(Map<String, String> fields) {
        var clean = new TreeMap<String, String>();
        fields.forEach((name, value) -> clean.put(name, value.substring(0, Math.min(value.length(), LONGEST_FIELD)).replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "").strip()));
        clean.keySet().removeAll(Set.of("_csrf", "lang"));
        return clean;
    }
}
