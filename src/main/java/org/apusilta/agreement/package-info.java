/**
 * Owns the three-part agreement between client and volunteer (R15), its versions, confirmations and PDF. The process make-agreement.
 */
@ApplicationModule(displayName = "Agreement", allowedDependencies = {"catalogue", "volunteer", "request", "matching", "messaging", "engine", "security"})
@NullMarked
package org.apusilta.agreement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
