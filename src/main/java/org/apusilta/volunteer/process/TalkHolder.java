package org.apusilta.volunteer.process;

import java.util.UUID;
import org.apusilta.engine.Accounts;
import org.apusilta.volunteer.internal.Talks;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whose the talk is: who offered the time, as long as the account is there and works in that part of the city. Public, for the drawing asks it. */
@Component
public class TalkHolder {

    private final Talks talks;
    private final Accounts accounts;

    TalkHolder(Talks talks, Accounts accounts) {
        this.talks = talks;
        this.accounts = accounts;
    }

    /** @return the account; null leaves the task to the district's team */
    public @Nullable String of(DelegateExecution execution) {
        var team = "coordinators-" + execution.getVariable("majorDistrict");
        return talks.holder(UUID.fromString(execution.getProcessBusinessKey())).flatMap(accounts::find).filter(one -> one.groups().contains(team)).map(Accounts.Account::id).orElse(null);
    }
}
