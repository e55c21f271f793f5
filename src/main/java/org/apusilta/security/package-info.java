/**
 * Owns login, accounts, roles and what each role may see. One login serves pages, Tasklist, Cockpit and REST.
 */
@ApplicationModule(displayName = "Security", allowedDependencies = {"engine"})
@NullMarked
package org.apusilta.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
