package org.apusilta.casefile.internal;

import java.util.UUID;
import org.apusilta.engine.Accounts;
import org.apusilta.volunteer.Volunteers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Names behind ids. Somebody who has left keeps the id as the name. */
@Component
class CaseNames {

    private final Accounts accounts;
    private final Volunteers volunteers;

    CaseNames(Accounts accounts, Volunteers volunteers) {
        this.accounts = accounts;
        this.volunteers = volunteers;
    }

    @Nullable String staff(@Nullable String account) {
        return account == null ? null : accounts.find(account).map(Accounts.Account::displayName).orElse(account);
    }

    String volunteer(UUID id) {
        return volunteers.contact(id).map(Volunteers.Contact::name).orElse("–");
    }
}
