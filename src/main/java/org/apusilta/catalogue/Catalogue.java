package org.apusilta.catalogue;

import java.util.List;
import java.util.Optional;

/** What can be asked for, and where. Read by everyone; small, so it is kept in memory. */
public interface Catalogue {

    /** @return the kinds that can be asked for now, in the order of the catalogue */
    List<Kind> kinds();

    /** @return the kind with this code, offered now or not, so that old cases keep their words */
    Optional<Kind> kind(String code);

    /** @return the districts in code order */
    List<District> districts();

    /** @return the district with this code */
    Optional<District> district(String code);

    /** @return the trainings, the basics first */
    List<Training> trainings();
}
