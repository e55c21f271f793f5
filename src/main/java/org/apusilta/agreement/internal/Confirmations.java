package org.apusilta.agreement.internal;

/** Tells the waiting process that both have confirmed by link; {@code process} answers. */
public interface Confirmations {

    /** @param instanceId the make-agreement instance that waits, if it still does */
    void bothConfirmed(String instanceId);
}
