/** How the engine works out decision tables. */
@NullMarked
package org.apusilta.engine.decisions;

import org.jspecify.annotations.NullMarked;
