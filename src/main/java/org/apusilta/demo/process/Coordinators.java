package org.apusilta.demo.process;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.apusilta.catalogue.BorderRule.Side;
import org.apusilta.engine.Words;
import org.apusilta.matching.Matching;
import org.apusilta.partner.HandOffs;
import org.apusilta.partner.NetworkAsks;
import org.apusilta.partner.Partner;
import org.apusilta.partner.Partners;
import org.apusilta.request.Border;
import org.apusilta.request.HelpRequests;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the demo's coordinators do with a task, and when: mostly in time, mostly for the good. */
@Component
@Profile({"demo", "test"})
class Coordinators {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    private final TaskService tasks;
    private final Matching matching;
    private final Border border;
    private final Words words;
    private final HelpRequests requests;
    private final Partners partners;
    private final HandOffs handOffs;
    private final NetworkAsks networks;

    Coordinators(TaskService tasks, Matching matching, Border border, Words words, HelpRequests requests, Partners partners,
            HandOffs handOffs, NetworkAsks networks) {
        this.tasks = tasks;
        this.matching = matching;
        this.border = border;
        this.words = words;
        this.requests = requests;
        this.partners = partners;
        this.handOffs = handOffs;
        this.networks = networks;
    }

    /** @return the day somebody takes the task up: within its deadline, one in twelve after it */
    LocalDate takesUp(OpenTask task, LocalDate today, Random random) {
        var due = LocalDate.ofInstant(task.due(), HELSINKI);
        long days = Math.max(1, due.toEpochDay() - today.toEpochDay());
        return random.nextInt(12) == 0 ? due.plusDays(1 + random.nextInt(4)) : today.plusDays(random.nextInt((int) days));
    }

    /** Takes the task and completes it, at one go. */
    @Transactional
    void complete(OpenTask task, LocalDate today, Random random) {
        tasks.setAssignee(task.id(), random.nextInt(6) == 0 ? "lead" : "coordinator");
        tasks.complete(task.id(), decision(task, today, random));
    }

    private Map<String, Object> decision(OpenTask task, LocalDate today, Random random) {
        int dice = random.nextInt(100);
        var decided = new HashMap<String, Object>();
        switch (task.step()) {
            case "screenRequest" -> {
                drawBorder(task, UUID.fromString(task.ofCase()), dice);
                decided.put("screeningOutcome", screening((String) tasks.getVariable(task.id(), "screeningProposal"), dice));
            }
            case "decideWithoutAnswer" -> decided.put("noAnswerOutcome", dice < 40 ? "ASK_AGAIN" : "GO_ON");
            case "chooseVolunteer" -> decided.put("chosenVolunteerId", choose(UUID.fromString(task.ofCase()), dice));
            case "confirmWithClient" -> {
                decided.put("clientAnswer", dice < 92 ? "YES" : "NO");
                decided.put("clientAnsweredBy", dice % 5 == 0 ? "PAPER" : "PHONE");
            }
            case "widenSearch" -> {
                decided.put("searchOutcome", dice < 45 ? "WIDEN" : dice < 55 ? "WAIT" : dice < 65 ? "RECRUIT" : dice < 73 ? "ASK_NETWORK" : dice < 92 ? "HAND_OFF" : "STOP");
                decided.put("relaxDistance", true);
                decided.put("relaxTimes", true);
                decided.put("relaxLanguage", dice < 20);
                decided.put("relaxGender", false);
            }
            case "callWaitingClient" -> decided.put("waitingAnswer", dice < 80 ? "STILL_WANTED" : dice < 90 ? "CHANGED" : "NOT_WANTED");
            case "arrangeInterim" -> decided.put("interimOutcome", dice < 70 ? "ARRANGED" : dice < 90 ? "PASSED_ON" : "NOT_POSSIBLE");
            case "reviewChange" -> decided.put("changeOutcome", "SEARCH_GOES_ON");
            case "chooseNetwork" -> network(decided);
            case "prepareHandOff" -> prepare(UUID.fromString(task.ofCase()), today, dice, decided);
            case "callPartner" -> decided.put("partnerAnswer", dice < 55 ? "ACCEPTED" : dice < 80 ? "RETURNED" : "ASK_AGAIN");
            case "checkArrival" -> decided.put("helpArrived", dice < 75 ? "YES" : dice < 90 ? "NO" : "LATER");
            case "arrangeFirstMeeting" -> {
                decided.put("meetingDate", today.plusDays(2 + dice % 6).toString());
                decided.put("accompanied", dice < 60);
            }
            case "recordFirstMeeting" -> decided.put("meetingOutcome", dice < 83 ? "CONTINUE" : dice < 92 ? "TRY_ANOTHER" : dice < 96 ? "STOP" : "ARRANGE_AGAIN");
            case "finaliseAgreement" -> decided.put("agreementOutcome", dice < 97 ? "READY" : "STOP");
            case "collectConfirmations" -> {
                decided.put("confirmationOutcome", "RECORDED");
                decided.put("clientConfirmedBy", dice < 50 ? "PHONE" : "PAPER");
                decided.put("volunteerConfirmedBy", dice < 70 ? "PHONE" : "PAPER");
            }
            case "settleFitness" -> decided.put("fitnessOutcome", "STOP");
            case "followUp" -> {
                int lasting = "LONG".equals(tasks.getVariable(task.id(), "commitment")) ? 55 : 15;   // a gig is over when it is done
                decided.put("followUpOutcome", dice < lasting ? "WELL" : dice >= 97 ? "CHANGE" : dice >= 90 ? "CONCERN" : "END");
            }
            case "handleConcern" -> decided.put("concernOutcome", dice < 45 ? "CONTINUE" : dice < 80 ? "MEDIATE" : dice < 90 ? "CHANGE" : "END");
            case "agreeOutcome" -> decided.put("mediationOutcome", dice < 50 ? "CONTINUE" : dice < 70 ? "AGREEMENT" : dice < 90 ? "CHANGE" : "END");
            case "checkContact" -> decided.put("contactOutcome", dice < 90 ? "WELL" : "WORRY");
            case "decideScopeDrift" -> decided.put("driftOutcome", dice < 30 ? "COVERED" : dice < 60 ? "PROFESSIONAL" : "NOTHING");
            case "closeRelationship" -> decided.put("closingReason", dice < 50 ? "GOAL_MET" : dice < 62 ? "CLIENT_MOVES" : dice < 74 ? "MOVE_TO_CARE"
                    : dice < 88 ? "VOLUNTEER_STOPS" : dice < 97 ? "FADED" : "BREACH");
            case "helpOnward" -> decided.put("onwardOutcome", dice < 60 ? "REMATCH" : "REST");
            case "tellBreach" -> decided.put("breachOutcome", "BOTH");
            case "callVolunteer" -> decided.put("volunteerCalled", dice < 80 ? "TALKED" : "KNEW");
            case "callRequester" -> decided.put("requesterCalled", dice < 60 ? "KNEW" : "TALKED");
            case "debriefVolunteer" -> decided.put("debriefOutcome", dice < 80 ? "WELL" : "SUPPORT");
            case "checkReport" -> decided.put("reportOutcome", "CONFIRMED");
            case "reviewWishes" -> decided.put("wishOutcome", dice < 70 ? "ADOPTED" : "TALKED");
            case "sayGoodbye" -> decided.put("goodbyeOutcome", "TALKED");
            case "settleCases" -> decided.put("casesOutcome", "SETTLED");
            case "resolveIncident" -> decided.put("incidentOutcome", "RETRY");
            default -> throw new IllegalStateException("the demo does not know " + task.step());
        }
        return decided;
    }

