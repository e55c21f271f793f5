package org.apusilta.engine.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apusilta.ApusiltaTest;
import org.apusilta.engine.Caller;
import org.apusilta.engine.DeskCase;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@ApusiltaTest
class QueuesIT extends DeskCase {

    @Autowired FilterService filters;
    @Autowired AuthorizationService authorizations;
    @Autowired OpenDesk desk;
    @Autowired ProcessEngineConfigurationImpl engine;
    @Autowired JdbcTemplate jdbc;
    @Autowired TransactionTemplate transaction;

    @Test
    void theQueuesStandInOrderUnderTheWorkingLanguagesNames() {
        assertThat(queues()).extracting(Filter::getName).containsExactly("To screen", "To match", "No volunteer found", "Waiting", "With partners",
                "First meetings", "Agreements", "Follow-ups", "Concerns", "Care", "Applicants", "Overdue", "Mine", "All");
    }

    @Test
    void anotherStartChangesNothing() {
        var filtersBefore = queues().stream().map(Filter::getId).toList();
        var rightsBefore = rights();
        desk.run(null);
        assertThat(queues()).extracting(Filter::getId).isEqualTo(filtersBefore);
        assertThat(rights()).containsExactlyInAnyOrderElementsOf(rightsBefore);
    }

    @Test
    void aRightThatSomebodyAddedIsGoneAfterTheNextStart() {
        var extra = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        extra.setGroupId("coordinators-7");
        extra.setResource(Resources.PROCESS_INSTANCE);
        extra.setResourceId("*");
        extra.addPermission(org.camunda.bpm.engine.authorization.Permissions.DELETE);
        var id = authorizations.saveAuthorization(extra).getId();
        desk.run(null);
        assertThat(authorizations.createAuthorizationQuery().authorizationId(id).count()).isZero();
        var eastern = task(east).getId();
        as("coordinator-east");
        assertThat(tasks.createTaskQuery().taskId(eastern).count()).as("rights on tasks stay").isOne();
    }

    @Test
    void eachReaderFindsTheirOwnTasksThere() {
        var all = queue(Queue.ALL);
        var mine = queue(Queue.MINE);
        tasks.setAssignee(task(east).getId(), "coordinator-east");
        var eastern = task(east).getId();
        var southern = task(south).getId();
        as("coordinator-east");
        assertThat(ids(all)).contains(eastern).doesNotContain(southern);
        assertThat(ids(mine)).contains(eastern).doesNotContain(southern);
        as("lead");
        assertThat(ids(all)).contains(eastern, southern);
        assertThat(ids(mine)).doesNotContain(eastern, southern);
    }

    @Test
    void tasklistShowsThemWithTheirCounts() {
        var caller = Caller.tasklist(port, "coordinator-east");
        var list = caller.get("/camunda/api/engine/engine/default/filter?resourceType=Task&itemCount=true").body();
        assertThat(list).contains("\"name\":\"To screen\"", "\"itemCount\":", "\"queue\":\"OVERDUE\"");
        assertThat(Caller.tasklist(port, "manager").get("/camunda/api/engine/engine/default/filter?resourceType=Task").body()).isEqualTo("[]");
    }

    @Test
    void overdueIsWhatIsPastItsDeadline() {
        var overdue = queue(Queue.OVERDUE);
        var task = task(east);
        task.setDueDate(new java.util.Date(org.camunda.bpm.engine.impl.util.ClockUtil.getCurrentTime().getTime() - 60_000));
        tasks.saveTask(task);
        as("coordinator-east");
        assertThat(ids(overdue)).contains(task.getId());
    }

    @Test
    void aDeputyFindsTheQueueOfWhomTheyStandInFor() {
        var eastern = task(east).getId();
        var southern = task(south).getId();
        identity.setAuthentication("coordinator-east", List.of("coordinators-7", "coordinators-1"));
        assertThat(ids(queue(Queue.ALL))).contains(eastern, southern);
    }

    @Test
    void theGroupAloneShowsNothing() {
        var eastern = task(east).getId();
        var all = queue(Queue.ALL);
        authorizations.createAuthorizationQuery().resourceType(Resources.TASK).resourceId(eastern).list().forEach(right -> authorizations.deleteAuthorization(right.getId()));
        as("coordinator-east");
        assertThat(ids(all)).as("rights decide").doesNotContain(eastern);
        assertThat(tasks.createTaskQuery().taskId(eastern).count()).isZero();
        as("lead");
        assertThat(ids(all)).contains(eastern);
    }

    @Test
    void rightsAreFoundByIndexAndGroupsAreNotAskedFor() {
        assertThat(engine.getSessionFactories().get(AuthorizationManager.class)).isInstanceOf(RightsOfGroups.Factory.class);
        var plan = transaction.execute(tx -> {
            jdbc.execute("SET LOCAL enable_seqscan = off");
            return String.join("\n", jdbc.queryForList("EXPLAIN SELECT * FROM public.act_ru_authorization WHERE user_id_ IN ('coordinator-east', '*') OR group_id_ IN ('coordinators-7')", String.class));
        });
        assertThat(plan).contains("apusilta_rights_of_user", "act_idx_auth_group_id").doesNotContain("Seq Scan");
    }

    private List<String> ids(String filter) {
        return filters.<Task>list(filter).stream().map(Task::getId).toList();
    }

    private String queue(Queue queue) {
        return queues().get(queue.ordinal()).getId();
    }

    private List<Filter> queues() {
        return filters.createTaskFilterQuery().list().stream().filter(filter -> filter.getProperties().containsKey(Queue.PROPERTY))
                .sorted(java.util.Comparator.comparing(filter -> (Integer) filter.getProperties().get("priority"))).toList();
    }

    private List<String> rights() {
        return authorizations.createAuthorizationQuery().list().stream().map(Authorization::getId).toList();
    }
}
