/**
 * Owns the help request: who asks, the client, consent, what is wanted, and the referrer's view (R1-R3). The processes help-request and clarify-request.
 */
@ApplicationModule(displayName = "Request", allowedDependencies = {"catalogue", "volunteer", "messaging", "engine", "security"})
@NullMarked
package org.apusilta.request;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
