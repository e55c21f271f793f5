package org.apusilta.matching.process;

import java.util.Optional;
import java.util.UUID;
import org.apusilta.engine.Ourselves;
import org.apusilta.matching.Waiting.Answer;
import org.apusilta.matching.internal.WaitingCare;
import org.apusilta.request.HelpRequests;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells waiting-care what happened outside, and the request what happened in it. The only one to do so. */
@Component
public class WaitingCareProcess {

    private static final String ANSWERED = "StillWantedAnswered";

    private final RuntimeService runtime;
    private final Ourselves ourselves;
    private final WaitingCare care;
    private final HelpRequests requests;

    WaitingCareProcess(RuntimeService runtime, Ourselves ourselves, WaitingCare care, HelpRequests requests) {
        this.runtime = runtime;
        this.ourselves = ourselves;
        this.care = care;
        this.requests = requests;
    }

    /**
     * Keeps an answer that is awaited, and lets the process go on.
     *
     * @param interim what the client would like meanwhile, null when nothing
     * @param by the account that heard it, null when the client answered by link
     * @return false when it came too late: answered before, a coordinator calls already, or the wait is over
     */
    @Transactional
    public boolean answered(UUID contactId, Answer answer, @Nullable UUID interim, @Nullable String said, @Nullable String by) {
        return ourselves.call(() -> {
            var instance = waiting(contactId);
            if (instance.isEmpty() || !heard(instance.get(), answer)) {
                return false;
            }
            if (!care.answer(contactId, answer, interim, said, by == null ? "LINK" : "PHONE", by)) {
                throw new ConcurrencyFailureException("Answered twice at once");
            }
            return true;
        });
    }

    /** Before the answer is kept: when the time runs out at this very instant nobody waits, and that is no error. */
    private boolean heard(String instance, Answer answer) {
        return !runtime.createMessageCorrelation(ANSWERED).processInstanceId(instance).setVariable("waitingAnswer", answer.name()).correlateAllWithResult().isEmpty();
    }

    /** @return whether an answer by link is still awaited */
    public boolean awaits(UUID contactId) {
        return ourselves.call(() -> waiting(contactId).isPresent());
    }

    private Optional<String> waiting(UUID contactId) {
        return care.question(contactId).filter(WaitingCare.Question::awaited).map(WaitingCare.Question::instanceId).filter(instance ->
                runtime.createExecutionQuery().processInstanceId(instance).messageEventSubscriptionName(ANSWERED).count() == 1);
    }

    /**
     * At the end of this transaction, still within it: the withdrawal ends the very process that asks for it, and no process can
     * be ended from inside one of its own steps.
     */
    void takeBack(UUID caseId) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                requests.withdraw(caseId, HelpRequests.Who.CLIENT);
            }
        });
    }
}
