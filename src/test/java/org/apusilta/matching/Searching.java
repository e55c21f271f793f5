package org.apusilta.matching;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.NewRequest;
import org.apusilta.request.Sent;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.jdbc.core.JdbcTemplate;

/** Requests in Mellunkylä whose coordinator has a volunteer to choose; whoever fits speaks a language of the test's own. */
public final class Searching {

    /** A kind of help no other test asks for, so that a round over it is about these requests only. */
    public static final String KIND = "CYCLE_PILOT";

    private final HelpRequests requests;
    private final RuntimeService runtime;
    private final ManagementService jobs;
    private final TaskService tasks;
    private final JdbcTemplate jdbc;
    private final String language;

    public Searching(HelpRequests requests, RuntimeService runtime, ManagementService jobs, TaskService tasks, JdbcTemplate jdbc, String language) {
        this.requests = requests;
        this.runtime = runtime;
        this.jobs = jobs;
        this.tasks = tasks;
        this.jdbc = jdbc;
        this.language = language;
    }

    /** Whoever earlier tests have left fits nobody any more, and their searches are over. */
    public void alone() {
        jdbc.update("UPDATE apusilta.volunteer_language SET code = 'is' WHERE code = ?", language);
        jdbc.update("DELETE FROM apusilta.bookable WHERE volunteer_id IN (SELECT volunteer_id FROM apusilta.volunteer_language WHERE code = 'is')");
        jdbc.update("DELETE FROM apusilta.bookable WHERE kind_code = ?", KIND);
        jdbc.update("UPDATE apusilta.search SET open = false WHERE case_id IN (SELECT request_id FROM apusilta.request_kind WHERE kind = ?)", KIND);
        jdbc.update("DELETE FROM apusilta.shortlisted WHERE case_id IN (SELECT request_id FROM apusilta.request_kind WHERE kind = ?)", KIND);
    }

    public UUID at(String name, String... times) {
        var sent = Sent.bySelf();
        var client = new NewRequest.Client(name, null, name.toLowerCase().replace(' ', '.') + "@example.org", 1941, "fi", "703", null, Map.of());
        var id = requests.submit(new NewRequest(sent.askedBy(), client, sent.requester(), true, sent.consent(), List.of(KIND), null, List.of(language),
                List.of(times), true, 2.0, null, sent.home(), sent.escort(), sent.care(), "fi", null)).id();
        var search = runtime.startProcessInstanceByKey("find-volunteer", id.toString(), Map.of("majorDistrict", "7", "urgency", "NORMAL"));
        jobs.executeJob(jobs.createJobQuery().processInstanceId(search.getId()).messages().singleResult().getId());
        return id;
    }

    public List<String> open(UUID caseId) {
        return tasks.createTaskQuery().processInstanceBusinessKey(caseId.toString()).processDefinitionKey("find-volunteer").list().stream().map(task -> task.getTaskDefinitionKey()).toList();
    }
}
