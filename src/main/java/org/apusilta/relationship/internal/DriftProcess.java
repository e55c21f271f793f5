package org.apusilta.relationship.internal;

import java.util.UUID;

/** The drawn process that asks a person whose work it is, as the services of this module start it. */
public interface DriftProcess {

    /** @param pressing whether the rule calls it a professional's work @return the engine's process instance id */
    String start(UUID caseId, String majorDistrict, boolean pressing);
}
