package org.apusilta.volunteer.internal;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What staff may change of a volunteer. Agreement, insurance, checks and leaving have steps of their own.
 *
 * @param version which state of the entry was read @param languages level by code @param consents whether given, by what: NEWSLETTER, EMAIL, SMS, LETTER
 */
public record Person(UUID id, int version, String givenName, String familyName, @Nullable String email, @Nullable String phone, int birthYear,
        @Nullable String gender, String language, String district, @Nullable String organisation, int capacity, int maxDistanceM, boolean car, boolean strength,
        boolean petsOk, boolean smokeOk, Set<String> kinds, Map<String, String> languages, Set<String> interests, Map<String, Boolean> consents) {}
