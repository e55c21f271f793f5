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
 * Looks staff up. Whose id is known can be named by anybody (Tasklist shows who has claimed); a list of colleagues goes to
 * those who hand out work, everybody else finds only themselves.
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
        var pool = id != null ? provider.account(id).stream()
                : ids != null ? Arrays.stream(ids).flatMap(one -> provider.account(one).stream())
                : provider.known().stream().filter(account -> mayList(context, account));
        return pool.filter(this::matches);
    }

    private static boolean mayList(CommandContext context, Account account) {
        var reader = context.isAuthorizationCheckEnabled() ? context.getAuthentication() : null;
        return reader == null || account.id().equals(reader.getUserId())
                || reader.getGroupIds() != null && (reader.getGroupIds().contains(Groups.LEADS) || reader.getGroupIds().contains(Groups.ADMINS));
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
