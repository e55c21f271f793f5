package org.apusilta.request.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import org.apusilta.engine.CaseSteps.Step;
import org.apusilta.request.Outcome;
import org.apusilta.request.RequestStatus;
import org.jspecify.annotations.Nullable;

/** Reads where a case stands off the steps of its processes. The one place that knows the drawings' words for it. */
final class Standing {

    /** From here on the partner has said yes; until then the request keeps its place and we look for somebody. */
    private static final Set<String> TAKEN_BY_PARTNER = Set.of("arrivalCheckDue", "awaitArrivalAnswer", "checkArrival");

    /** The volunteer is asked, then the client. */
    private static final Set<String> OFFERED = Set.of("awaitOfferAnswer", "askClient");

    private Standing() {}

    /**
     * @param withdrawn whether somebody took the request back; shows as soon as no step is open any more
     * @param steps where its tokens stand, or the last step left; a called process's step says more than its caller's
     */
    static RequestStatus of(@Nullable Outcome outcome, boolean withdrawn, Collection<Step> steps) {
        if (outcome != null) {
            return after(outcome);
        }
        if (withdrawn && steps.stream().noneMatch(step -> step.leftAt() == null)) {
            return RequestStatus.WITHDRAWN;
        }
        return steps.stream().map(step -> at(step.process(), step.step())).max(Comparator.naturalOrder()).orElse(RequestStatus.RECEIVED);
    }

    private static RequestStatus after(Outcome outcome) {
        return switch (outcome) {
            case DECLINED, PROFESSIONAL -> RequestStatus.DECLINED;
            case ELSEWHERE, HANDED_OVER -> RequestStatus.ELSEWHERE;
            case WITHDRAWN -> RequestStatus.WITHDRAWN;
            case ENDED, NO_VOLUNTEER, STOPPED, CHANGED, DIED -> RequestStatus.ENDED;
        };
    }

    /** What one step says. */
    static RequestStatus at(String process, String step) {
        return switch (process) {
            case "clarify-request" -> RequestStatus.CLARIFYING;
            // beside the search, or a part of it: says no more than that we look for somebody
            case "waiting-care", "recruit-volunteers", "ask-network" -> RequestStatus.MATCHING;
            case "find-volunteer" -> OFFERED.contains(step) ? RequestStatus.OFFERED : RequestStatus.MATCHING;
            case "ask-client" -> RequestStatus.OFFERED;
            case "partner-handoff" -> TAKEN_BY_PARTNER.contains(step) ? RequestStatus.ELSEWHERE : RequestStatus.MATCHING;
            case "first-meeting" -> RequestStatus.MEETING;
            case "make-agreement" -> RequestStatus.AGREEMENT;
            case "support-relationship" -> RequestStatus.ACTIVE;
            default -> inHelpRequest(step);
        };
    }

    private static RequestStatus inHelpRequest(String step) {
        return switch (step) {
            case "clarifyRequest" -> RequestStatus.CLARIFYING;
            case "findVolunteer" -> RequestStatus.MATCHING;
            case "firstMeeting" -> RequestStatus.MEETING;
            case "makeAgreement" -> RequestStatus.AGREEMENT;
            case "supportActivated" -> RequestStatus.ACTIVE;
            default -> RequestStatus.RECEIVED;
        };
    }
}
