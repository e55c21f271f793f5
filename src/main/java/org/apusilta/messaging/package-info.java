/**
 * Owns the one door out: a message is a row committed with the case and sent afterwards; links with single-purpose, expiring tokens.
 */
@ApplicationModule(displayName = "Messaging", allowedDependencies = {"engine"})
@NullMarked
package org.apusilta.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
