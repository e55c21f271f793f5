package org.apusilta.engine;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.annotation.Lazy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Deadlines in Finnish working days: weekends, public holidays, Midsummer Eve and Christmas Eve do not count. How many days a
 * step has is data, in the DMN {@code deadlines} (step × urgency). Public because the drawings call it: {@code ${workdays.due(execution)}}.
 */
@Component
public class Workdays {

    /** Deadlines are given in the city's own time, whatever the server's. */
    static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime END_OF_OFFICE_DAY = LocalTime.of(16, 0);

    private final HolidayManager holidays = HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.FINLAND));
    private final Clock clock;
    private final DecisionService decisions;

    /** The table's answers, read once: it changes with a deployment, so with a start. Saves a decision and its history at every step. */
    private final Map<Deadline, Integer> days = new ConcurrentHashMap<>();

    private record Deadline(String step, String urgency) {}

    Workdays(Clock clock, @Lazy DecisionService decisions) {
        this.clock = clock;
        this.decisions = decisions;
    }

    /** @return when the step the token is at must be done, by its own deadline */
    public Date due(DelegateExecution execution) {
        return due(execution, execution.getCurrentActivityId());
    }

    /**
     * @param key a row of the DMN {@code deadlines}: a step's id, or a wait's name such as {@code offerReminder}
     * @return the end of the office day that many working days from now
     */
    public Date due(DelegateExecution execution, String key) {
        return after(days.computeIfAbsent(new Deadline(key, String.valueOf(execution.getVariable("urgency"))), this::decide));
    }

    /**
     * @param key a row of the DMN {@code deadlines}
     * @param urgency NORMAL, SOON or URGENT; anything else is answered by the table's last row for the key
     * @return the end of the office day that many working days after the given moment
     */
    public Instant due(Instant from, String key, String urgency) {
        int wait = days.computeIfAbsent(new Deadline(key, urgency), this::decide);
        return add(LocalDate.ofInstant(from, HELSINKI), wait).atTime(END_OF_OFFICE_DAY).atZone(HELSINKI).toInstant();
    }

    private int decide(Deadline deadline) {
        return decisions.evaluateDecisionTableByKey("deadlines")
                .variables(Variables.createVariables().putValue("step", deadline.step()).putValue("urgency", deadline.urgency()))
                .evaluate().<Integer>getSingleEntry();
    }

    /** @return the task's priority, 0 to 100, by the case's urgency: what Tasklist sorts by first */
    public int priority(DelegateExecution execution) {
        return switch (String.valueOf(execution.getVariable("urgency"))) {
            case "URGENT" -> 90;
            case "SOON" -> 70;
            default -> 50;
        };
    }

    /** @param day yyyy-MM-dd, null when there is none @return nine in the morning of the day after it, free days too; now when there is none */
    public Date morningAfter(@Nullable String day) {
        return day == null || day.isEmpty() ? Date.from(clock.instant())   // an expression hands null on as empty
                : Date.from(LocalDate.parse(day).plusDays(1).atTime(MORNING).atZone(HELSINKI).toInstant());
    }

    /**
     * @param days 0 or more; 0 is today, or the next working day when today is free or its office hours are over: nothing begins late
     * @return the end of that working day
     */
    public Date after(int days) {
        var end = endOfDay(days);
        return Date.from(end.isAfter(clock.instant()) ? end : endOfDay(days + 1));
    }

    private Instant endOfDay(int days) {
        return add(LocalDate.now(clock.withZone(HELSINKI)), days).atTime(END_OF_OFFICE_DAY).atZone(HELSINKI).toInstant();
    }

    /** @param day yyyy-MM-dd @param hour 0 to 23 @return that hour of that day, working day or not */
    public Date at(String day, int hour) {
        return Date.from(LocalDate.parse(day).atTime(hour, 0).atZone(HELSINKI).toInstant());
    }

    /** @return each day at six, before anybody comes to work: for rounds that begin processes and push none */
    public String everyMorning() {
        return "0 0 6 * * ?";
    }

    /** @return how many working days lie between the two, the first day not counted; 0 when the second is not later */
    public int between(Instant from, Instant to) {
        var first = LocalDate.ofInstant(from, HELSINKI);
        var last = LocalDate.ofInstant(to, HELSINKI);
        return last.isAfter(first) ? (int) first.plusDays(1).datesUntil(last.plusDays(1)).filter(day -> !free(day)).count() : 0;
    }

    /** @return the day this many working days later; a start on a free day counts from the next working day */
    public LocalDate add(LocalDate from, int days) {
        var day = from;
        while (free(day)) {
            day = day.plusDays(1);
        }
        for (int left = days; left > 0; left--) {
            do {
                day = day.plusDays(1);
            } while (free(day));
        }
        return day;
    }

    private boolean free(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY || holidays.isHoliday(day);
    }
}
