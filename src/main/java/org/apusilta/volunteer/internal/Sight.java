package org.apusilta.volunteer.internal;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose data somebody sees: those who live in these districts, or those of one organisation, or those who help at these sites. One of
 * them is given; nobody's sight is the sum of two.
 */
public record Sight(@Nullable Set<String> majors, @Nullable String organisation, @Nullable Set<String> sites) {

    /** @param majors codes of major districts */
    public static Sight ofDistricts(Set<String> majors) {
        return new Sight(majors, null, null);
    }

    /** @return the condition on {@code v}, a volunteer joined with their district {@code d} */
    String condition() {
        return majors != null ? "d.major_code = ANY (:sightMajors)" : organisation != null ? "v.organisation = :sightOrganisation"
                : "EXISTS (SELECT 1 FROM apusilta.volunteer_site w WHERE w.volunteer_id = v.id AND w.site_code = ANY (:sightSites) AND (w.until IS NULL OR w.until >= :today))";
    }
}
