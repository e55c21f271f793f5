package org.apusilta.engine.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.apusilta.ApusiltaTest;
import org.apusilta.engine.Caller;
import org.apusilta.engine.DeskCase;
import org.apusilta.engine.TestDrawings;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.camunda.bpm.engine.task.IdentityLink;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApusiltaTest
class DeskIT extends DeskCase {

    @Autowired AuthorizationService authorizations;
    @Autowired JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({"coordinator-east,1", "coordinator,2", "lead,2", "admin,2", "manager,2", "social-worker,0"})
    void eachSeesTheTasksOfTheirDistrictsOnly(String user, int seen) {
        as(user);
        assertThat(tasks.createTaskQuery().processDefinitionKey(TestDrawings.DESK).count()).isEqualTo(seen);
    }

    @ParameterizedTest
    @CsvSource({"coordinator-east,true,false", "coordinator,true,true", "lead,true,true", "admin,true,true", "manager,false,false", "social-worker,false,false"})
    void andWorksOnThemOnly(String user, boolean worksEast, boolean worksSouth) {
        var eastern = task(east).getId();
        var southern = task(south).getId();
        as(user);
        assertThat(allowed(() -> tasks.complete(eastern))).isEqualTo(worksEast);
        assertThat(allowed(() -> tasks.complete(southern))).isEqualTo(worksSouth);
    }

    @Test
    void aGuessedTaskIdTellsNothingThroughRest() {
        var caller = Caller.basic(port, "coordinator-east");
        var path = "/engine-rest/task/" + task(south).getId();
        assertThat(caller.get(path).statusCode()).isEqualTo(404);
        assertThat(caller.get(path + "/form-variables").statusCode()).isEqualTo(403);
        assertThat(caller.get(path + "/variables").statusCode()).isEqualTo(403);
        assertThat(caller.get(path + "/identity-links").statusCode()).isEqualTo(403);
        assertThat(caller.post(path + "/claim", "{\"userId\":\"coordinator-east\"}").statusCode()).isEqualTo(403);
        assertThat(caller.post(path + "/complete", "{}").statusCode()).isEqualTo(403);
        assertThat(caller.post(path + "/unclaim", "{}").statusCode()).isEqualTo(403);
        assertThat(caller.get("/engine-rest/process-instance/" + task(south).getProcessInstanceId()).statusCode()).isEqualTo(404);
        assertThat(caller.get("/engine-rest/history/task?taskId=" + task(south).getId()).body()).isEqualTo("[]");
        assertThat(caller.get("/engine-rest/variable-instance?processInstanceIdIn=" + task(south).getProcessInstanceId()).body()).isEqualTo("[]");
    }

