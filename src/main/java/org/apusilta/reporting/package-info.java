/**
 * Projects what happened into figures for managers. Owns nothing that a case depends on.
 */
@ApplicationModule(displayName = "Reporting", allowedDependencies = {"catalogue", "volunteer", "request", "partner", "relationship", "engine", "security"})
@NullMarked
package org.apusilta.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
