package org.apusilta.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What other modules may know of a request without knowing who it is about.
 *
 * @param reference what people say on the phone, such as {@code AP-2026-00042}
 * @param major code of the major district, "1" to "8"
 * @param times of {@code MON_AM … SUN_EVE} (AM, PM, EVE); empty when any time will do
 * @param languages ISO 639-1 codes, best first
 * @param hoursPerWeek 0.5 to 60, null when not said
 * @param genderWish F, M or null
 * @param startOn wanted start, null when as soon as possible
 * @param previousId the request this one goes on from, after a change of volunteer
 * @param outcome null while open
 * @param submittedBy account that sent it, null for the public page
 */
public record CaseFacts(UUID id, String reference, AskedBy askedBy, String district, String major, List<String> kinds,
        Set<String> times, List<String> languages, boolean recurring, @Nullable Double hoursPerWeek, boolean petsAtHome,
        boolean smokingAtHome, boolean needsStrength, boolean needsCar, @Nullable String genderWish, @Nullable LocalDate startOn,
        Instant receivedAt, @Nullable UUID previousId, @Nullable Outcome outcome, @Nullable Instant closedAt,
        @Nullable String submittedBy) {

    /** @return what the process may know of it, by variable */
    public Map<String, Object> codes() {
        return Map.of("majorDistrict", major, "kindCount", kinds.size(), "hoursPerWeek", hoursPerWeek == null ? 0.0 : hoursPerWeek);
    }
}
