package org.apusilta.engine.overdue;

import java.time.Clock;
import java.util.Date;
import java.util.List;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.apusilta.engine.OverdueWatch;
import org.apusilta.engine.TaskOverdue.Whom;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * One watch for all deadlines instead of a timer in every drawing: it follows each change of a due date, and moves no case.
 * What happens to a case whose wait is over is drawn in its process.
 */
@Component
class Watch implements OverdueWatch {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    private final TaskService tasks;
    private final Telling telling;
    private final Clock clock;

    Watch(TaskService tasks, Telling telling, Clock clock) {
        this.tasks = tasks;
        this.telling = telling;
        this.clock = clock;
    }

    /** On one node at a time; a node that dies lets go after four minutes. */
    @Scheduled(cron = "${apusilta.overdue.cron}")
    @SchedulerLock(name = "overdue", lockAtMostFor = "PT4M")
    public void everyFewMinutes() {
        look();
    }

    @Override
    public int look() {
        var overdue = tasks.createTaskQuery().dueBefore(Date.from(clock.instant())).active().list();
        int told = (int) telling.untold(overdue).stream().filter(late -> tell(late.task(), late.whom())).count();
        telling.forgetAllBut(overdue);
        return told;
    }

    /** Each on its own: one that cannot be told must not silence the others, and is tried again next time. */
    private boolean tell(Task task, Whom whom) {
        try {
            return telling.tell(task, whom);
        } catch (RuntimeException problem) {
            LOG.error("Overdue task {} could not be told of: {}", task.getId(), problem.getClass().getSimpleName());
            return false;
        }
    }
}
