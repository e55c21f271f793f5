package org.apusilta.volunteer;

import java.util.UUID;

/** Whether a volunteer has been through something after which no machine says thank you or goodbye: a person does. */
public interface HardEndings {

    /** @return whether a client of theirs died, or a support of theirs ended with a broken promise */
    boolean hurt(UUID volunteerId);
}
