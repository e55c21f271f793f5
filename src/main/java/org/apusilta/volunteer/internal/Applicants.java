package org.apusilta.volunteer.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.apusilta.engine.Workdays;
import org.apusilta.security.Access;
import org.apusilta.volunteer.Application;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Everybody on their way to become a volunteer, with each step that waits: since when, until when, whose it is. One who waits
 * nowhere is shown first: a step is at work on them, or has failed. Public for {@code volunteer.web} only.
 */
@Service
public class Applicants {

    /** More than a city's coordinators have at once; the page says so when it is reached. */
    public static final int MOST = 500;

    /**
     * Where an applicant waits.
     *
     * @param taskId null when we wait for somebody outside
     * @param team candidate group of the task @param assignee username, null when nobody has taken it
     * @param due by when it is to be done or answered
     */
    public record Wait(String process, String step, Instant since, @Nullable String taskId, @Nullable String team, @Nullable String assignee, @Nullable Instant due) {}

    /** One applicant. @param told whether a message waits for a person to tell it */
    public record Row(UUID id, String reference, String name, @Nullable String group, boolean minor, boolean byPhone, String district, String major, Instant receivedAt,
            int toTell, List<Wait> waits) {

        /** @return since when nothing has moved */
        public Instant since() {
            return waits.stream().map(Wait::since).min(Instant::compareTo).orElse(receivedAt);
        }
    }

    private final JdbcClient jdbc;
    private final ApplicationRows rows;
    private final Access access;
    private final Workdays workdays;
    private final Clock clock;

    Applicants(JdbcClient jdbc, ApplicationRows rows, Access access, Workdays workdays, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.access = access;
        this.workdays = workdays;
        this.clock = clock;
    }

    /** @return the application, when its part of the city is the reader's @throws NoSuchElementException when there is none */
    public Application open(UUID id) {
        var one = rows.find(id).orElseThrow(() -> new NoSuchElementException("no such application"));
        access.requireDistrict(one.major());
        return one;
    }

    /** @return the open applications of the reader's parts of the city, those that stand longest first */
    public List<Row> all() {
        return listed(access.districts(), null);
    }

    /** @return where this applicant waits now */
    public List<Wait> waits(UUID id) {
        return listed(Access.ALL_DISTRICTS, id).stream().flatMap(row -> row.waits().stream()).toList();
    }

    private List<Row> listed(Collection<String> majors, @Nullable UUID only) {
        if (majors.isEmpty()) {
            return List.of();
        }
        var found = new LinkedHashMap<UUID, Row>();
        jdbc.sql("""
                SELECT a.id, a.reference, a.given_name || ' ' || a.family_name AS name, a.group_name, a.age_band IN ('YOUTH', 'CHILD') AS minor, a.means = 'PHONE' AS by_phone,
                  a.district, d.major_code, a.received_at, s.process, s.step, s.entered_at, t.task_id, t.team, t.assignee, t.due,
                  (SELECT count(*) FROM apusilta.message m WHERE m.case_id = a.id AND m.state IN ('BY_HAND', 'FAILED') AND m.role <> 'STAFF') AS to_tell
                FROM apusilta.application a JOIN apusilta.district d ON d.code = a.district
                LEFT JOIN apusilta.case_step s ON s.case_id = a.id AND s.left_at IS NULL AND s.type IN ('userTask', 'receiveTask', 'intermediateTimer', 'intermediateMessageCatch')
                LEFT JOIN apusilta.open_task t ON t.case_id = a.id AND t.process = s.process AND t.step = s.step
                WHERE a.closed_at IS NULL AND d.major_code IN (:majors) AND (CAST(:only AS uuid) IS NULL OR a.id = :only)
                ORDER BY s.entered_at NULLS FIRST, a.received_at LIMIT :most""")
                .param("majors", majors).param("only", only).param("most", MOST).query(row -> {
                    var id = row.getObject("id", UUID.class);
                    if (!found.containsKey(id)) {
                        found.put(id, new Row(id, row.getString("reference"), row.getString("name"), row.getString("group_name"), row.getBoolean("minor"),
                                row.getBoolean("by_phone"), row.getString("district"), row.getString("major_code"), row.getTimestamp("received_at").toInstant(),
                                row.getInt("to_tell"), new ArrayList<>()));
                    }
                    if (row.getString("step") != null) {
                        var since = row.getTimestamp("entered_at").toInstant();
                        found.get(id).waits().add(new Wait(row.getString("process"), row.getString("step"), since, row.getString("task_id"), row.getString("team"),
                                row.getString("assignee"), row.getString("task_id") == null ? answerBy(row.getString("step"), since) : ApplicationRows.instant(row, "due")));
                    }
                });
        return List.copyOf(found.values());
    }

    /** Whom we wait for outside has until the step's own timer, by the same table. */
    private @Nullable Instant answerBy(String step, Instant since) {
        return switch (step) {
            case "awaitGuardian" -> workdays.due(since, "guardianOverdue", "NORMAL");
            case "awaitBooking" -> workdays.due(since, "bookingOverdue", "NORMAL");
            default -> null;
        };
    }

    /** @return whole days since then */
    public long days(Instant since) {
        return Duration.between(since, clock.instant()).toDays();
    }

    /** @return whether that moment is past */
    public boolean late(@Nullable Instant due) {
        return due != null && due.isBefore(clock.instant());
    }

    /** @return how many have ended with each outcome since that moment, for the head of the list */
    public int closedSince(Instant since, Application.Outcome outcome) {
        return jdbc.sql("""
                SELECT count(*) FROM apusilta.application a JOIN apusilta.district d ON d.code = a.district
                WHERE a.outcome = :outcome AND a.closed_at >= :since AND d.major_code IN (:majors)""")
                .param("outcome", outcome.name()).param("since", Timestamp.from(since)).param("majors", access.districts()).query(Integer.class).single();
    }
}
