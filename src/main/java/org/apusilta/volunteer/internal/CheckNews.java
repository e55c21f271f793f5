package org.apusilta.volunteer.internal;

import java.util.Map;
import java.util.UUID;

/** Tells the background checks that wait; {@code process} answers. None waiting is no error: what was said is stored. */
public interface CheckNews {

    /** The volunteer has answered by link. */
    void answered(String instanceId);

    /** The volunteer has taken the consent back by link. */
    void takenBack(String instanceId);

    /** A kind that this one waited for has been assessed. */
    void assessed(String instanceId);

    /** @return the person each instance that waits for an assessment is about, by instance */
    Map<String, UUID> waiting();
}
