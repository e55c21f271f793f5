package org.apusilta.request;

import java.util.UUID;

/**
 * Whoever holds something for this case lets it go now, in the same transaction: reservations, open offers, links, planned messages.
 *
 * @param ended whether the case is over (else it goes on, perhaps with another volunteer)
 * @param why what each owner needs to know to let go kindly
 */
public record CaseReleased(UUID caseId, boolean ended, Why why) {

    /** Why it is let go. */
    public enum Why {
        /** The case ended, in a way its own letter tells. */ ENDED,
        /** The client has died: nothing automatic to the client's side, and who knew them hears it from a person. */ CLIENT_DIED,
        /** The two do not go on together; nobody's fault. */ NO_FAULT,
        /** The volunteer leaves or rests: a client who had been told of them hears so. */ VOLUNTEER_AWAY,
        /** What is asked for has changed: it is screened anew, and the same person may be asked again. */ REQUEST_CHANGED
    }
}
