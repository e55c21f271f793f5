package org.apusilta.security.internal;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apusilta.security.Role;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may log in.
 *
 * @param code names the account where its username must not stand: in addresses of pages
 * @param ownDistricts a coordinator's major districts, empty for every other role
 * @param barredUntil no login before this: the pause after wrong passwords
 * @param standsInFor usernames of those who are away today and whose deputy this person is
 * @param deputisedDistricts the districts of those, as far as they are coordinators
 */
record Account(String username, UUID code, String displayName, String passwordHash, Role role, Set<String> ownDistricts, boolean active,
        int wrongLogins, @Nullable Instant barredUntil, Set<String> standsInFor, Set<String> deputisedDistricts) {

    boolean barredAt(Instant now) {
        return barredUntil != null && now.isBefore(barredUntil);
    }

    /** @return the major districts a coordinator works with today: the own ones, and those of whom they stand in for */
    Set<String> districts() {
        if (role != Role.COORDINATOR) {
            return Set.of();
        }
        var all = new TreeSet<>(ownDistricts);
        all.addAll(deputisedDistricts);
        return all;
    }

    /** @return the engine's groups: one per district for coordinators, none for those who are not the city's desks, one for everybody else */
    Set<String> groups() {
        if (role.group() == null) {
            return Set.of();
        }
        return role == Role.COORDINATOR
                ? districts().stream().map(major -> role.group() + "-" + major).collect(Collectors.toUnmodifiableSet())
                : Set.of(role.group());
    }
}
