/**
 * Owns all Camunda configuration: history, job executor, variable and words guards, localised forms, authorisations, task texts, working days, and the record of where each case's token stands. Knows no case data.
 */
@ApplicationModule(displayName = "Engine", allowedDependencies = {})
@NullMarked
package org.apusilta.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
