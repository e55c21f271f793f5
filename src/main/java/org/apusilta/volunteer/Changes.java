package org.apusilta.volunteer;

/**
 * Whose changes these are. The register keeps who changed which field when, from what to what; the database notices each change by
 * itself, and takes who it was from here. A transaction that says nothing is the system's.
 */
public interface Changes {

    /** From here to the end of this transaction. @param who an account, or {@code VOLUNTEER} by their own link */
    void by(String who);
}
