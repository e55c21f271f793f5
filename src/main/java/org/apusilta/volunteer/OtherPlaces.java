package org.apusilta.volunteer;

import java.util.Collection;
import java.util.List;

/** Where else somebody can help whom we cannot use now (R40); {@code partner} knows. */
public interface OtherPlaces {

    /** @param contact what volunteers are told: an address on the web, a phone number */
    record Place(String name, String contact) {}

    /**
     * @param kinds codes of what they would like to do; empty for anything
     * @return organisations that look for volunteers, those that do the same in the same part of the city first
     */
    List<Place> of(Collection<String> kinds, String major);
}
