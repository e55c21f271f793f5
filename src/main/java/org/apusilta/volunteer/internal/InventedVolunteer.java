package org.apusilta.volunteer.internal;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One invented person, ready to be written. @param languages level by ISO 639 code @param trainings day by code */
record InventedVolunteer(UUID id, String givenName, String familyName, @Nullable String email, String phone, int birthYear, @Nullable String gender,
        String language, String district, int x, int y, String status, LocalDate joinedOn, @Nullable String organisation,
        @Nullable LocalDate agreementUntil, @Nullable LocalDate insuredUntil, @Nullable LocalDate checkUntil, int capacity, int load,
        int maxDistance, boolean car, boolean strength, boolean petsOk, boolean smokeOk, @Nullable Integer slots,
        @Nullable LocalDate lastEndedOn, Map<String, String> languages, Set<String> kinds, Set<String> interests,
        Map<String, LocalDate> trainings) {}
