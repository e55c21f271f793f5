package org.apusilta.partner;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of each request that was handed to a partner. */
public interface HandOffs {

    /** How far it has come. WITHDRAWN: the client did not want it any more. */
    enum State { PREPARING, DROPPED, ASKED, ACCEPTED, RETURNED, ARRIVED, NOT_ARRIVED, WITHDRAWN }

    /** Whose yes lets us pass the request on, and how we know (R37). @param recordedBy account, null when nobody was logged in */
    record Consent(String from, String how, LocalDate on, @Nullable String recordedBy) {}

    /**
     * One hand-off.
     *
     * @param partner null until one is picked
     * @param shared what opens to the partner after a yes: PHONE or PHONE_AND_ADDRESS
     * @param silent whether the partner let the time to answer run out
     * @param answeredBy LINK or PHONE
     * @param arrivalAt when somebody said whether help has arrived
     */
    record HandOff(UUID id, UUID caseId, State state, Instant openedAt, @Nullable UUID partner, @Nullable String summary,
            @Nullable String shared, @Nullable Consent consent, @Nullable Instant askedAt, @Nullable Instant answerBy,
            @Nullable Instant remindedAt, boolean silent, @Nullable Instant answeredAt, @Nullable String answeredBy,
            @Nullable String returnReason, @Nullable Instant arrivalAskedAt, @Nullable Instant arrivalAt, @Nullable String arrivalBy,
            @Nullable Instant closedAt) {}

    /** Hand-offs of one partner, counted. @param silent how often the time to answer ran out; some of those answered later */
    record Count(String partner, int asked, int accepted, int returned, int silent, int arrived) {}

    /** A partner opened who the client is and how to reach them. */
    record Opened(String partner, Instant at) {}

    /** @return when partners opened the client's details in this case, oldest first */
    List<Opened> openings(UUID caseId);

    /** @return the case's hand-offs, oldest first */
    List<HandOff> of(UUID caseId);

    /** @return one line for each partner that has been asked, by name */
    List<Count> counts();
}
