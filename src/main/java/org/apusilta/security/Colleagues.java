package org.apusilta.security;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Those who work with cases: for lists to choose from, and to hand work over to. */
public interface Colleagues {

    /**
     * @param code names the person where a username must not stand, in addresses of pages
     * @param districts major districts they work with today, those of somebody they stand in for among them
     * @param standsInFor usernames of those who are away today and whose deputy this is
     */
    record Colleague(String username, UUID code, String name, Role role, Set<String> districts, Set<String> standsInFor) {

        /** @return whether cases of this major district are theirs to work with */
        public boolean worksIn(String major) {
            return districts.contains(major);
        }

        /** @return whether they lead */
        public boolean leads() {
            return role == Role.LEAD;
        }
    }

    /** @return active coordinators and leads, by name */
    List<Colleague> all();

    /** @return the active coordinator or lead with this username */
    Optional<Colleague> find(String username);

    /** @return the active coordinator or lead with this code */
    Optional<Colleague> find(UUID code);

    /** @param code as it came with a form, whatever it is @return the active coordinator or lead with this code */
    default Optional<Colleague> coded(String code) {
        return code.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? find(UUID.fromString(code)) : Optional.empty();
    }
}
