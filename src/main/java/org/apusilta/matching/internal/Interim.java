package org.apusilta.matching.internal;

import java.util.UUID;

/** Something that can help until a volunteer is found, in the reader's words. @param text empty when the name says it */
public record Interim(UUID id, String name, String text) {}
