package org.apusilta.catalogue;

/** How long a kind of help binds (R35): once at an event, one agreed visit, or a lasting relationship. */
public enum Commitment { ONE_OFF, GIG, LONG }
