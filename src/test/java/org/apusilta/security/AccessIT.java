package org.apusilta.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apusilta.ApusiltaTest;
import org.apusilta.engine.Accounts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.test.context.support.WithAnonymousUser;
import org.springframework.security.test.context.support.WithMockUser;

/** Which cases each role may read (R53). */
@ApusiltaTest
class AccessIT {

    @Autowired Access access;
    @Autowired Accounts accounts;

    @Test
    @WithMockUser(username = "coordinator-east", roles = "COORDINATOR")
    void aCoordinatorSeesTheirOwnDistrictsOnly() {
        assertThat(access.role()).isEqualTo(Role.COORDINATOR);
        assertThat(access.districts()).containsExactly("7");
        assertThat(access.mayReadCase("7", null)).isTrue();
        assertThat(access.mayReadCase("1", "social-worker")).isFalse();
        assertThatThrownBy(() -> access.requireDistrict("1")).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    @WithMockUser(username = "social-worker", roles = "SOCIAL_WORKER")
    void aSocialWorkerReadsTheirOwnRequestsOnly() {
        assertThat(access.mayReadCase("7", "social-worker")).isTrue();
        assertThat(access.mayReadCase("7", "somebody-else")).isFalse();
        assertThat(access.mayReadCase("7", null)).isFalse();
    }

    @Test
    @WithMockUser(username = "lead", roles = "LEAD")
    void aLeadSeesAllDistricts() {
        assertThat(access.districts()).isEqualTo(Access.ALL_DISTRICTS);
    }

    @Test
    @WithMockUser(username = "manager", roles = "MANAGER")
    void aManagerReadsNumbersAndNoCase() {
        assertThat(access.mayReadCase("7", null)).isFalse();
    }

    @Test
    @WithAnonymousUser
    void nobodyIsAskedToLogInFirst() {
        assertThat(access.signedIn()).isFalse();
        assertThatThrownBy(access::username).isInstanceOf(AuthenticationException.class);
    }

    @Test
    @WithMockUser(username = "somebody-gone", roles = "LEAD")
    void anAccountThatIsGoneSeesNothing() {
        assertThatThrownBy(() -> access.maySeeDistrict("1")).isInstanceOf(AuthenticationException.class);
    }

    @Test
    void theEngineSeesOneGroupPerDistrict() {
        assertThat(accounts.find("coordinator-east").orElseThrow().groups()).containsExactly("coordinators-7");
        assertThat(accounts.find("lead").orElseThrow().groups()).containsExactly("leads");
        assertThat(accounts.find("nobody")).isEmpty();
        assertThat(accounts.all()).extracting(Accounts.Account::id).contains("admin", "manager");
    }
}
