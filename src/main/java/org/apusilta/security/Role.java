package org.apusilta.security;

import org.jspecify.annotations.Nullable;

/** What somebody who logs in does here. One account has one role; Spring's authority is {@code ROLE_} and the name. */
public enum Role {
    /** screens, matches and follows the cases of their own major districts, in Tasklist */
    COORDINATOR("coordinators"),
    /** leads the coordinators: all districts, overdue work, deputising */
    LEAD("leads"),
    /** sends requests for clients and sees what became of them */
    SOCIAL_WORKER("social-workers"),
    /** watches the whole in numbers */
    MANAGER("managers"),
    /** keeps the system running */
    ADMIN("admins"),
    /** an organisation's contact: sees the volunteers the organisation leads, and nothing else (R12) */
    ORGANISATION(null),
    /** a responsible person in one of the city's units: sees the volunteers who help there (R10) */
    RESPONSIBLE(null);

    private final @Nullable String group;

    Role(@Nullable String group) {
        this.group = group;
    }

    /** @return the engine's group of this role; coordinators have one per district, {@code coordinators-<major>}; null for those the engine does not let in */
    public @Nullable String group() {
        return group;
    }

    /** @return the name Spring Security knows the role by */
    public String authority() {
        return "ROLE_" + name();
    }
}
