/**
 * Owns what can be asked for and where: kinds of help with their border, training and checks (R13, R20), districts, divisions, units and sites with a named contact and deputy (R4, R10). Uses nothing.
 */
@ApplicationModule(displayName = "Catalogue", allowedDependencies = {})
@NullMarked
package org.apusilta.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
