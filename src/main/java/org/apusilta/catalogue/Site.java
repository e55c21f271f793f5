package org.apusilta.catalogue;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place where volunteers help: a hospital, a service house, a library. It always has a named contact and a deputy (R4).
 *
 * @param type HOSPITAL, SERVICE_HOUSE, SERVICE_CENTRE, LIBRARY, YOUTH_HOUSE, CULTURE, PLAYGROUND, SCHOOL, PARK or SUPPORT
 * @param division the city's division (toimiala) it belongs to
 * @param briefedOn when the staff were last briefed in working with volunteers (R28), null when not yet
 */
public record Site(String code, Texts name, String type, String districtCode, Texts unit, Texts division, Person contact,
        Person deputy, @Nullable LocalDate briefedOn) {

    /** An employee who answers for volunteers at a site (R10). */
    public record Person(UUID id, String name, String email, String phone) {}
}
