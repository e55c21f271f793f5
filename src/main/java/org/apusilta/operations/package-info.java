/**
 * Owns what an administrator does: failed steps that became a task, the page of process versions and incidents. The process resolve-incident. Changes no case: it tries a step again or moves a case to a newer drawing.
 */
@ApplicationModule(displayName = "Operations", allowedDependencies = {"request", "engine", "security"})
@NullMarked
package org.apusilta.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
