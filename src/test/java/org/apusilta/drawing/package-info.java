/**
 * The pictures of the processes: drawn by {@code ./mvnw -q -Pdrawings test} into {@code docs/processes}, and tests that say
 * when one is stale or a drawing is hard to read.
 */
@NullMarked
package org.apusilta.drawing;

import org.jspecify.annotations.NullMarked;
