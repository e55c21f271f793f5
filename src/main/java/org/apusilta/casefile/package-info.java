/**
 * Reads the others for the Case tab: who, what, border, candidates, messages, timeline; owns the notes.
 */
@ApplicationModule(displayName = "Casefile", allowedDependencies = {"catalogue", "volunteer", "request", "matching", "agreement", "relationship", "partner", "messaging", "operations", "engine", "security"})
@NullMarked
package org.apusilta.casefile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
