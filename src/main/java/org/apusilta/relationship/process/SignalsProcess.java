package org.apusilta.relationship.process;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apusilta.engine.Ourselves;
import org.apusilta.relationship.internal.SupportSignals;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Tells the running period and what it calls what has happened outside. In the caller's transaction: what was said and what
 * follows from it are kept together or not at all, and the page tries again.
 */
@Component
class SignalsProcess implements SupportSignals {

    private static final String WISH = "WishGiven";

    private final RuntimeService runtime;
    private final ManagementService management;
    private final Ourselves ourselves;

    SignalsProcess(@Lazy RuntimeService runtime, @Lazy ManagementService management, Ourselves ourselves) {
        this.runtime = runtime;
        this.management = management;
        this.ourselves = ourselves;
    }

    @Override
    public boolean concernRaised(UUID caseId, boolean urgent) {
        return tell(caseId, "ConcernRaised", Map.of("concernUrgency", urgent ? "URGENT" : "SOON"));
    }

    @Override
    public boolean supportPaused(UUID caseId) {
        return tell(caseId, "SupportPaused", Map.of());
    }

    @Override
    public boolean pauseChanged(UUID caseId) {
        return tell(caseId, "PauseChanged", Map.of());
    }

    @Override
    public boolean pauseEnded(UUID caseId) {
        return tell(caseId, "PauseEnded", Map.of());
    }

    @Override
    public boolean visitLogged(UUID caseId) {
        return tell(caseId, "VisitLogged", Map.of());
    }

    @Override
    public boolean viewsGiven(UUID caseId) {
        return tell(caseId, "ViewsGiven", Map.of());
    }

    @Override
    public boolean awaitsViews(UUID caseId) {
        return awaits(caseId, "ViewsGiven");
    }

    @Override
    public Optional<Instant> nextAsked(UUID caseId) {
        return ourselves.call(() -> runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseId.toString()).processDefinitionKey("support-relationship").list().stream()
                .flatMap(period -> management.createJobQuery().processInstanceId(period.getId()).activityId("followUpDue").timers().list().stream())
                .map(timer -> timer.getDuedate().toInstant()).findFirst());
    }

    @Override
    public boolean awaitsWish(UUID caseId) {
        return awaits(caseId, WISH);
    }

    private boolean awaits(UUID caseId, String message) {
        return ourselves.call(() -> runtime.createExecutionQuery().processInstanceBusinessKey(caseId.toString()).messageEventSubscriptionName(message).count() > 0);
    }

    @Override
    public boolean wishGiven(UUID caseId, String wish) {
        return tell(caseId, WISH, Map.of("nextWish", wish));
    }

    /** Called processes share the case's key; of each message one at most waits in them together. */
    private boolean tell(UUID caseId, String message, Map<String, Object> variables) {
        return ourselves.call(() -> {
            var waiting = runtime.createExecutionQuery().processInstanceBusinessKey(caseId.toString()).messageEventSubscriptionName(message).list();
            waiting.forEach(execution -> runtime.messageEventReceived(message, execution.getId(), variables));
            return !waiting.isEmpty();
        });
    }
}
