package org.apusilta.engine.guard;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;

/**
 * A task's name and description say what to do, and are ours (bundle {@code tasks}): who may hand out tasks may change a
 * deadline, but not write about people there, nor into the ids of a case or task above it, which the engine takes as any text. Seen in the log of what users do, as nobody else changes them.
 */
final class TextGuard implements HistoryEventHandler {

    private static final Set<String> TEXTS = Set.of("name", "description", "caseInstanceId", "parentTask");

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof UserOperationLogEntryEventEntity change && EntityTypes.TASK.equals(change.getEntityType())
                && TEXTS.contains(String.valueOf(change.getProperty()))) {
            throw new BadUserRequestException("A task's " + change.getProperty() + " is not changed by hand");
        }
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }
}
