package org.apusilta.reporting.internal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apusilta.engine.CaseStepFigures.Place;
import org.apusilta.request.RequestStatus;

/** The stages of an open case in their order, and the waits of the drawn processes that make up the time spent in each. */
enum Stage {
    RECEIVED(List.of(new Place("help-request", "screenRequest"))),
    CLARIFYING(List.of(new Place("help-request", "clarifyRequest"))),
    /** The whole search, with the offers in it. */
    MATCHING(List.of(new Place("help-request", "findVolunteer"))),
    /** A part of {@link #MATCHING}: waiting for volunteers' answers, and for the client's. */
    OFFERED(List.of(new Place("find-volunteer", "awaitOfferAnswer"), new Place("find-volunteer", "askClient"))),
    /** A part of {@link #MATCHING}, from the preparing to the answer whether help has arrived; open cases stand here once the partner has said yes. */
    PARTNER(List.of(new Place("find-volunteer", "handOff"), new Place("ask-network", "handOffToTaker"))),
    MEETING(List.of(new Place("help-request", "firstMeeting"))),
    AGREEMENT(List.of(new Place("help-request", "makeAgreement"))),
    ACTIVE(List.of(new Place("support-relationship", "followUpDue"), new Place("support-relationship", "awaitCheckIns"),
            new Place("support-relationship", "followUp"), new Place("support-relationship", "mediate"), new Place("support-relationship", "pauseSupport"),
            new Place("support-relationship", "closeRelationship"), new Place("support-relationship", "closeSupport")));

    private final List<Place> waits;

    Stage(List<Place> waits) {
        this.waits = waits;
    }

    /** @return the stage of an open case with this status; one whose closing step still runs counts where it began */
    static Stage of(RequestStatus status) {
        if (status == RequestStatus.ELSEWHERE) {
            return PARTNER;
        }
        return Arrays.stream(values()).filter(stage -> stage.name().equals(status.name())).findFirst().orElse(RECEIVED);
    }

    static Map<String, List<Place>> places() {
        var places = new LinkedHashMap<String, List<Place>>();
        Arrays.stream(values()).forEach(stage -> places.put(stage.name(), stage.waits));
        return places;
    }
}
