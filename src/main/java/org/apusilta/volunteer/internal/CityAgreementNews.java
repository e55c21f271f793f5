package org.apusilta.volunteer.internal;

/** Tells a city-agreement that waits; {@code process} answers. None waiting is no error: the next step reads our tables. */
public interface CityAgreementNews {

    /** The volunteer has confirmed by link. */
    void confirmed(String instanceId);
}
