package org.apusilta.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@link CaseSteps} in numbers: how many stand and have waited where, and how long. Knows no case data. */
public interface CaseStepFigures {

    /**
     * Which visits count.
     *
     * @param cases only these cases; null for all
     * @param from visits that were left at or after this
     * @param to visits that were left before this
     */
    record Scope(@Nullable Collection<UUID> cases, Instant from, Instant to) {}

    /** One element of one process. */
    record Place(String process, String step) {}

    /**
     * @param standing how many tokens stand there now
     * @param since when the one that stands there longest came, null when none does
     * @param left how many visits ended in the scope's time
     * @param median how long half of those took at most, null when there were none
     * @param p90 how long nine of ten took at most
     */
    record StepFigure(String step, String type, int standing, @Nullable Instant since, int left, @Nullable Duration median,
            @Nullable Duration p90) {}

    /** @param cases how many cases have left the stage in the scope's time; all their visits to it are added up */
    record StageFigure(String stage, int cases, Duration median, Duration p90) {}

    /** Open tasks of one kind. @param oldestDue due date of the one that is late longest, null when none is */
    record Queue(Place task, int open, int overdue, @Nullable Instant oldestDue) {}

    /** @return for each step of the process that was ever visited in the scope or is occupied now */
    List<StepFigure> steps(String process, Scope scope);

    /** @param stages the places that make up each stage @return the stages that any case has left in the scope's time */
    List<StageFigure> stages(Map<String, List<Place>> stages, Scope scope);

    /** @return how often this place was reached, by week (its Monday) */
    Map<LocalDate, Integer> weekly(Place place, Scope scope);

    /** @param group a candidate group, null for all @return the open user tasks by what they are, and how many are late */
    List<Queue> queues(@Nullable String group);

    /** @param group a candidate group, null for all @return how many late tasks stand still though the manager was told, too */
    int climbed(@Nullable String group);

    /** @return the newest drawing of this process, as BPMN XML @throws java.util.NoSuchElementException when there is none */
    String drawing(String process);
}
