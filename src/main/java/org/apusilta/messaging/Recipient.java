package org.apusilta.messaging;

import org.jspecify.annotations.Nullable;

/**
 * Whom a message goes to. The channel follows from what is known: e-mail, else SMS, else a letter or call by a person.
 *
 * @param role CLIENT, REQUESTER, VOLUNTEER, PARTNER or STAFF
 * @param language fi, sv or en; anything else is written in Finnish
 */
public record Recipient(Role role, String name, @Nullable String email, @Nullable String phone, String language) {

    /** In which part somebody hears from us. */
    public enum Role { CLIENT, REQUESTER, VOLUNTEER, PARTNER, STAFF }
}
