package org.apusilta.request;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What is known of a wait for a volunteer, for the status page. Another module knows it. */
public interface WaitingNews {

    /** @param answersToo whether the reader may know what the client answered @return sentences in the reader's language; none when nobody waits */
    List<String> of(UUID caseId, boolean answersToo, Locale reader);
}