    @Test
    void coordinatorsStartMakeAndHandOutNothing() {
        var caller = Caller.basic(port, "coordinator-east");
        assertThat(caller.post("/engine-rest/process-definition/key/engine-test-desk/start", "{}").statusCode()).isEqualTo(403);
        assertThat(caller.post("/engine-rest/task/create", "{\"name\":\"x\"}").statusCode()).isEqualTo(403);
        assertThat(caller.post("/engine-rest/filter/create", "{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":{}}").statusCode()).isEqualTo(403);
        assertThat(caller.post("/engine-rest/task/" + task(east).getId() + "/identity-links", "{\"groupId\":\"coordinators-1\",\"type\":\"candidate\"}").statusCode()).isEqualTo(403);
        assertThat(caller.send("PUT", "/engine-rest/task/" + task(east).getId(), "{\"description\":\"Matti\"}", "fi").statusCode()).isEqualTo(403);
        assertThat(caller.post("/engine-rest/task/" + task(east).getId() + "/comment/create", "{\"message\":\"Matti\"}").statusCode()).isBetween(400, 403);
        var admin = Caller.basic(port, "admin");
        assertThat(admin.post("/engine-rest/task/create", "{\"name\":\"x\"}").statusCode()).isEqualTo(403);
        assertThat(admin.post("/engine-rest/task/" + task(east).getId() + "/comment/create", "{\"message\":\"Matti\"}").statusCode()).isBetween(400, 403);
    }

    @Test
    void aManagerLooksAndChangesNothing() {
        var caller = Caller.basic(port, "manager");
        var instance = task(east).getProcessInstanceId();
        assertThat(caller.get("/engine-rest/process-instance/" + instance).statusCode()).isEqualTo(200);
        assertThat(caller.get("/engine-rest/history/process-instance?processInstanceIds=" + instance).body()).contains(instance);
        assertThat(caller.send("DELETE", "/engine-rest/process-instance/" + instance, null, "fi").statusCode()).isEqualTo(403);
        assertThat(caller.send("PUT", "/engine-rest/process-instance/" + instance + "/suspended", "{\"suspended\":true}", "fi").statusCode()).isEqualTo(403);
        assertThat(caller.post("/engine-rest/task/" + task(east).getId() + "/complete", "{}").statusCode()).isEqualTo(403);
    }

    @Test
    void aClaimIsALock() {
        var id = task(east).getId();
        var path = "/engine-rest/task/" + id;
        assertThat(claim("coordinator-east", "coordinator-east")).isEqualTo(204);
        var colleague = Caller.basic(port, "coordinator");
        var refused = colleague.post(path + "/complete", "{}");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("claimed by a colleague");
        assertThat(claim("coordinator", "coordinator")).isEqualTo(403);
        assertThat(colleague.post(path + "/unclaim", "{}").statusCode()).isEqualTo(403);
        assertThat(colleague.post(path + "/submit-form", "{}").statusCode()).isEqualTo(403);
        assertThat(colleague.post(path + "/bpmnError", "{\"errorCode\":\"x\"}").statusCode()).isEqualTo(403);
        assertThat(task(east).getAssignee()).isEqualTo("coordinator-east");
        assertThat(Caller.basic(port, "coordinator-east").post(path + "/complete", "{}").statusCode()).isEqualTo(204);
    }

    @Test
    void theLeadTakesOverAndHandsOut() {
        claim("coordinator-east", "coordinator-east");
        var path = "/engine-rest/task/" + task(east).getId();
        var lead = Caller.basic(port, "lead");
        assertThat(lead.post(path + "/assignee", "{\"userId\":\"coordinator\"}").statusCode()).isEqualTo(204);
        assertThat(task(east).getAssignee()).isEqualTo("coordinator");
        assertThat(lead.post(path + "/complete", "{}").statusCode()).isEqualTo(204);
    }

    @Test
    void theLeadMovesADeadlineButWritesNothingAboutPeople() {
        var lead = Caller.basic(port, "lead");
        var task = task(east);
        var path = "/engine-rest/task/" + task.getId();
        var described = "{\"name\":\"Decide\",\"description\":\"Matti\",\"priority\":50}";
        assertThat(lead.send("PUT", path, described, "fi").statusCode()).isEqualTo(400);
        assertThat(task(east).getDescription()).isNull();
        var moved = "{\"name\":\"Decide\",\"priority\":50,\"due\":\"2026-12-01T16:00:00.000+0200\"}";
        var answer = lead.send("PUT", path, moved, "fi");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(task(east).getDueDate()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lead", "admin"})
    void onlyWhoWorksHereIsNamedOnATask(String who) {
        var path = "/engine-rest/task/" + task(east).getId();
        var caller = Caller.basic(port, who);
        for (var name : new String[] {"Matti Meikäläinen 040 123 4567", "gone-away", "COORDINATOR", " ", "coordinators-7"}) {
            account("gone-away", false);
            var user = "{\"userId\":\"" + name + "\"}";
            noSuchUser(caller.post(path + "/assignee", user));
            noSuchUser(caller.post(path + "/claim", user));
            noSuchUser(caller.post(path + "/delegate", user));
            for (var type : new String[] {"candidate", "assignee", "owner"}) {
                noSuchUser(caller.post(path + "/identity-links", "{\"userId\":\"" + name + "\",\"type\":\"" + type + "\"}"));
            }
            noSuchUser(caller.send("PUT", path, "{\"name\":\"Decide\",\"priority\":50,\"assignee\":\"" + name + "\"}", "fi"));
            noSuchUser(caller.send("PUT", path, "{\"name\":\"Decide\",\"priority\":50,\"owner\":\"" + name + "\"}", "fi"));
        }
        assertThat(caller.post(path + "/identity-links", "{\"groupId\":\"Matti\",\"type\":\"candidate\"}").body()).contains("no such group");
        assertThat(caller.post(path + "/identity-links", "{\"userId\":\"lead\",\"type\":\"Matti\"}").statusCode()).isEqualTo(403);
        for (var text : new String[] {"caseInstanceId", "parentTaskId", "description"}) {
            assertThat(caller.send("PUT", path, "{\"name\":\"Decide\",\"priority\":50,\"" + text + "\":\"Matti\"}", "fi").statusCode()).as(text).isBetween(400, 403);
        }
        assertThat(tasks.getIdentityLinksForTask(task(east).getId())).extracting(IdentityLink::getGroupId).containsExactly("coordinators-7");
        account("gone-away", true);
        assertThat(caller.post(path + "/assignee", "{\"userId\":\"gone-away\"}").statusCode()).isEqualTo(204);
        assertThat(caller.post(path + "/identity-links", "{\"userId\":\"coordinator\",\"type\":\"candidate\"}").statusCode()).isEqualTo(204);
        assertThat(caller.post(path + "/delegate", "{\"userId\":\"coordinator\"}").statusCode()).isEqualTo(204);
        assertThat(caller.post(path + "/assignee", "{\"userId\":null}").statusCode()).isEqualTo(204);
        account("gone-away", false);
    }

    private static void noSuchUser(java.net.http.HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(answer.body()).contains("no such user").doesNotContain("Matti");
    }

    private void account(String name, boolean active) {
        jdbc.sql("""
                INSERT INTO apusilta.account (username, display_name, password_hash, role)
                SELECT :name, 'Somebody', password_hash, role FROM apusilta.account WHERE username = 'coordinator'
                ON CONFLICT (username) DO NOTHING""").param("name", name).update();
        jdbc.sql("UPDATE apusilta.account SET active = :active WHERE username = :name").param("active", active).param("name", name).update();
    }

    @Test
    void nobodyClaimsForAnother() {
        assertThat(claim("coordinator-east", "coordinator")).isEqualTo(403);
        assertThat(task(east).getAssignee()).isNull();
    }

    @Test
    void whoGivesATaskBackKeepsNoRightsOfTheirOwn() {
        var tasklist = Caller.tasklist(port, "coordinator-east");
        var path = "/camunda/api/engine/engine/default/task/" + task(east).getId();
        assertThat(tasklist.post(path + "/claim", "{\"userId\":\"coordinator-east\"}").statusCode()).isEqualTo(204);
        assertThat(task(east).getAssignee()).isEqualTo("coordinator-east");
        var back = tasklist.post(path + "/unclaim", "{}");
        assertThat(back.statusCode()).as(back.body()).isEqualTo(204);
        assertThat(task(east).getAssignee()).isNull();
        assertThat(authorizations.createAuthorizationQuery().userIdIn("coordinator-east").count()).isZero();
    }

    @Test
    void anAssigneeOutsideTheDistrictHasNoRights() {
        tasks.setAssignee(task(south).getId(), "coordinator-east");
        assertThat(Caller.basic(port, "coordinator-east").get("/engine-rest/task/" + task(south).getId()).statusCode()).isEqualTo(404);
    }

    private int claim(String caller, String forWhom) {
        return Caller.basic(port, caller).post("/engine-rest/task/" + task(east).getId() + "/claim", "{\"userId\":\"" + forWhom + "\"}").statusCode();
    }

    private static boolean allowed(Runnable call) {
        try {
            call.run();
            return true;
        } catch (AuthorizationException no) {
            return false;
        }
    }
}
