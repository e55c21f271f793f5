package org.apusilta.volunteer.internal;

import java.util.UUID;
import org.apusilta.volunteer.VolunteerGone;
import org.apusilta.volunteer.internal.ProofStarts.Proof;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins a renewal once for each day on which something runs out; a coordinator may begin one whenever none runs. */
@Service
@Transactional
public class Renewals {

    private final JdbcClient jdbc;
    private final ProofPeople people;
    private final ProofStarts starts;

    Renewals(JdbcClient jdbc, ProofPeople people, @Lazy ProofStarts starts) {
        this.jdbc = jdbc;
        this.people = people;
        this.starts = starts;
    }

    /** @return false when it is under way already */
    public boolean begin(UUID volunteerId, Proof proof, String major) {
        people.lock(volunteerId);
        jdbc.sql("""
                INSERT INTO apusilta.proof_renewal (volunteer_id, proof, runs_out_on, begun_at)
                SELECT id, :proof, CASE :proof WHEN 'AGREEMENT' THEN agreement_until WHEN 'CHECK' THEN check_until
                    ELSE (SELECT nullif(min(f.until), 'infinity') FROM apusilta.volunteer_trained f WHERE f.volunteer_id = v.id) END, :now
                FROM apusilta.volunteer v WHERE id = :id ON CONFLICT DO NOTHING""").param("proof", proof.name()).param("id", volunteerId).param("now", people.now()).update();
        return starts.begin(volunteerId, proof, major);
    }

    @EventListener
    void gone(VolunteerGone gone) {
        starts.drop(gone.volunteerId());
    }
}
