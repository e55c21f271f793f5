package org.apusilta.request.process;

import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.apusilta.request.FirstMeetings.Topic;
import org.apusilta.request.internal.MeetingRecords;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps, at the moment the step is completed, what was gone through at the first meeting. */
@Component
class MeetingTasks {

    private static final Map<String, Topic> TICKS = Map.of("rolesTold", Topic.ROLES, "borderTold", Topic.BORDER, "costsTold", Topic.COSTS,
            "secrecyTold", Topic.SECRECY, "helpTold", Topic.HELP);

    private final MeetingRecords meetings;

    MeetingTasks(MeetingRecords meetings) {
        this.meetings = meetings;
    }

    @EventListener(condition = "#task.eventName == 'complete' && #task.taskDefinitionKey == 'recordFirstMeeting'")
    void recorded(DelegateTask task) {
        var covered = new ArrayList<Topic>();
        TICKS.forEach((variable, topic) -> {
            if (Boolean.TRUE.equals(task.getVariable(variable))) {
                covered.add(topic);
            }
        });
        if (!covered.isEmpty()) {
            covered.sort(null);
            meetings.covered(UUID.fromString(task.getExecution().getProcessBusinessKey()), covered);
        }
    }
}
