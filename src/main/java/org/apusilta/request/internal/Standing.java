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

    private static final Set<String> MEETING = Set.of("tellFirstMeeting", "arrangeFirstMeeting", "recordFirstMeeting");
    private static final Set<String> AGREEING = Set.of("makeAgreement", "activateSupport");
    private static final Set<String> WITHDRAWING = Set.of("clientWithdrew", "releaseEverything", "tellWithdrawn", "requestWithdrawn");

    private Standing() {}

    /** @param steps where its tokens stand, or the last step left; a called process's step says more than its caller's */
    static RequestStatus of(@Nullable Outcome outcome, Collection<Step> steps) {
        if (outcome != null) {
            return after(outcome);
        }
        return steps.stream().map(Standing::at).max(Comparator.naturalOrder()).orElse(RequestStatus.RECEIVED);
    }

    private static RequestStatus after(Outcome outcome) {
        return switch (outcome) {
            case DECLINED -> RequestStatus.DECLINED;
            case ELSEWHERE -> RequestStatus.ELSEWHERE;
            case WITHDRAWN -> RequestStatus.WITHDRAWN;
            case ENDED, NO_VOLUNTEER, STOPPED, CHANGED -> RequestStatus.ENDED;
        };
    }

    private static RequestStatus at(Step step) {
        return switch (step.process()) {
            case "clarify-request" -> RequestStatus.CLARIFYING;
            case "find-volunteer" -> step.step().equals("awaitOfferAnswer") ? RequestStatus.OFFERED : RequestStatus.MATCHING;
            case "make-agreement" -> RequestStatus.AGREEMENT;
            case "support-relationship" -> RequestStatus.ACTIVE;
            default -> inHelpRequest(step.step());
        };
    }

    private static RequestStatus inHelpRequest(String step) {
        if (MEETING.contains(step)) {
            return RequestStatus.MEETING;
        }
        if (AGREEING.contains(step)) {
            return RequestStatus.AGREEMENT;
        }
        if (WITHDRAWING.contains(step)) {
            return RequestStatus.WITHDRAWN;
        }
        return switch (step) {
            case "clarifyRequest" -> RequestStatus.CLARIFYING;
            case "tellAccepted", "findVolunteer", "releaseVolunteer" -> RequestStatus.MATCHING;
            case "supportActivated" -> RequestStatus.ACTIVE;
            default -> RequestStatus.RECEIVED;
        };
    }
}
