package org.apusilta.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apusilta.ApusiltaTest;
import org.apusilta.engine.Caller;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApusiltaTest
class IdentitiesIT {

    @Autowired IdentityService identity;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;

    @AfterEach
    void nobody() {
        identity.clearAuthentication();
    }

    @Test
    void theEngineKnowsOurAccountsAndTheirGroups() {
        var user = identity.createUserQuery().userId("coordinator-east").singleResult();
        assertThat(user.getFirstName() + " " + user.getLastName()).isEqualTo("Eero Idänpää");
        assertThat(identity.createGroupQuery().groupMember("coordinator-east").list()).extracting(Group::getId).containsExactly("coordinators-7");
        assertThat(identity.createGroupQuery().groupMember("coordinator").count()).isEqualTo(8);
        assertThat(identity.createUserQuery().memberOfGroup("coordinators-7").list()).extracting(User::getId).contains("coordinator", "coordinator-east");
        assertThat(identity.createGroupQuery().groupId("coordinators-7").singleResult().getName()).isEqualTo("Coordinators, Eastern");
        assertThat(identity.checkPassword("lead", "lead")).isTrue();
        assertThat(identity.checkPassword("lead", "wrong")).isFalse();
        assertThat(identity.createTenantQuery().list()).isEmpty();
    }

    @Test
    void nothingOfThemIsInTheEnginesTablesAndNobodyWritesThere() {
        assertThat(jdbc.sql("SELECT (SELECT count(*) FROM act_id_user) + (SELECT count(*) FROM act_id_group)").query(Long.class).single()).isZero();
        assertThatThrownBy(() -> identity.saveUser(identity.newUser("eve"))).hasMessageContaining("read-only");
        assertThat(Caller.basic(port, "admin").post("/engine-rest/user/create", "{\"profile\":{\"id\":\"eve\"},\"credentials\":{\"password\":\"eve\"}}").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"coordinator-east,lead,200", "coordinator-east,coordinator-east,200", "coordinator-east,social-worker,404", "coordinator-east,admin,404",
        "social-worker,lead,404", "social-worker,coordinator,404", "manager,social-worker,404", "lead,social-worker,200", "admin,manager,200"})
    void namesAreForThoseWhoseDeskShowsThem(String reader, String whose, int answer) {
        assertThat(Caller.basic(port, reader).get("/engine-rest/user/" + whose + "/profile").statusCode()).isEqualTo(answer);
        assertThat(Caller.basic(port, reader).get("/engine-rest/user?id=" + whose).body().contains("\"" + whose + "\"")).isEqualTo(answer == 200);
    }

    @ParameterizedTest
    @CsvSource({"coordinator-east,lead,false", "coordinator-east,coordinator-east,true", "social-worker,admin,false", "manager,coordinator,false", "lead,coordinator,true"})
    void whatGroupsSomebodyIsInIsTheirOwnBusinessAndTheLeads(String reader, String whose, boolean told) {
        var caller = Caller.basic(port, reader);
        for (var path : List.of("/engine-rest/identity/groups?userId=", "/engine-rest/group?member=")) {
            var answer = caller.get(path + whose).body();
            assertThat(answer.contains("coordinators-") || answer.contains("leads") || answer.contains("admins")).as(answer).isEqualTo(told);
        }
    }

    @Test
    void nobodyTriesPasswordsBesideTheLogin() {
        var guess = "{\"username\":\"lead\",\"password\":\"lead\"}";
        for (var who : List.of("social-worker", "coordinator", "admin")) {
            assertThat(Caller.basic(port, who).post("/engine-rest/identity/verify", guess).statusCode()).isEqualTo(403);
            assertThat(Caller.basic(port, who).post("/engine-rest/identity/verify/", guess).statusCode()).isEqualTo(403);
            assertThat(Caller.basic(port, who).post("/engine-rest/engine/default/identity/verify", guess).statusCode()).isEqualTo(403);
        }
        assertThat(Caller.tasklist(port, "lead").post("/camunda/api/engine/engine/default/identity/verify", guess).statusCode()).isEqualTo(403);
    }

    @Test
    void aListOfColleaguesIsForThoseWhoHandOutWork() {
        identity.setAuthentication("coordinator-east", List.of("coordinators-7"));
        assertThat(identity.createUserQuery().list()).extracting(User::getId).containsExactly("coordinator-east");
        assertThat(identity.createUserQuery().memberOfGroup("admins").list()).isEmpty();
        assertThat(identity.createUserQuery().userId("lead").count()).as("who has claimed can be named").isOne();
        identity.setAuthentication("lead", List.of("leads"));
        assertThat(identity.createUserQuery().list()).hasSizeGreaterThanOrEqualTo(6);
    }
}
