package org.apusilta.engine.identity;

import java.util.List;
import java.util.Optional;
import org.apusilta.engine.Accounts;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Gives the engine our accounts instead of its own user tables, which stay empty. */
@Component
class Identities extends AbstractProcessEnginePlugin implements SessionFactory {

    private final ObjectProvider<Accounts> accounts;
    private final Groups groups;

    Identities(ObjectProvider<Accounts> accounts, Groups groups) {
        this.accounts = accounts;
        this.groups = groups;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setIdentityProviderSessionFactory(this);
    }

    @Override
    public Class<?> getSessionType() {
        return ReadOnlyIdentityProvider.class;
    }

    @Override
    public Session openSession() {
        // asked for late: the accounts may need beans that need the engine
        return new AccountIdentities(accounts.getIfAvailable(Nobody::new), groups);
    }

    /** Without the module that keeps accounts nobody works here: for tests of a part. */
    private static final class Nobody implements Accounts {
        @Override public java.util.Set<String> standsInFor(String id) { return java.util.Set.of(); }
        @Override public Optional<Account> find(String id) { return Optional.empty(); }
        @Override public List<Account> all() { return List.of(); }
        @Override public boolean passwordMatches(String id, String password) { return false; }
    }
}
