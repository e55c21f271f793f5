package org.apusilta.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the engine's read-only identity provider needs of our accounts; {@code security} answers. */
public interface Accounts {

    /** @param groups engine groups: coordinators-1 … coordinators-8, leads, managers, admins, social-workers */
    record Account(String id, String displayName, Set<String> groups) {}

    /** @return the account, when it exists and is active */
    Optional<Account> find(String id);

    /** @return all active accounts, by id */
    List<Account> all();

    /** @return what all active accounts are called, by id */
    default Map<String, String> names() {
        return all().stream().collect(Collectors.toMap(Account::id, Account::displayName));
    }

    /** @return ids of those who are away today and whose work this account does as their deputy */
    Set<String> standsInFor(String id);

    /** @return whether this password is this active account's */
    boolean passwordMatches(String id, String password);
}
