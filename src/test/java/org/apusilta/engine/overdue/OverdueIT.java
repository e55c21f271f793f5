package org.apusilta.engine.overdue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.UUID;
import org.apusilta.ApusiltaTest;
import org.apusilta.engine.DeskCase;
import org.apusilta.engine.OverdueWatch;
import org.apusilta.engine.TaskOverdue;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@ApusiltaTest
@RecordApplicationEvents
class OverdueIT extends DeskCase {

    @Autowired OverdueWatch watch;
    @Autowired ApplicationEvents events;
    @Autowired Clock clock;

    @Test
    void aTaskPastItsDeadlineIsToldOfOnceAndComesFirst() {
        due(east, Duration.ofHours(-1));
        watch.look();
        watch.look();
        assertThat(told(east)).containsExactly(new TaskOverdue(east, "engine-test-desk", "decide", "7", TaskOverdue.Whom.LEAD));
        assertThat(task(east).getPriority()).isEqualTo(75);
        assertThat(task(east).getAssignee()).isNull();
    }

    @Test
    void whatStillStandsAfterTheFurtherDeadlineClimbsToTheManagerOnce() {
        due(east, Duration.ofHours(-1));
        watch.look();
        watch.look();
        assertThat(told(east)).extracting(TaskOverdue::whom).containsExactly(TaskOverdue.Whom.LEAD);
        try {
            ClockUtil.offset(Duration.ofDays(14).toMillis());
            watch.look();
            watch.look();
            assertThat(told(east)).extracting(TaskOverdue::whom).containsExactly(TaskOverdue.Whom.LEAD, TaskOverdue.Whom.MANAGER);
            assertThat(task(east).getPriority()).as("raised once").isEqualTo(75);
        } finally {
            ClockUtil.reset();
        }
    }

    @Test
    void aMovedDeadlineThatPassesToo() {
        due(east, Duration.ofHours(-2));
        watch.look();
        due(east, Duration.ofHours(2));
        watch.look();
        due(east, Duration.ofHours(-1));
        watch.look();
        assertThat(told(east)).hasSize(2);
        assertThat(task(east).getPriority()).isEqualTo(100);
    }

    @Test
    void whatIsInTimeOrHasNoDeadlineIsLeftAlone() {
        due(east, Duration.ofHours(1));
        watch.look();
        assertThat(told(east)).isEmpty();
        assertThat(told(south)).isEmpty();
        assertThat(task(east).getPriority()).isEqualTo(50);
    }

    @Test
    void theCaseStaysWhereItIs() {
        var before = runtime.getActivityInstance(task(east).getProcessInstanceId()).getChildActivityInstances();
        due(east, Duration.ofDays(-30));
        watch.look();
        var after = runtime.getActivityInstance(task(east).getProcessInstanceId()).getChildActivityInstances();
        assertThat(after).hasSameSizeAs(before);
        assertThat(after[0].getId()).isEqualTo(before[0].getId());
    }

    private void due(UUID caseId, Duration fromNow) {
        var task = task(caseId);
        task.setDueDate(Date.from(clock.instant().plus(fromNow)));
        tasks.saveTask(task);
    }

    private java.util.List<TaskOverdue> told(UUID caseId) {
        return events.stream(TaskOverdue.class).filter(event -> event.caseId().equals(caseId)).toList();
    }
}
