package org.apusilta.security.internal;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.apusilta.security.Role;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may log in.
 *
 * @param districts a coordinator's major districts, empty for every other role
 * @param barredUntil no login before this: the pause after wrong passwords
 */
record Account(String username, String displayName, String passwordHash, Role role, Set<String> districts, boolean active,
        int wrongLogins, @Nullable Instant barredUntil) {

    boolean barredAt(Instant now) {
        return barredUntil != null && now.isBefore(barredUntil);
    }

    /** @return the engine's groups: one per district for coordinators, one for everybody else */
    Set<String> groups() {
        return role == Role.COORDINATOR
                ? districts.stream().map(major -> role.group() + "-" + major).collect(Collectors.toUnmodifiableSet())
                : Set.of(role.group());
    }
}
