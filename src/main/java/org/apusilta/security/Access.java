package org.apusilta.security;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;

/**
 * Who is asking, and what they may see (R53). URL rules have decided whether the role may come in at all; this decides which
 * cases. Everything is read from the account as it is now, so that a taken-away district is gone at the next click.
 */
public interface Access {

    /** All major districts, 1 to 8. */
    Set<String> ALL_DISTRICTS = Set.of("1", "2", "3", "4", "5", "6", "7", "8");

    /** @return whether somebody with an account is asking; false on public pages and in the engine's jobs */
    boolean signedIn();

    /** @throws org.springframework.security.core.AuthenticationException when nobody is logged in */
    String username();

    /** @throws org.springframework.security.core.AuthenticationException when nobody is logged in */
    Role role();

    /** @return the major districts whose cases this person works with or looks after: a coordinator's own, all for lead and admin, none for others */
    Set<String> districts();

    /** @return whether the cases of this major district are theirs to see */
    default boolean maySeeDistrict(String major) {
        return districts().contains(major);
    }

    /**
     * @param submittedBy username of the staff member who sent the request, null when it came from outside
     * @return whether this person may read this case: by district, or a social worker who sent it
     */
    default boolean mayReadCase(String major, @Nullable String submittedBy) {
        return maySeeDistrict(major) || role() == Role.SOCIAL_WORKER && username().equals(submittedBy);
    }

    /** @throws AccessDeniedException when {@link #maySeeDistrict} says no */
    default void requireDistrict(String major) {
        if (!maySeeDistrict(major)) {
            throw new AccessDeniedException("not this district");
        }
    }

    /** @throws AccessDeniedException when {@link #mayReadCase} says no */
    default void requireCase(String major, @Nullable String submittedBy) {
        if (!mayReadCase(major, submittedBy)) {
            throw new AccessDeniedException("not this case");
        }
    }
}
