package org.apusilta.volunteer.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one row says of a person; what it does not say is null or empty, and then nothing is changed.
 *
 * @param notes what a person should know: {@code CODE} or {@code CODE:FIELD} @param faulty whether it cannot be taken
 */
record ImportedRow(@Nullable String externalId, String givenName, String familyName, @Nullable String email, @Nullable String phone, int birthYear, @Nullable String gender,
        @Nullable String language, @Nullable String district, @Nullable String organisation, @Nullable LocalDate joinedOn, Map<String, String> languages, Set<String> kinds,
        Set<String> interests, @Nullable Integer capacity, Map<String, Boolean> consents, List<String> notes, boolean faulty) {}
