package org.apusilta.partner;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organisation that may take over a request.
 *
 * @param active whether it is proposed; one that is not keeps its past hand-offs
 * @param wholeCity whether it serves all of the city, whatever its areas
 * @param kinds codes of what it takes
 * @param areas codes of major districts, "1" to "8"
 * @param languages ISO 639-1 codes
 * @param networks names of the networks it belongs to
 * @param contacts the first is asked, the others are for the phone
 */
public record Partner(UUID id, String name, Type type, boolean active, boolean wholeCity, List<String> kinds, List<String> areas,
        List<String> languages, List<String> networks, List<Contact> contacts) {

    /** Who stands behind it (R36). */
    public enum Type { NGO, PARISH, CITY, CITY_WITH_PARTNERS, INFORMAL }

    /** @param language fi, sv or en: how we write to them */
    public record Contact(String name, @Nullable String email, @Nullable String phone, String language) {}
}
