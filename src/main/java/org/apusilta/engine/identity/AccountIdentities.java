package org.apusilta.engine.identity;

import java.util.List;
import java.util.Optional;
import org.apusilta.engine.Accounts;
import org.apusilta.engine.Accounts.Account;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.NativeUserQuery;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.TenantQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.jspecify.annotations.Nullable;

/** The engine's view of who works here: read from our accounts, never written. */
final class AccountIdentities implements ReadOnlyIdentityProvider {

    private final Accounts accounts;
    private final Groups groups;

    AccountIdentities(Accounts accounts, Groups groups) {
        this.accounts = accounts;
        this.groups = groups;
    }

    @Override
    public @Nullable User findUserById(String id) {
        return id == null ? null : accounts.find(id).map(Staff::user).orElse(null);
    }

    @Override
    public boolean checkPassword(String id, String password) {
        return id != null && password != null && accounts.passwordMatches(id, password);
    }

    @Override
    public @Nullable Group findGroupById(String id) {
        return groups.all().stream().filter(group -> group.getId().equals(id)).findFirst().orElse(null);
    }

    List<Account> known() {
        return accounts.all();
    }

    Optional<Account> account(@Nullable String id) {
        return id == null ? Optional.empty() : accounts.find(id);
    }

    Groups groups() {
        return groups;
    }

    @Override
    public UserQuery createUserQuery() {
        return new StaffQuery(Context.getProcessEngineConfiguration().getCommandExecutorTxRequired());
    }

    @Override
    public UserQuery createUserQuery(CommandContext context) {
        return new StaffQuery(null);
    }

    @Override
    public GroupQuery createGroupQuery() {
        return new GroupsQuery(Context.getProcessEngineConfiguration().getCommandExecutorTxRequired());
    }

    @Override
    public GroupQuery createGroupQuery(CommandContext context) {
        return new GroupsQuery(null);
    }

    @Override
    public NativeUserQuery createNativeUserQuery() {
        throw new BadUserRequestException("accounts are not asked for in SQL");
    }

    @Override
    public @Nullable Tenant findTenantById(String id) {
        return null;
    }

    @Override
    public TenantQuery createTenantQuery() {
        return new NoTenants(Context.getProcessEngineConfiguration().getCommandExecutorTxRequired());
    }

    @Override
    public TenantQuery createTenantQuery(CommandContext context) {
        return new NoTenants(null);
    }

    @Override
    public void flush() {
        // nothing is written
    }

    @Override
    public void close() {
        // nothing is held
    }
}
