package org.apusilta.agreement.internal;

import java.util.UUID;

/** Starts the making of a new version; {@code process} answers. */
public interface ChangeProcess {

    /** @param major major district of the case, 1 to 8 */
    void start(UUID caseId, String major);
}
