package org.apusilta.volunteer;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is being taken in and does not stand in the register yet, under the id that will be theirs there. The owner of applications
 * implements it; trainings, checks and the agreement with the city need to know whom to write to and what they wish to do.
 */
public interface Applicants {

    /** @param language fi, sv or en @param major major district whose coordinators take them in @param kinds codes of the kinds of help they wish to give */
    record Applicant(UUID id, String givenName, String familyName, @Nullable String email, @Nullable String phone, String language, int birthYear,
            String major, Set<String> kinds) {}

    /** @return the applicant with this id; empty when there is none */
    Optional<Applicant> applicant(UUID id);
}
