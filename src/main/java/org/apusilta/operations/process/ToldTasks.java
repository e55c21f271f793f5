package org.apusilta.operations.process;

import java.util.Locale;
import java.util.Optional;
import org.apusilta.engine.Ourselves;
import org.apusilta.operations.internal.IncidentRows;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** Which failed step a task of resolve-incident is about. */
@Component
public class ToldTasks {

    private final TaskService tasks;
    private final RepositoryService drawings;
    private final IncidentRows rows;
    private final StepNames names;
    private final Ourselves ourselves;

    ToldTasks(TaskService tasks, RepositoryService drawings, IncidentRows rows, StepNames names, Ourselves ourselves) {
        this.tasks = tasks;
        this.drawings = drawings;
        this.rows = rows;
        this.names = names;
        this.ourselves = ourselves;
    }

    /** @param process definition key @param step its name in the reader's language */
    public record Failed(String process, String step) {}

    /** @return what failed; empty when the incident has ended meanwhile */
    public Optional<Failed> of(String taskId, Locale reader) {
        return ourselves.call(() -> rows.toldBy(tasks.createTaskQuery().taskId(taskId).singleResult().getProcessInstanceId())
                .map(row -> new Failed(row.process(), names.of(
                        drawings.createProcessDefinitionQuery().processDefinitionKey(row.process()).latestVersion().singleResult().getId(), row.step(), reader))));
    }
}
