package org.apusilta.engine;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * What an instance waits for, looked up where the engine keeps it. Correlating asks for the same through a query over three tables that the
 * database plans anew each time, and whoever wants to know first whether anybody waits would ask twice.
 */
@Component
public class Listening {

    private final RuntimeService runtime;

    Listening(@Lazy RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** @return whether this instance waits for this message now */
    public boolean waits(String instanceId, String message) {
        return runtime.createEventSubscriptionQuery().eventType("message").eventName(message).processInstanceId(instanceId).count() > 0;
    }

    /**
     * Tells this instance of what the caller has kept already. When it was left in between, nothing may stay kept.
     *
     * @throws ConcurrencyFailureException when it no longer waits; {@link Twice} tries again and is plainly late
     */
    public void mustHear(String instanceId, String message, Map<String, Object> variables) {
        if (!tell(instanceId, message, variables)) {
            throw new ConcurrencyFailureException("left while " + message + " was being kept");
        }
    }

    /** Tells this instance what it waits for. @return whether it waited */
    public boolean tell(String instanceId, String message, Map<String, Object> variables) {
        var waiting = runtime.createEventSubscriptionQuery().eventType("message").eventName(message).processInstanceId(instanceId).list();
        waiting.stream().map(EventSubscription::getExecutionId).distinct().forEach(execution -> runtime.messageEventReceived(message, execution, variables));
        return !waiting.isEmpty();
    }
}
