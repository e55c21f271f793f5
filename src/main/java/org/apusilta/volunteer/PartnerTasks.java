package org.apusilta.volunteer;

import java.util.Collection;
import java.util.List;

/** Where else somebody who would like to help is needed (R40). The register of partners is another module's, which answers this. */
public interface PartnerTasks {

    /** @return names of active partners that need people for one of these kinds in this major district, in order */
    List<String> forSomebody(Collection<String> kinds, String major);
}
