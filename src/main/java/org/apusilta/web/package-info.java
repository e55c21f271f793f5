/**
 * Owns what every page shares: the frame (header, languages, navigation by role, footer), the reader's language, the text
 * bundles and the error pages. Knows no module's content. Template: {@code templates/layout.html}.
 */
@ApplicationModule(displayName = "Web", allowedDependencies = {"engine"})
@NullMarked
package org.apusilta.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
