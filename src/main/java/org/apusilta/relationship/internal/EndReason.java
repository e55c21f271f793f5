package org.apusilta.relationship.internal;

/** Why a support ended: as the coordinator said in {@code closeRelationship}, or what the process found. */
public enum EndReason { GOAL_MET, CLIENT_MOVES, VOLUNTEER_STOPS, FADED, OTHER, CHANGED, WITHDRAWN }
