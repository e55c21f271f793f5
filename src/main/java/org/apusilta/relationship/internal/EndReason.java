package org.apusilta.relationship.internal;

/** Why a support ended: as the coordinator said in {@code closeRelationship}, or what the process found. */
public enum EndReason { GOAL_MET, CLIENT_MOVES, MOVE_TO_CARE, VOLUNTEER_STOPS, FADED, BREACH, OTHER, CHANGED, WITHDRAWN, CLIENT_DIED, VOLUNTEER_LEFT }
