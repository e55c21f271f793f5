package org.apusilta.volunteer.internal;

import org.apusilta.volunteer.Application;

/** The way of an application, as drawn in {@code volunteer-onboarding}; {@code volunteer.process} knows the engine. */
public interface OnboardingProcess {

    /** What the drawing must know of an application: codes only. */
    record Facts(boolean withMinors, boolean atHome, boolean confidential) {}

    /** @return the engine's instance id */
    String start(Application application, Facts facts);

    /** @return whether its process still ran and has taken the withdrawal */
    boolean withdraw(String instanceId);
}
