package org.apusilta.security.internal;

import java.time.Clock;
import java.time.Duration;
import org.springframework.security.authentication.AccountStatusException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Username and password, for the login page, HTTP Basic and the engine alike. From the third wrong password in a row on an
 * account pauses for a few seconds, longer each time, during which the right password is refused too: guessing becomes
 * hopeless, and nobody can shut a colleague out for more than half a minute. Kept in the database: it holds on every node.
 */
@Component
class PasswordLogin implements AuthenticationProvider {

    private static final int FREE_TRIES = 2;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final AccountTable accounts;
    private final Clock clock;
    private final DaoAuthenticationProvider passwords;

    PasswordLogin(AccountTable accounts, Clock clock, PasswordEncoder encoder) {
        this.accounts = accounts;
        this.clock = clock;
        this.passwords = new DaoAuthenticationProvider(this::details);
        this.passwords.setPasswordEncoder(encoder);
    }

    @Override
    public Authentication authenticate(Authentication login) throws AuthenticationException {
        try {
            var done = passwords.authenticate(login);
            accounts.forgetWrongLogins(done.getName());
            return done;
        } catch (BadCredentialsException wrong) {
            pause(login.getName());
            throw wrong;
        } catch (AccountStatusException barred) {
            // the same answer as to a wrong password: it tells a guesser nothing
            throw new BadCredentialsException("barred", barred);
        }
    }

    @Override
    public boolean supports(Class<?> login) {
        return passwords.supports(login);
    }

    boolean matches(String username, String password) {
        try {
            return authenticate(UsernamePasswordAuthenticationToken.unauthenticated(username, password)).isAuthenticated();
        } catch (AuthenticationException refused) {
            return false;
        }
    }

    private void pause(String username) {
        int wrong = accounts.countWrongLogin(username);
        if (wrong > FREE_TRIES) {
            var seconds = Math.min(1L << Math.min(wrong - FREE_TRIES, 10), LONGEST_PAUSE.toSeconds());
            accounts.bar(username, clock.instant().plusSeconds(seconds));
        }
    }

    private UserDetails details(String username) {
        var account = accounts.find(username).orElseThrow(() -> new UsernameNotFoundException("no such account"));
        return User.withUsername(account.username()).password(account.passwordHash()).authorities(account.role().authority())
                .disabled(!account.active()).accountLocked(account.barredAt(clock.instant())).build();
    }
}
