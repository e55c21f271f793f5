package org.apusilta.volunteer.internal;

/** Tells a required-training that waits; {@code process} answers. None waiting is no error: the next step reads our tables. */
public interface TrainingNews {

    /** Nothing is missing any more. */
    void allDone(String instanceId);
}
