package org.apusilta.security.internal;

import java.util.Set;
import org.apusilta.security.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** On a new database the one account that the others can be made with; where accounts exist the settings do nothing. */
@Component
@Profile("!demo & !test")
class FirstAdmin implements SmartInitializingSingleton {

    static final int SHORTEST_PASSWORD = 12;

    private static final Logger log = LoggerFactory.getLogger(FirstAdmin.class);

    private final AccountTable accounts;
    private final PasswordEncoder encoder;
    private final String username;
    private final String password;

    FirstAdmin(AccountTable accounts, PasswordEncoder encoder, @Value("${apusilta.admin.username:}") String username,
            @Value("${apusilta.admin.password:}") String password) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.username = username;
        this.password = password;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!accounts.isEmpty()) {
            return;
        }
        if (username.isBlank() || password.length() < SHORTEST_PASSWORD) {
            log.warn("Nobody can log in yet: set APUSILTA_ADMIN_USERNAME and APUSILTA_ADMIN_PASSWORD (at least {} characters) and start again",
                    SHORTEST_PASSWORD);
            return;
        }
        accounts.add(username, username, encoder.encode(password), Role.ADMIN, Set.of());
        log.info("Made the first account, {}: take APUSILTA_ADMIN_PASSWORD out of the settings now", username);
    }
}
