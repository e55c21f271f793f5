package org.apusilta.relationship.internal;

/** The two who are in a support. */
public enum Side { CLIENT, VOLUNTEER }
