package org.apusilta.matching;

import java.util.List;
import java.util.UUID;

/** Partners that could help somebody who waits. The register of partners is another module's, which answers this. */
public interface InterimPartners {

    /** A partner as it may be offered. */
    record Offered(UUID id, String name) {}

    /** @return active partners that take what this case asks for and serve where it is, by name */
    List<Offered> forCase(UUID caseId);
}
