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

    /** @return the account of this name as it is; the one that is logged in as this request has found it */
    Optional<Account> find(String username) {
        return login().filter(username::equals).isPresent() ? kept(username) : accounts.find(username);
    }

    private Account account() {
        return kept(login().orElseThrow(CurrentAccount::nobody)).filter(Account::active).orElseThrow(CurrentAccount::nobody);
    }

    private Optional<Account> kept(String login) {
        var request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return accounts.find(login);
        }
        var kept = (Account) request.getAttribute(KEPT, RequestAttributes.SCOPE_REQUEST);
        if (kept != null && kept.username().equals(login)) {
            return Optional.of(kept);
        }
        var read = accounts.find(login);
        read.ifPresent(found -> request.setAttribute(KEPT, found, RequestAttributes.SCOPE_REQUEST));
        return read;
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
