package org.apusilta.partner;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The register of partners. */
public interface Partners {

    /** @return all partners by name, active or not */
    List<Partner> all();

    /** @return the partner with this id */
    Optional<Partner> find(UUID id);

    /** @return names of the networks there are (R38) */
    List<String> networks();

    /**
     * Adds a partner, or changes the one with this id.
     *
     * @throws IllegalArgumentException when another partner has this name
     */
    void save(Partner partner);
}
