package org.apusilta.casefile.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.apusilta.casefile.Calls;
import org.apusilta.security.Access;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Calls in {@code case_call}. */
@Service
@Transactional
class LoggedCalls implements Calls {

    /** Clocks differ a little. */
    private static final Duration SLACK = Duration.ofMinutes(10);

    private final CaseDoor door;
    private final CaseNames names;
    private final Access access;
    private final JdbcClient jdbc;
    private final Clock clock;

    LoggedCalls(CaseDoor door, CaseNames names, Access access, JdbcClient jdbc, Clock clock) {
        this.door = door;
        this.names = names;
        this.access = access;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public UUID add(UUID caseId, Direction direction, Party party, Outcome outcome, String words, Instant calledAt) {
        door.open(caseId);
        var said = outcome == Outcome.TALKED ? Texts.checked(words) : Texts.optional(words);
        if (calledAt.isAfter(clock.instant().plus(SLACK))) {
            throw new IllegalArgumentException("a call that is to come");
        }
        var id = UUID.randomUUID();
        jdbc.sql("""
                INSERT INTO apusilta.case_call (id, case_id, direction, party, outcome, words, called_at, author)
                VALUES (:id, :case, :direction, :party, :outcome, :words, :at, :author)""")
                .param("id", id).param("case", caseId).param("direction", direction.name()).param("party", party.name())
                .param("outcome", outcome.name()).param("words", said).param("at", calledAt.atOffset(ZoneOffset.UTC))
                .param("author", access.username()).update();
        return id;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Call> of(UUID caseId) {
        return jdbc.sql("SELECT direction, party, outcome, words, called_at, author FROM apusilta.case_call WHERE case_id = :case ORDER BY called_at, id")
                .param("case", caseId)
                .query((row, i) -> new Call(Direction.valueOf(row.getString("direction")), Party.valueOf(row.getString("party")),
                        Outcome.valueOf(row.getString("outcome")), row.getString("words"), row.getObject("called_at", OffsetDateTime.class).toInstant(),
                        names.staff(row.getString("author")))).list();
    }
}
