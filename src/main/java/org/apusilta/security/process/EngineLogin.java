package org.apusilta.security.process;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.apusilta.engine.Accounts;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;

/** Hands our login on to the engine: to Tasklist and Cockpit, and to REST. */
@Configuration(proxyBeanMethods = false)
class EngineLogin {

    /** After Spring Security (-100) and Camunda's own filters (to 200). */
    private static final int ORDER = 201;

    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> webappLogin(Accounts accounts) {
        var filter = new FilterRegistrationBean<ContainerBasedAuthenticationFilter>(new ContainerBasedAuthenticationFilter() {
            @Override
            public void init(jakarta.servlet.FilterConfig config) {
                authenticationProvider = new SpringLogin(accounts);
            }
        });
        filter.setOrder(ORDER);
        filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        return filter;
    }

    /**
     * REST, localised forms and what Tasklist's own scripts ask run in the engine as the person. Other {@code /api} calls do
     * not: there our rules have decided, and a social worker who may send a request need not be allowed to start a process.
     */
    @Bean
    FilterRegistrationBean<AsThisPerson> restLogin(ObjectProvider<ProcessEngine> engine, Accounts accounts) {
        var filter = new FilterRegistrationBean<>(new AsThisPerson(engine, accounts));
        filter.setOrder(ORDER + 1);
        filter.addUrlPatterns("/engine-rest/*", "/forms/*", "/api/tasks/*");
        return filter;
    }

    private record SpringLogin(Accounts accounts) implements AuthenticationProvider {

        @Override
        public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
            var login = SecurityContextHolder.getContext().getAuthentication();
            var account = login == null ? java.util.Optional.<Accounts.Account>empty() : accounts.find(login.getName());
            return account.map(found -> {
                var result = AuthenticationResult.successful(found.id());
                result.setGroups(List.copyOf(found.groups()));
                return result;
            }).orElseGet(AuthenticationResult::unsuccessful);
        }

        @Override
        public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
            // no challenge: the login page is Spring Security's
        }
    }
}
