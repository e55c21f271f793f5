package org.apusilta.volunteer.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Birthdays of those who agreed to be greeted: day and month, never the year. */
@Service
@Transactional
public class Birthdays {

    private final JdbcClient database;
    private final Clock clock;

    Birthdays(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param by the account that heard it, or {@code VOLUNTEER} by link */
    public void agree(UUID volunteerId, MonthDay day, String by) {
        database.sql("""
                INSERT INTO apusilta.volunteer_birthday (volunteer_id, month, day, agreed_by, agreed_at) VALUES (:id, :month, :day, :by, :now)
                ON CONFLICT (volunteer_id) DO UPDATE SET month = excluded.month, day = excluded.day, agreed_by = excluded.agreed_by, agreed_at = excluded.agreed_at""")
                .param("id", volunteerId).param("month", day.getMonthValue()).param("day", day.getDayOfMonth()).param("by", by)
                .param("now", Timestamp.from(clock.instant())).update();
    }

    /** They do not want it any more: the day is forgotten. */
    public void withdraw(UUID volunteerId) {
        database.sql("DELETE FROM apusilta.volunteer_birthday WHERE volunteer_id = ?").param(volunteerId).update();
    }

    /** @return the day, when they agreed */
    @Transactional(readOnly = true)
    public Optional<MonthDay> of(UUID volunteerId) {
        return database.sql("SELECT month, day FROM apusilta.volunteer_birthday WHERE volunteer_id = ?").param(volunteerId)
                .query((row, n) -> MonthDay.of(row.getInt("month"), row.getInt("day"))).optional();
    }

    /** @return the day, when there is such a one in some year */
    public static Optional<MonthDay> day(String day, String month) {
        try {
            return Optional.of(MonthDay.of(Integer.parseInt(month.strip()), Integer.parseInt(day.strip())));
        } catch (NumberFormatException | DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
