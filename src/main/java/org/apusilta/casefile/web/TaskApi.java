package org.apusilta.casefile.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.apusilta.casefile.process.VisibleTasks;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What Tasklist's plugins ask about tasks; the engine answers for the caller only. */
@RestController
class TaskApi {

    private static final int MOST_CARDS = 100;

    private final VisibleTasks tasks;
    private final TaskCards cards;

    TaskApi(VisibleTasks tasks, TaskCards cards) {
        this.tasks = tasks;
        this.cards = cards;
    }

    @GetMapping("/api/tasks/{taskId}/case")
    Map<String, UUID> caseOf(@PathVariable String taskId) {
        var task = tasks.find(taskId).orElseThrow(() -> new NoSuchElementException("no such task"));
        return Map.of("caseId", task.caseId());
    }

    /** @param ids task ids; those the caller may not see are left out of the answer, those past the hundredth too */
    @GetMapping("/api/tasks/cards")
    List<TaskCards.Card> cards(@RequestParam List<String> ids, Locale reader) {
        return cards.of(tasks.all(ids.stream().distinct().limit(MOST_CARDS).toList()), reader);
    }
}
