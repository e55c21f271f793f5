package org.apusilta.casefile.web;

import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.apusilta.casefile.process.VisibleTasks;
import org.apusilta.request.HelpRequests;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What Tasklist's plugins ask about tasks; the engine answers for the caller only. */
@RestController
class TaskApi {

    private static final int MOST_CARDS = 100;

    /** Whose task it is. @param about CASE, or VOLUNTEER for an applicant, a volunteer or an event for volunteers */
    record Subject(UUID caseId, String about) {}

    private final VisibleTasks tasks;
    private final TaskCards cards;
    private final HelpRequests requests;

    TaskApi(VisibleTasks tasks, TaskCards cards, HelpRequests requests) {
        this.tasks = tasks;
        this.cards = cards;
        this.requests = requests;
    }

    @GetMapping("/api/tasks/{taskId}/case")
    Subject caseOf(@PathVariable String taskId) {
        var task = tasks.find(taskId).orElseThrow(() -> new NoSuchElementException("no such task"));
        return new Subject(task.caseId(), requests.find(task.caseId()).isPresent() ? "CASE" : "VOLUNTEER");
    }

    /** @param ids task ids; those the caller may not see are left out of the answer, those past the hundredth too */
    @GetMapping("/api/tasks/cards")
    List<TaskCards.Card> cards(@RequestParam List<String> ids, Locale reader) {
        return cards.of(tasks.all(ids.stream().distinct().limit(MOST_CARDS).toList()), reader);
    }
}
