package org.apusilta.casefile.process;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apusilta.casefile.internal.CaseDecisions;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down who completed a human step and what was chosen, in the engine's own transaction. */
@Component
class DecisionListener {

    /** The variable that says what was decided at each step. A test compares this list with the drawings. */
    static final Map<String, String> OUTCOMES = Map.ofEntries(
            Map.entry("screenRequest", "screeningOutcome"),
            Map.entry("decideWithoutAnswer", "noAnswerOutcome"),
            Map.entry("chooseVolunteer", "chosenVolunteerId"),
            Map.entry("confirmWithClient", "clientAnswer"),
            Map.entry("widenSearch", "searchOutcome"),
            Map.entry("callWaitingClient", "waitingAnswer"),
            Map.entry("arrangeInterim", "interimOutcome"),
            Map.entry("reviewChange", "changeOutcome"),
            Map.entry("chooseNetwork", "networkDecision"),
            Map.entry("prepareHandOff", "handOffDecision"),
            Map.entry("callPartner", "partnerAnswer"),
            Map.entry("checkArrival", "helpArrived"),
            Map.entry("arrangeFirstMeeting", "meetingDate"),
            Map.entry("recordFirstMeeting", "meetingOutcome"),
            Map.entry("finaliseAgreement", "agreementOutcome"),
            Map.entry("collectConfirmations", "confirmationOutcome"),
            Map.entry("settleFitness", "fitnessOutcome"),
            Map.entry("followUp", "followUpOutcome"),
            Map.entry("handleConcern", "concernOutcome"),
            Map.entry("doAdHocTask", "adHocOutcome"),
            Map.entry("resolveIncident", "incidentOutcome"),
            Map.entry("agreeOutcome", "mediationOutcome"),
            Map.entry("checkContact", "contactOutcome"),
            Map.entry("decideScopeDrift", "driftOutcome"),
            Map.entry("closeRelationship", "closingReason"),
            Map.entry("helpOnward", "onwardOutcome"),
            Map.entry("tellBreach", "breachOutcome"),
            Map.entry("callVolunteer", "volunteerCalled"),
            Map.entry("callRequester", "requesterCalled"),
            Map.entry("debriefVolunteer", "debriefOutcome"),
            Map.entry("checkReport", "reportOutcome"),
            Map.entry("approveThanks", "thanksOutcome"),
            Map.entry("contactVolunteer", "careGiven"),
            Map.entry("offerFirstTask", "firstTaskOutcome"),
            Map.entry("awaitAssessment", "assessmentOutcome"),
            Map.entry("collectCheckConsent", "consentOutcome"),
            Map.entry("requestExtract", "extractWay"),
            Map.entry("checkExtract", "checkDecision"),
            Map.entry("followTraining", "trainingStep"),
            Map.entry("collectCityConfirmation", "cityConfirmation"),
            Map.entry("reviewWishes", "wishOutcome"),
            Map.entry("sayGoodbye", "goodbyeOutcome"),
            Map.entry("settleCases", "casesOutcome"),
            Map.entry("reviewApplication", "reviewOutcome"),
            Map.entry("arrangeGroup", "groupOutcome"),
            Map.entry("callGuardian", "guardianAnswer"),
            Map.entry("bookByPhone", "phoneOutcome"),
            Map.entry("holdInterview", "interviewOutcome"),
            Map.entry("takeReferences", "referencesOutcome"),
            Map.entry("decideApplication", "decideOutcome"),
            Map.entry("recordAttendance", "attendanceOutcome"),
            Map.entry("decideLapse", "lapseOutcome"));

    /** Of an extract Act 148/2014 lets a permission's date be kept and by whom; that stands with the check, and nothing stands here. */
    private static final Set<String> UNRECORDED = Set.of("checkExtract");

    private final CaseDecisions decisions;

    DecisionListener(CaseDecisions decisions) {
        this.decisions = decisions;
    }

    @EventListener(condition = "#task.eventName == 'complete'")
    void completed(DelegateTask task) {
        var variable = OUTCOMES.get(task.getTaskDefinitionKey());
        var key = task.getExecution().getProcessBusinessKey();
        if (variable != null && key != null && !UNRECORDED.contains(task.getTaskDefinitionKey())) {
            var outcome = task.getVariable(variable);
            decisions.record(task.getId(), UUID.fromString(key), task.getTaskDefinitionKey(),
                    outcome == null ? null : outcome.toString(), by(task));
        }
    }

    /** Who is logged in; where our own code completes a task, whoever had claimed it. */
    private static @Nullable String by(DelegateTask task) {
        var caller = task.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
        return caller == null || caller.getUserId() == null ? task.getAssignee() : caller.getUserId();
    }
}
