package org.apusilta.engine.identity;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apusilta.engine.Accounts.Account;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.jspecify.annotations.Nullable;

/**
 * Looks staff up. Who works at the desks finds the others there by their id (Tasklist shows who has claimed); a list of
 * colleagues goes to those who hand out work, everybody else finds only themselves.
 */
final class StaffQuery extends UserQueryImpl {

    StaffQuery(@Nullable CommandExecutor executor) {
        super(executor);
    }

    @Override
    public long executeCount(CommandContext context) {
        return found(context).count();
    }

    @Override
    public List<User> executeList(CommandContext context, @Nullable Page page) {
        var users = found(context).sorted(Comparator.comparing(Account::id)).map(Staff::user);
        return page == null ? users.toList() : users.skip(page.getFirstResult()).limit(page.getMaxResults()).toList();
    }

    private Stream<Account> found(CommandContext context) {
        var provider = (AccountIdentities) context.getReadOnlyIdentityProvider();
        var reader = new Reader(context);
        var pool = id != null ? provider.account(id).stream().filter(reader::mayName)
                : ids != null ? Arrays.stream(ids).flatMap(one -> provider.account(one).stream()).filter(reader::mayName)
                : provider.known().stream().filter(reader::mayList);
        return pool.filter(this::matches);
    }

    private boolean matches(Account account) {
        var user = Staff.user(account);
        return tenantId == null && email == null && emailLike == null
                && (groupId == null || account.groups().contains(groupId))
                && (firstName == null || firstName.equals(user.getFirstName())) && like(firstNameLike, user.getFirstName())
                && (lastName == null || lastName.equals(user.getLastName())) && like(lastNameLike, user.getLastName());
    }

    private static boolean like(@Nullable String pattern, String value) {
        return pattern == null || value.toLowerCase(Locale.ROOT).contains(pattern.replace("%", "").toLowerCase(Locale.ROOT));
    }
}
