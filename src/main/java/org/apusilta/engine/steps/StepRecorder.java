package org.apusilta.engine.steps;

import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes down where tokens wait and where they end, as the engine moves them and in its transaction: what the engine rolls
 * back was never here either. One insert on entering, one update on leaving; steps that take no time are not written.
 */
@Component
class StepRecorder {

    private static final Set<String> WAITS = Set.of("userTask", "callActivity", "receiveTask", "eventBasedGateway",
            "intermediateTimer", "intermediateMessageCatch", "intermediateSignalCatch", "intermediateConditional");

    private final JdbcClient jdbc;
    private final Clock clock;

    StepRecorder(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    void moved(DelegateExecution execution) {
        // the element's type is in the parsed drawing: no look-up
        if (!(execution instanceof ExecutionEntity token) || !(token.getEventSource() instanceof ActivityImpl element)) {
            return;
        }
        var type = String.valueOf(element.getProperty("type"));
        var entered = ExecutionListener.EVENTNAME_START.equals(execution.getEventName());
        if (WAITS.contains(type)) {
            if (entered) {
                caseOf(execution).ifPresent(caseId -> insert(caseId, token, element.getId(), type, false));
            } else {
                leave(token);
            }
        } else if (type.endsWith("EndEvent") && entered) {
            caseOf(execution).ifPresent(caseId -> insert(caseId, token, element.getId(), type, true));
        }
    }

    private void insert(UUID caseId, ExecutionEntity token, String step, String type, boolean over) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("""
                INSERT INTO apusilta.case_step (case_id, process, instance_id, activity_instance_id, step, type, entered_at, left_at)
                VALUES (:case, :process, :instance, :visit, :step, :type, :now, :left)""")
                .param("case", caseId).param("process", token.getProcessDefinition().getKey())
                .param("instance", token.getProcessInstanceId()).param("visit", token.getActivityInstanceId())
                .param("step", step).param("type", type).param("now", now).param("left", over ? now : null, Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    private void leave(ExecutionEntity token) {
        jdbc.sql("UPDATE apusilta.case_step SET left_at = :now, cancelled = :cancelled WHERE activity_instance_id = :visit AND left_at IS NULL")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC)).param("cancelled", token.isCanceled())
                .param("visit", token.getActivityInstanceId()).update();
    }

    /** A process whose business key is no case id is not about a case. */
    private static Optional<UUID> caseOf(DelegateExecution execution) {
        var key = execution.getProcessBusinessKey();
        try {
            return key == null || key.length() != 36 ? Optional.empty() : Optional.of(UUID.fromString(key));
        } catch (IllegalArgumentException notACase) {
            return Optional.empty();
        }
    }
}
