package org.apusilta.volunteer.internal;

import java.time.Period;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What a city tunes of its care; which figures are milestones stands in the DMN {@code milestones}. */
@Component
class CareRules {

    private final Period silence;
    private final Period firstTask;
    private final Period remembered;
    private final int most;

    CareRules(@Value("${apusilta.care.silence-after:P12M}") Period silence, @Value("${apusilta.care.first-task-after:P30D}") Period firstTask,
            @Value("${apusilta.care.milestone-remembered:P60D}") Period remembered, @Value("${apusilta.care.most-a-round:60}") int most) {
        this.silence = silence;
        this.firstTask = firstTask;
        this.remembered = remembered;
        this.most = most;
    }

    /** After what time without any care somebody is told of. */
    Period silence() {
        return silence;
    }

    /** Within what time somebody who is active gets a first task. */
    Period firstTask() {
        return firstTask;
    }

    /** How long after an anniversary it is still thanked for: nobody is thanked today for five years that were full three years ago. */
    Period remembered() {
        return remembered;
    }

    /** How many of each reason one round may begin, so that no morning floods the coordinators; the rest is found on the next mornings. */
    int most() {
        return most;
    }
}