    /** Most of what is only mentioned is not asked for; what no rule can tell is mostly small help. */
    private void drawBorder(OpenTask task, UUID caseId, int dice) {
        var said = new HashMap<String, String>();
        for (var piece : border.of(caseId)) {
            if (piece.proposed() == Side.UNCLEAR) {
                said.put("border_" + piece.code(), dice < 75 ? "VOLUNTEER" : "PROFESSIONAL");
            } else if (piece.proposed() == Side.PROFESSIONAL && dice < 60) {
                said.put("border_" + piece.code(), "VOLUNTEER");
                said.put("borderwhy_" + piece.code(), dice < 45 ? "NOT_ASKED" : "SERVICE_HANDLES");
            }
        }
        words.keep(caseId, task.id(), task.step(), said, "coordinator");
    }

    /** A partner of the area that takes it and was not asked before; one client in ten would rather wait. */
    private void prepare(UUID id, LocalDate today, int dice, Map<String, Object> decided) {
        var facts = requests.facts(id);
        var asked = handOffs.of(id).stream().map(HandOffs.HandOff::partner).toList();
        var found = dice < 10 ? Optional.<UUID>empty() : partners.all().stream()
                .filter(one -> one.active() && one.kinds().contains(facts.kinds().get(0)) && (one.wholeCity() || one.areas().contains(facts.major())))
                .map(Partner::id).filter(one -> !asked.contains(one)).findFirst();
        decided.put("handOffDecision", found.isPresent() ? "SEND" : "CANCEL");
        found.ifPresent(one -> decided.putAll(Map.of("chosenPartnerId", one.toString(), "consentFrom", "CLIENT",
                "consentHow", dice < 80 ? "PHONE" : "IN_PERSON", "consentOn", today.toString(), "sharedContact", dice < 60 ? "PHONE" : "PHONE_AND_ADDRESS")));
    }

    /** The first network there is. */
    private void network(Map<String, Object> decided) {
        var first = networks.networks().stream().findFirst();
        decided.put("networkDecision", first.isPresent() ? "ASK" : "CANCEL");
        first.ifPresent(one -> decided.put("chosenNetworkId", one.id().toString()));
    }

    private static String screening(String proposal, int dice) {
        if ("DECLINED".equals(proposal)) {
            return "DECLINED";
        }
        if ("ELSEWHERE".equals(proposal)) {
            return dice < 80 ? "ELSEWHERE" : "DECLINED";
        }
        if ("CLARIFY".equals(proposal) && dice < 50) {
            return "CLARIFY";
        }
        return dice < 90 ? "ACCEPTED" : dice < 95 ? "ELSEWHERE" : "DECLINED";
    }

    private String choose(UUID caseId, int dice) {
        var candidates = matching.candidates(caseId, 5, Locale.ENGLISH);
        if (candidates.isEmpty() || dice < 2) {
            return "NOBODY";
        }
        return candidates.get(dice < 85 ? 0 : Math.min(1, candidates.size() - 1)).volunteerId().toString();
    }
}
