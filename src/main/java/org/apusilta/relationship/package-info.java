/**
 * Owns running support: follow-up periods, check-ins, visits and what they bring that was not agreed, pauses, concerns, mediation and the closing.
 * The processes support-relationship, visit-log, scope-drift, pause-support and mediation; DMN followUpPlan and visitRhythm.
 */
@ApplicationModule(displayName = "Relationship", allowedDependencies = {"catalogue", "volunteer", "request", "matching", "agreement", "messaging", "engine", "security"})
@NullMarked
package org.apusilta.relationship;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
