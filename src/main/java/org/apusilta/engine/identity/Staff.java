package org.apusilta.engine.identity;

import org.apusilta.engine.Accounts.Account;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/** An account as the engine's user: the name is shown in Tasklist, nothing else is known. */
final class Staff {

    private Staff() {}

    static User user(Account account) {
        var space = account.displayName().lastIndexOf(' ');
        var user = new UserEntity(account.id());
        user.setFirstName(space < 0 ? "" : account.displayName().substring(0, space));
        user.setLastName(account.displayName().substring(space + 1));
        return user;
    }
}
