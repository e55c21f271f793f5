package org.apusilta.engine.desk;

import java.util.ArrayList;
import java.util.List;
import org.apusilta.engine.Accounts;
import org.apusilta.engine.SessionFactories;
import org.apusilta.engine.identity.Groups;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who may do what with a task, put into the engine before it is built. */
@Component
class DeskRules extends AbstractProcessEnginePlugin {

    private final DeskRefusals refusals;
    private final ObjectProvider<Accounts> accounts;
    private final Groups groups;

    DeskRules(DeskRefusals refusals, ObjectProvider<Accounts> accounts, Groups groups) {
        this.refusals = refusals;
        this.accounts = accounts;
        this.groups = groups;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCommandCheckers(List.of(new TenantCommandChecker(), new TaskLock(refusals, accounts)));
        engine.setResourceAuthorizationProvider(new GroupRightsOnly(refusals, accounts, groups));
        SessionFactories.add(engine, new RightsOfGroups.Factory());
        engine.setDefaultUserPermissionNameForTask("TASK_WORK");
        engine.setAdminGroups(new ArrayList<>(List.of(Groups.ADMINS)));
    }
}
