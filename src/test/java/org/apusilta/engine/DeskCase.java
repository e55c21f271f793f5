package org.apusilta.engine;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** For tests around a task on a coordinator's desk: one in the eastern major district, one in the southern. */
public abstract class DeskCase {

    @Autowired protected RepositoryService repository;
    @Autowired protected RuntimeService runtime;
    @Autowired protected TaskService tasks;
    @Autowired protected IdentityService identity;
    @Autowired protected Accounts accounts;
    @LocalServerPort protected int port;

    protected final UUID east = UUID.randomUUID();
    protected final UUID south = UUID.randomUUID();
    private String deployment;

    @BeforeEach
    void begin() {
        deployment = TestDrawings.deploy(repository, TestDrawings.desk());
        start(east, "7");
        start(south, "1");
    }

    @AfterEach
    void end() {
        identity.clearAuthentication();
        repository.deleteDeployment(deployment, true);
    }

    private void start(UUID caseId, String major) {
        runtime.startProcessInstanceByKey(TestDrawings.DESK, caseId.toString(), Map.of("majorDistrict", major));
    }

    protected Task task(UUID caseId) {
        return tasks.createTaskQuery().processInstanceBusinessKey(caseId.toString()).singleResult();
    }

    protected void as(String user) {
        identity.setAuthentication(user, java.util.List.copyOf(accounts.find(user).orElseThrow().groups()));
    }
}
