package org.apusilta.engine;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where each case's token stands and stood, written in the engine's own transaction. It is read off the process and decides
 * nothing: a projection in our schema, so that status pages and dashboards neither query ACT_ tables nor lose what the
 * engine's history cleanup removes.
 */
public interface CaseSteps {

    /**
     * One visit of the token to one step.
     *
     * @param process process definition key, such as {@code help-request}
     * @param instanceId the engine's process instance id
     * @param step element id, such as {@code screenRequest}
     * @param type the BPMN element's type as the engine names it: userTask, callActivity, receiveTask, noneEndEvent …
     * @param leftAt null while the token stands there
     * @param cancelled the step was left because something interrupted it
     */
    record Step(UUID caseId, String process, String instanceId, String step, String type, Instant enteredAt,
            @Nullable Instant leftAt, boolean cancelled) {}

    /** @return every step of the case, oldest first */
    List<Step> of(UUID caseId);

    /** @return for each of the cases, the steps where a token stands now, or the last one left when none is open */
    Map<UUID, List<Step>> current(Collection<UUID> caseIds);

    /** Takes finished visits out again, where the law lets nothing be kept of them. */
    void forget(String instanceId, Set<String> steps);
}
