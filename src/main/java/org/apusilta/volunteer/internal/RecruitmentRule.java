package org.apusilta.volunteer.internal;

/** When we take volunteers; {@code volunteer.process} asks the decision table. */
public interface RecruitmentRule {

    /** @param waiting how many wait @param free how many volunteers could be asked @return whether more volunteers are wanted */
    boolean open(int waiting, int free);
}
