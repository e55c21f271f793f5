/**
 * Owns running support: follow-up periods, check-ins, concerns and the closing. The process support-relationship.
 */
@ApplicationModule(displayName = "Relationship", allowedDependencies = {"catalogue", "volunteer", "request", "matching", "agreement", "messaging", "engine", "security"})
@NullMarked
package org.apusilta.relationship;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
