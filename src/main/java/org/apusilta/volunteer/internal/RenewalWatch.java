package org.apusilta.volunteer.internal;

import java.util.UUID;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.apusilta.volunteer.internal.ProofStarts.Proof;
import org.apusilta.volunteer.internal.Terms.Term;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks each morning for what runs out soon and begins its renewal, which is drawn in {@code renew-proof}; decides nothing and moves
 * nothing that runs. The dates come by import and by paper too, so a timer for each of them would be thousands that wait for years.
 */
@Component
public class RenewalWatch {

    private static final Logger LOG = LoggerFactory.getLogger(RenewalWatch.class);

    private static final String DUE = """
            SELECT v.id, d.major_code AS major, p.proof FROM apusilta.volunteer v JOIN apusilta.district d ON d.code = v.district
            CROSS JOIN LATERAL (VALUES ('AGREEMENT', v.agreement_until),
                ('CHECK', CASE WHEN EXISTS (SELECT FROM apusilta.volunteer_kind w JOIN apusilta.kind k ON k.code = w.kind_code AND k.check_required WHERE w.volunteer_id = v.id) THEN v.check_until END),
                ('TRAINING', (SELECT nullif(min(f.until), 'infinity') FROM apusilta.volunteer_trained f WHERE f.volunteer_id = v.id))) AS p (proof, until)
            WHERE v.status = 'ACTIVE' AND p.until BETWEEN :today AND CAST(:today AS date) + CAST(:before AS integer)
              AND NOT EXISTS (SELECT FROM apusilta.proof_renewal r WHERE r.volunteer_id = v.id AND r.proof = p.proof AND r.runs_out_on = p.until)
            ORDER BY p.until, v.id LIMIT :most""";

    private final JdbcClient jdbc;
    private final ProofPeople people;
    private final Terms terms;
    private final Renewals renewals;
    private final Insured insured;
    private final int most;

    RenewalWatch(JdbcClient jdbc, ProofPeople people, Terms terms, Renewals renewals, Insured insured, @Value("${apusilta.renewals.most}") int most) {
        this.jdbc = jdbc;
        this.people = people;
        this.terms = terms;
        this.renewals = renewals;
        this.insured = insured;
        this.most = most;
    }

    private record Due(UUID id, String major, Proof proof) {}

    /** On one node at a time. */
    @Scheduled(cron = "${apusilta.renewals.cron}", zone = "Europe/Helsinki")
    @SchedulerLock(name = "renewals", lockAtMostFor = "PT30M")
    public void everyMorning() {
        look();
    }

    /** @return how many renewals were begun; each in a transaction of its own, so that one that fails does not stop the others */
    public int look() {
        var today = people.today();
        if (terms.all().stream().anyMatch(term -> term.code().startsWith("INSURANCE_AGE") && term.validFrom().equals(today))) {
            insured.agesChanged();
        }
        int begun = 0;
        for (var due : jdbc.sql(DUE).param("today", today).param("before", terms.on(Term.RENEW_DAYS_BEFORE, today)).param("most", most).query(Due.class).list()) {
            try {
                begun += renewals.begin(due.id(), due.proof(), due.major()) ? 1 : 0;
            } catch (RuntimeException problem) {
                LOG.error("A renewal could not be begun: {}", problem.getClass().getSimpleName());
            }
        }
        return begun;
    }
}
