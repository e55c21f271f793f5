package org.apusilta.volunteer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many volunteers there are, the city's own and those an organisation leads counted apart (R12). Numbers only. */
public interface RegisterFigures {

    /**
     * One line of the count.
     *
     * @param organisations false: the city's own; true: led by an organisation
     * @param active may be asked now @param resting on a break @param left have left since the register began @param retired of the active and resting, 64 or older
     */
    record Count(boolean organisations, int active, int resting, int left, int retired) {}

    /** @param major code of a major district, null for all @return the city's own first, always both lines */
    List<Count> counts(@Nullable String major);
}
