package org.apusilta.volunteer.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.apusilta.volunteer.Application.Outcome;
import org.apusilta.volunteer.NewApplication.HeardFrom;
import org.apusilta.volunteer.SmallGroups;
import org.apusilta.volunteer.SmallGroups.Group;
import org.apusilta.volunteer.SmallGroups.Shown;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What became of those who heard of us here or there (R58), over the applications of a year. Public for {@code volunteer.web} only. */
@Component
@Transactional(readOnly = true)
public class RecruitmentFunnel {

    /** Still under way, beside the outcomes. */
    public static final String OPEN = "OPEN";

    /** Not told. */
    public static final String UNTOLD = "UNTOLD";

    private static final Duration BACK = Duration.ofDays(365);

    private final JdbcClient jdbc;
    private final Clock clock;

    RecruitmentFunnel(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return {@link #OPEN} and the outcomes, in the order of each row's numbers */
    public List<String> columns() {
        return Stream.concat(Stream.of(OPEN), Arrays.stream(Outcome.values()).map(Enum::name)).toList();
    }

    /** @return a row for each source somebody named, numbers of few people hidden */
    public List<Shown> rows() {
        var columns = columns();
        var counted = new LinkedHashMap<String, int[]>();
        Stream.concat(Arrays.stream(HeardFrom.values()).map(Enum::name), Stream.of(UNTOLD)).forEach(source -> counted.put(source, new int[columns.size()]));
        jdbc.sql("SELECT coalesce(heard_from, 'UNTOLD') AS source, coalesce(outcome, 'OPEN') AS outcome, count(*) AS people FROM apusilta.application WHERE received_at >= :since GROUP BY 1, 2")
                .param("since", Timestamp.from(since())).query(row -> {
                    counted.get(row.getString("source"))[columns.indexOf(row.getString("outcome"))] = row.getInt("people");
                });
        return SmallGroups.of(counted.entrySet().stream().map(one -> new Group(one.getKey(), one.getValue())).toList());
    }

    /** @return from when on applications are counted */
    public Instant since() {
        return clock.instant().minus(BACK);
    }
}
