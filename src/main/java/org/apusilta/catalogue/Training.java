package org.apusilta.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * A training that a kind of help may need before the first match (R26).
 *
 * @param code stable, upper snake case; {@code BASICS} is what every volunteer has
 * @param provider who gives it, null when the city does (R14)
 */
public record Training(String code, Texts name, @Nullable String provider) {}
