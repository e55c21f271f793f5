package org.apusilta.security.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apusilta.security.Access;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** After login: to the page that was asked for, else to where this role works. */
@Component
class Landing extends SavedRequestAwareAuthenticationSuccessHandler {

    private final Access access;

    Landing(Access access) {
        this.access = access;
    }

    @Override
    protected String determineTargetUrl(HttpServletRequest request, HttpServletResponse response, Authentication who) {
        return Door.of(access.role()).get(0).href();
    }
}
