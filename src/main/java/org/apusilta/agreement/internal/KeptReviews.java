package org.apusilta.agreement.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.apusilta.agreement.AgreementReviews;
import org.apusilta.request.HelpRequests;
import org.apusilta.security.Access;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Review days in {@code agreement_review}, which is only added to: the newest of the version that holds counts. */
@Service
@Transactional
class KeptReviews implements AgreementReviews {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
    private static final String ALL = """
            SELECT v.number, r.due_on, r.reviewed_by, r.set_at FROM apusilta.agreement_review r JOIN apusilta.agreement_version v ON v.id = r.version_id
            WHERE v.case_id = :case""";

    private final HelpRequests requests;
    private final Access access;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Period after;

    KeptReviews(@Lazy HelpRequests requests, Access access, JdbcClient jdbc, Clock clock, @Value("${apusilta.agreement.review-after}") Period after) {
        this.requests = requests;
        this.access = access;
        this.jdbc = jdbc;
        this.clock = clock;
        this.after = after;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Review> next(UUID caseId) {
        return query(ALL + " AND v.sealed_at IS NOT NULL AND v.ended_at IS NULL ORDER BY r.id DESC LIMIT 1", caseId).stream().findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean due(UUID caseId) {
        return next(caseId).filter(review -> !review.dueOn().isAfter(today())).isPresent();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Review> of(UUID caseId) {
        return query(ALL + " ORDER BY r.id", caseId);
    }

    @Override
    public void reviewed(UUID caseId) {
        var facts = requests.find(caseId).orElseThrow(() -> new NoSuchElementException("no such case"));
        access.requireDistrict(facts.major());
        var version = jdbc.sql("SELECT id FROM apusilta.agreement_version WHERE case_id = :case AND sealed_at IS NOT NULL AND ended_at IS NULL FOR UPDATE")
                .param("case", caseId).query(UUID.class).optional().orElseThrow(() -> new IllegalStateException("no agreement holds"));
        set(version, access.username());
    }

    /** Sets the first day, when both have confirmed. */
    void sealed(UUID versionId) {
        set(versionId, null);
    }

    private void set(UUID versionId, @Nullable String reviewedBy) {
        jdbc.sql("INSERT INTO apusilta.agreement_review (version_id, due_on, reviewed_by, set_at) VALUES (:version, :due, :by, :now)")
                .param("version", versionId).param("due", today().plus(after)).param("by", reviewedBy)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC)).update();
    }

    private List<Review> query(String sql, UUID caseId) {
        return jdbc.sql(sql).param("case", caseId).query((row, i) -> new Review(row.getInt("number"), row.getObject("due_on", LocalDate.class),
                row.getString("reviewed_by"), row.getObject("set_at", OffsetDateTime.class).toInstant())).list();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), HELSINKI);
    }
}
