/**
 * Owns the register of volunteers: profile, languages, kinds, times, area, load, agreement and training dates (R12, R24). The processes care-round, recognition, care-contact and recreation; DMN milestones. Other modules get what they need, never the whole person.
 */
@ApplicationModule(displayName = "Volunteer", allowedDependencies = {"catalogue", "messaging", "engine", "security"})
@NullMarked
package org.apusilta.volunteer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
