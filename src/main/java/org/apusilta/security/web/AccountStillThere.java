package org.apusilta.security.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apusilta.security.Access;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** A session lasts for hours: whoever lost their account or their role in the meantime is logged out at the next click. */
@Component
class AccountStillThere extends OncePerRequestFilter {

    private final Access access;

    AccountStillThere(Access access) {
        this.access = access;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (access.signedIn() && !sameRole()) {
            SecurityContextHolder.clearContext();
            var session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
        }
        chain.doFilter(request, response);
    }

    private boolean sameRole() {
        try {
            var authority = access.role().authority();
            return SecurityContextHolder.getContext().getAuthentication().getAuthorities().stream()
                    .anyMatch(granted -> authority.equals(granted.getAuthority()));
        } catch (AuthenticationException gone) {
            return false;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class InTheChainOnly {

        /** Boot would also hang every filter bean into the servlet container, where nobody is logged in yet. */
        @Bean
        FilterRegistrationBean<AccountStillThere> accountStillThereNotTwice(AccountStillThere filter) {
            var registration = new FilterRegistrationBean<>(filter);
            registration.setEnabled(false);
            return registration;
        }
    }
}
