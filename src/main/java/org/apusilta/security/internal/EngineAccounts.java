package org.apusilta.security.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apusilta.engine.Accounts;
import org.springframework.stereotype.Component;

/** What the engine sees of our accounts. */
@Component
class EngineAccounts implements Accounts {

    private final AccountTable accounts;
    private final CurrentAccount current;
    private final PasswordLogin passwords;

    EngineAccounts(AccountTable accounts, CurrentAccount current, PasswordLogin passwords) {
        this.accounts = accounts;
        this.current = current;
        this.passwords = passwords;
    }

    @Override
    public Optional<Account> find(String id) {
        return current.find(id).filter(org.apusilta.security.internal.Account::active).map(EngineAccounts::seen);
    }

    @Override
    public List<Account> all() {
        return accounts.all().stream().filter(org.apusilta.security.internal.Account::active).map(EngineAccounts::seen).toList();
    }

    @Override
    public Set<String> standsInFor(String id) {
        return accounts.find(id).map(org.apusilta.security.internal.Account::standsInFor).orElse(Set.of());
    }

    /** The same way in as the login page, so that the pause after wrong passwords holds here too. */
    @Override
    public boolean passwordMatches(String id, String password) {
        return passwords.matches(id, password);
    }

    private static Account seen(org.apusilta.security.internal.Account account) {
        return new Account(account.username(), account.displayName(), account.groups());
    }
}
