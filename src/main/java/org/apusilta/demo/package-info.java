/**
 * Owns the demonstration: a city of invented people and a year of cases played through the real engine (profile {@code demo}
 * only). Nothing may depend on it.
 */
@ApplicationModule(displayName = "Demo", allowedDependencies = {"catalogue", "volunteer", "request", "matching", "agreement", "relationship", "partner", "messaging", "engine", "security", "start"})
@NullMarked
package org.apusilta.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
