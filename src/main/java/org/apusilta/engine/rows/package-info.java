/** How what the engine keeps becomes rows. */
@NullMarked
package org.apusilta.engine.rows;

import org.jspecify.annotations.NullMarked;
