package org.apusilta.volunteer;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The register, as other modules use it. */
public interface Volunteers {

    /** @param language fi, sv or en: how we write to the volunteer */
    record Contact(UUID id, String givenName, String familyName, @Nullable String email, @Nullable String phone, String language) {

        /** @return given and family name */
        public String name() {
            return givenName + " " + familyName;
        }
    }

    /** @return how to reach this volunteer */
    Optional<Contact> contact(UUID id);
}
