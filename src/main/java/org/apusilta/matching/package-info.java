/**
 * Owns candidates with reasons, offers and reservations. The process find-volunteer. A no is never a bad mark (R21).
 */
@ApplicationModule(displayName = "Matching", allowedDependencies = {"catalogue", "volunteer", "request", "messaging", "engine", "security"})
@NullMarked
package org.apusilta.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
