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
