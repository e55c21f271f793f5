package org.apusilta.volunteer.internal;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Terms of agreement, insurance and checks: numbers with a first day, for the city to decide. What has counted stays on record. */
@Component
public class Terms {

    /** What there is to set. */
    public enum Term { AGREEMENT_MONTHS, RENEW_DAYS_BEFORE, INSURANCE_AGE_FROM, INSURANCE_AGE_TO, CHECK_MONTHS }

    /** One setting. @param recordedBy account, or {@code migration} for the defaults */
    public record Set(String code, LocalDate validFrom, int value, String recordedBy) {}

    private final JdbcClient jdbc;
    private final ProofPeople people;

    Terms(JdbcClient jdbc, ProofPeople people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    /** @return what counts on this day */
    public int on(Term term, LocalDate day) {
        return jdbc.sql("SELECT apusilta.term(:term, :day)").param("term", term.name()).param("day", day).query(Integer.class).single();
    }

    /** @return every setting there was, by term, newest first */
    public List<Set> all() {
        return jdbc.sql("SELECT code, valid_from, value, recorded_by FROM apusilta.volunteering_term ORDER BY code, valid_from DESC").query(Set.class).list();
    }

    /** Keeps a new value; one that has not begun yet is replaced. @throws IllegalArgumentException when the day is past or the value cannot be */
    @Transactional
    public void keep(Term term, LocalDate from, int value, String by) {
        if (from.isBefore(people.today()) || value < (term == Term.INSURANCE_AGE_FROM ? 0 : 1) || value > 600) {
            throw new IllegalArgumentException("a term counts from today at the earliest");
        }
        jdbc.sql("""
                INSERT INTO apusilta.volunteering_term (code, valid_from, value, recorded_by, recorded_at) VALUES (:code, :from, :value, :by, :now)
                ON CONFLICT (code, valid_from) DO UPDATE SET value = excluded.value, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at""")
                .param("code", term.name()).param("from", from).param("value", value).param("by", by).param("now", people.now()).update();
    }
}
