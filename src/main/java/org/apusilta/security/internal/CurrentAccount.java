package org.apusilta.security.internal;

import java.util.Optional;
import java.util.Set;
import org.apusilta.security.Access;
import org.apusilta.security.Role;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Reads the account behind the login once per request. */
@Component
class CurrentAccount implements Access {

    private static final String KEPT = CurrentAccount.class.getName();

    private final AccountTable accounts;

    CurrentAccount(AccountTable accounts) {
        this.accounts = accounts;
    }

    @Override
    public boolean signedIn() {
        return login().isPresent();
    }

    @Override
    public String username() {
        return account().username();
    }

    @Override
    public Role role() {
        return account().role();
    }

    @Override
    public Set<String> districts() {
        return switch (role()) {
            case COORDINATOR -> account().districts();
            case LEAD, ADMIN -> ALL_DISTRICTS;
            case SOCIAL_WORKER, MANAGER, ORGANISATION, RESPONSIBLE -> Set.of();
        };
    }

    private Account account() {
        var login = login().orElseThrow(CurrentAccount::nobody);
        var request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return read(login);
        }
        var kept = (Account) request.getAttribute(KEPT, RequestAttributes.SCOPE_REQUEST);
        if (kept == null || !kept.username().equals(login)) {
            kept = read(login);
            request.setAttribute(KEPT, kept, RequestAttributes.SCOPE_REQUEST);
        }
        return kept;
    }

    private Account read(String login) {
        return accounts.find(login).filter(Account::active).orElseThrow(CurrentAccount::nobody);
    }

    private static Optional<String> login() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(login -> login.isAuthenticated() && !(login instanceof AnonymousAuthenticationToken))
                .map(Authentication::getName);
    }

    private static AuthenticationCredentialsNotFoundException nobody() {
        return new AuthenticationCredentialsNotFoundException("nobody is logged in");
    }
}
