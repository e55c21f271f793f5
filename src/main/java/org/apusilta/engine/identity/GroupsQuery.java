package org.apusilta.engine.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apusilta.engine.Accounts.Account;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.jspecify.annotations.Nullable;

/** Looks groups up: all of them, by id, or those somebody belongs to; whose groups are nobody else's business but the team lead's. */
final class GroupsQuery extends GroupQueryImpl {

    GroupsQuery(@Nullable CommandExecutor executor) {
        super(executor);
    }

    @Override
    public long executeCount(CommandContext context) {
        return found(context).count();
    }

    @Override
    public List<Group> executeList(CommandContext context, @Nullable Page page) {
        var groups = found(context);
        return page == null ? groups.toList() : groups.skip(page.getFirstResult()).limit(page.getMaxResults()).toList();
    }

    private Stream<Group> found(CommandContext context) {
        var provider = (AccountIdentities) context.getReadOnlyIdentityProvider();
        var own = userId == null ? null : provider.account(userId).filter(account -> new Reader(context).mayKnow(account.id())).map(Account::groups).orElse(Set.of());
        return provider.groups().all().stream()
                .filter(group -> own == null || own.contains(group.getId()))
                .filter(group -> id == null || id.equals(group.getId()))
                .filter(group -> ids == null || Arrays.asList(ids).contains(group.getId()))
                .filter(group -> name == null || name.equals(group.getName()))
                .filter(group -> nameLike == null || group.getName().contains(nameLike.replace("%", "")))
                .filter(group -> type == null || type.equals(group.getType()))
                .filter(group -> tenantId == null);
    }
}
