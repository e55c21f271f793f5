package org.apusilta.volunteer.process;

import java.util.Optional;
import org.apusilta.engine.Ourselves;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Which instance a task of care belongs to; the reader's right to the task has been checked. */
@Component
public class CareTasks {

    private final TaskService tasks;
    private final Ourselves ourselves;

    CareTasks(@Lazy TaskService tasks, Ourselves ourselves) {
        this.tasks = tasks;
        this.ourselves = ourselves;
    }

    /** @return the instance this task belongs to */
    public Optional<String> instanceOf(String taskId) {
        return ourselves.call(() -> Optional.ofNullable(tasks.createTaskQuery().taskId(taskId).singleResult()).map(Task::getProcessInstanceId));
    }
}
