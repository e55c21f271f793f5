package org.apusilta.catalogue;

import java.util.List;
import java.util.Optional;

/** The register of places and of the employees who answer for volunteers there (R4, R10). */
public interface Sites {

    /** @return all sites, in the order of their Finnish names */
    List<Site> sites();

    /** @return the site with this code */
    Optional<Site> site(String code);
}
