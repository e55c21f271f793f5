/**
 * Owns the organisations that may help when we cannot, their networks and contacts, and every hand-off to one of them with the
 * client's consent (R36-R38). The processes partner-handoff and ask-network. Tells matching which partners could help somebody who waits,
 * and volunteer which ones need people.
 */
@ApplicationModule(displayName = "Partner", allowedDependencies = {"catalogue", "volunteer", "request", "matching", "messaging", "engine", "security"})
@NullMarked
package org.apusilta.partner;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
