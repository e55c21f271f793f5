package org.apusilta.engine.identity;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apusilta.engine.Accounts.Account;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.jspecify.annotations.Nullable;

/** Who asks the engine about staff, and whom they may know of. Our own code, which asks in nobody's name, may know of all. */
final class Reader {

    private static final Set<String> DESKS = desks();

    private final @Nullable Authentication login;

    Reader(CommandContext context) {
        this.login = context.isAuthorizationCheckEnabled() ? context.getAuthentication() : null;
    }

    /** @return whether a list of staff shows this account */
    boolean mayList(Account account) {
        return mayKnow(account.id());
    }

    /** @return whether this account's name is shown to those who have its id, such as that of a task's assignee */
    boolean mayName(Account account) {
        return mayKnow(account.id()) || isAny(groups(), DESKS) && isAny(account.groups(), DESKS);
    }

    /** @return whether they may ask what groups this account is in */
    boolean mayKnow(String account) {
        return login == null || account.equals(login.getUserId()) || isAny(groups(), Set.of(Groups.LEADS, Groups.ADMINS));
    }

    private Collection<String> groups() {
        return login == null || login.getGroupIds() == null ? List.of() : login.getGroupIds();
    }

    private static boolean isAny(Collection<String> groups, Set<String> wanted) {
        return groups.stream().anyMatch(wanted::contains);
    }

    private static Set<String> desks() {
        var desks = new HashSet<>(Groups.COORDINATORS);
        desks.add(Groups.LEADS);
        return Set.copyOf(desks);
    }
}
