package org.apusilta.relationship.internal;

import java.util.Optional;
import org.apusilta.matching.Matching.Parting;

/** Why a support ended: as the coordinator said in {@code closeRelationship}, or what the process found. */
public enum EndReason {
    GOAL_MET, CLIENT_MOVES, MOVE_TO_CARE, VOLUNTEER_STOPS, FADED, BREACH, OTHER, CHANGED, WITHDRAWN, CLIENT_DIED, VOLUNTEER_LEFT;

    /** @return what it means for a later match of the same two; empty when it says nothing about them */
    Optional<Parting> parting() {
        return switch (this) {
            case GOAL_MET, CLIENT_MOVES, MOVE_TO_CARE, VOLUNTEER_STOPS -> Optional.of(Parting.GOOD);
            case BREACH, CHANGED -> Optional.of(Parting.BAD);
            case FADED, OTHER, WITHDRAWN, CLIENT_DIED, VOLUNTEER_LEFT -> Optional.empty();
        };
    }
}
