/**
 * Owns the three-part agreement between client and volunteer (R15), its versions, confirmations, signed copies, review days and PDF. The processes make-agreement and change-agreement.
 */
@ApplicationModule(displayName = "Agreement", allowedDependencies = {"catalogue", "volunteer", "request", "matching", "messaging", "engine", "security"})
@NullMarked
package org.apusilta.agreement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
