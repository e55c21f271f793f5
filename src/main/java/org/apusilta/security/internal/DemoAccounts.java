package org.apusilta.security.internal;

import java.util.Set;
import org.apusilta.security.Access;
import org.apusilta.security.Role;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/** Logins to try things with, the same word as password: invented people, never outside the profiles demo and test. */
@Component
@Profile({"demo", "test"})
class DemoAccounts implements SmartInitializingSingleton {

    // the passwords are printed on the screen: the cheapest hash will do, and keeps HTTP Basic quick
    private static final BCryptPasswordEncoder CHEAPEST = new BCryptPasswordEncoder(4);

    private final AccountTable accounts;

    DemoAccounts(AccountTable accounts) {
        this.accounts = accounts;
    }

    @Override
    public void afterSingletonsInstantiated() {
        add("coordinator", "Katri Kivelä", Role.COORDINATOR, Access.ALL_DISTRICTS);
        add("coordinator-east", "Eero Idänpää", Role.COORDINATOR, Set.of("7"));
        add("lead", "Lotta Lähdesmäki", Role.LEAD, Set.of());
        add("social-worker", "Sanna Saarikko", Role.SOCIAL_WORKER, Set.of());
        add("manager", "Mauri Mäkisalo", Role.MANAGER, Set.of());
        add("admin", "Aino Ahtela", Role.ADMIN, Set.of());
        add("organisation", "Helmi Harmaala", Role.ORGANISATION, Set.of());
        add("responsible", "Anniina Kirjosalo", Role.RESPONSIBLE, Set.of());
    }

    private void add(String username, String name, Role role, Set<String> districts) {
        accounts.add(username, name, "{bcrypt}" + CHEAPEST.encode(username), role, districts);
    }
}
