package org.apusilta.volunteer.internal;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What may be shown of a check: dates and a name, of the last one that led to a permission. Of any other there is nothing to show. */
@Component
public class CheckRecord {

    private final JdbcClient jdbc;

    CheckRecord(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One check. @param consentOn day of the consent @param issuedOn of the extract */
    public record Checked(LocalDate consentOn, LocalDate issuedOn, LocalDate checkedOn, String checkedBy, LocalDate validUntil) {}

    /** @return the newest */
    public Optional<Checked> newest(UUID personId) {
        return jdbc.sql("""
                SELECT (consent_at AT TIME ZONE 'Europe/Helsinki')::date AS consent_on, extract_issued_on AS issued_on, checked_on, checked_by, valid_until
                FROM apusilta.background_check WHERE person_id = :id AND checked_on IS NOT NULL ORDER BY checked_on DESC, id LIMIT 1""").param("id", personId)
                .query(Checked.class).optional();
    }
}
