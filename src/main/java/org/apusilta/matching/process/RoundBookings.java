package org.apusilta.matching.process;

import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.apusilta.engine.Accounts;
import org.apusilta.engine.Ourselves;
import org.apusilta.matching.Matching;
import org.apusilta.matching.Matching.OfferState;
import org.apusilta.matching.internal.Rounds;
import org.apusilta.matching.internal.Rounds.Outcome;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Books one pair of a round through the drawn process, with the coordinator's own rights: the case's task is taken and completed
 * with the choice, and the steps that follow up to the offer run in the same transaction, so that the coordinator hears at once
 * whether the volunteer was still free. If not, nothing of it is kept.
 */
@Component
class RoundBookings {

    private static final String TASK = "chooseVolunteer";
    private static final String OFFER = "makeOffer";

    private final TaskService tasks;
    private final ManagementService jobs;
    private final IdentityService identity;
    private final Accounts accounts;
    private final Ourselves ourselves;
    private final Matching matching;
    private final Rounds rounds;

    RoundBookings(@Lazy TaskService tasks, @Lazy ManagementService jobs, @Lazy IdentityService identity, Accounts accounts, Ourselves ourselves,
            Matching matching, Rounds rounds) {
        this.tasks = tasks;
        this.jobs = jobs;
        this.identity = identity;
        this.accounts = accounts;
        this.ourselves = ourselves;
        this.matching = matching;
        this.rounds = rounds;
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Outcome book(UUID round, UUID caseId, UUID volunteerId, String by) {
        identity.setAuthentication(by, accounts.find(by).map(account -> new ArrayList<>(account.groups())).orElseGet(ArrayList::new));
        try {
            var task = tasks.createTaskQuery().processInstanceBusinessKey(caseId.toString()).taskDefinitionKey(TASK).active().singleResult();
            if (task == null) {
                return Outcome.MOVED_ON;
            }
            if (task.getAssignee() != null && !task.getAssignee().equals(by)) {
                return Outcome.IN_HAND;
            }
            rounds.take(volunteerId);
            choose(task, volunteerId, by);
            if (!asked(caseId, volunteerId)) {
                TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
                return Outcome.TAKEN;
            }
            rounds.choiceOf(round, task.getId());
            return rounds.decided(round, caseId, Outcome.BOOKED, by) ? Outcome.BOOKED : undone();
        } finally {
            identity.clearAuthentication();
        }
    }

    private void choose(Task task, UUID volunteerId, String by) {
        if (task.getAssignee() == null) {
            tasks.claim(task.getId(), by);
        }
        tasks.complete(task.getId(), Map.of("chosenVolunteerId", volunteerId.toString()));
        ourselves.call(() -> runOn(task.getProcessInstanceId(), TASK) && runOn(task.getProcessInstanceId(), OFFER));
    }

    private boolean runOn(String instance, String step) {
        var job = jobs.createJobQuery().processInstanceId(instance).activityId(step).messages().singleResult();
        if (job != null) {
            jobs.executeJob(job.getId());
        }
        return job != null;
    }

    private boolean asked(UUID caseId, UUID volunteerId) {
        return matching.offers(caseId).stream().anyMatch(offer -> offer.volunteerId().equals(volunteerId) && offer.state() == OfferState.OPEN);
    }

    /** Somebody else has decided on this pair at the same instant. */
    private static Outcome undone() {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return Outcome.MOVED_ON;
    }
}
