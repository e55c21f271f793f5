package org.apusilta.volunteer;

import java.util.List;

/** Who waits for a volunteer, told to recruitment by whoever knows ({@code matching}): numbers only, nothing of a client. */
public interface WaitingForHelp {

    /** @param kind code of the kind of help @param major code of the major district @param language ISO 639-1 code of one the client speaks @param people how many */
    record Waiting(String kind, String major, String language, int people) {}

    /** @return who waits now; a client who speaks two languages counts under both */
    List<Waiting> waiting();
}
