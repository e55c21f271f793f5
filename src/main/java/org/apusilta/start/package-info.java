/**
 * Owns starting and stopping: what must be there before anything begins, the demo's own PostgreSQL, and what the terminal says.
 * Whatever stops the start is told in one sentence. Uses nothing.
 */
@ApplicationModule(displayName = "Start", allowedDependencies = {})
@NullMarked
package org.apusilta.start;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
