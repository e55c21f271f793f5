package org.apusilta.matching.internal;

import org.jspecify.annotations.Nullable;

/**
 * How long somebody may still wait, in whole weeks, and on what that rests.
 *
 * @param cases how many earlier waits, at least as long as this one, it rests on
 * @param half by when half of them had a volunteer; null when nobody can tell @param most by when eight of ten had
 */
record WaitEstimate(Basis basis, int cases, @Nullable Span half, @Nullable Span most) {

    /** Like whom, from near to far; NONE when even all together are too few. */
    enum Basis { KIND_DISTRICT, KIND_CITY, DISTRICT, ALL, NONE }

    /** @param weeks 1 or more @param longer whether it is more than that: so far nobody has been seen beyond */
    record Span(int weeks, boolean longer) {}
}
