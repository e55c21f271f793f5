package org.apusilta.engine.desk;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Sets the desk out at every start: filters, then the rights on them, and how rights are found. First of all runners: the demo's cases come after. */
@Component
@Order(-10)
class OpenDesk implements ApplicationRunner {

    private final Queues queues;
    private final Grants grants;
    private final RightsIndex index;
    private final TransactionOperations transaction;

    OpenDesk(Queues queues, Grants grants, RightsIndex index, TransactionOperations transaction) {
        this.queues = queues;
        this.grants = grants;
        this.index = index;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        index.put();
        // all or nothing: no moment without rights
        transaction.executeWithoutResult(status -> grants.put(queues.put()));
    }
}
