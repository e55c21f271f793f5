package org.apusilta.security.process;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.apusilta.engine.Accounts;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells the engine who is calling and forgets it afterwards, whatever happened: threads are used again. */
class AsThisPerson extends OncePerRequestFilter {

    // asked for late: filters are made before the engine
    private final ObjectProvider<ProcessEngine> engine;
    private final Accounts accounts;

    AsThisPerson(ObjectProvider<ProcessEngine> engine, Accounts accounts) {
        this.engine = engine;
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var login = SecurityContextHolder.getContext().getAuthentication();
        var account = login == null ? null : accounts.find(login.getName()).orElse(null);
        if (account == null) {
            // an engine without a caller checks nothing, so nobody must come through nameless
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        var identity = engine.getObject().getIdentityService();
        identity.setAuthentication(account.id(), List.copyOf(account.groups()), List.of());
        try {
            chain.doFilter(request, response);
        } finally {
            identity.clearAuthentication();
        }
    }
}
