package org.apusilta.request.internal;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Requests of who seems to be the same person: same name and birth year, and the same phone, e-mail or address. */
@Component
class SameClient {

    private static final String OTHERS = """
            SELECT r.id FROM apusilta.client c JOIN apusilta.client o ON lower(trim(o.name)) = lower(trim(c.name)) AND o.birth_year = c.birth_year
                AND (regexp_replace(o.phone, '[^0-9]', '', 'g') = regexp_replace(c.phone, '[^0-9]', '', 'g') AND c.phone ~ '[0-9]'
                    OR lower(trim(o.email)) = lower(trim(c.email)) AND trim(c.email) <> '' OR lower(trim(o.address)) = lower(trim(c.address)) AND trim(c.address) <> '')
            JOIN apusilta.help_request r ON r.id = o.request_id
            WHERE c.request_id = ? AND r.id <> c.request_id""";

    private final JdbcClient jdbc;

    SameClient(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<UUID> others(UUID caseId) {
        return jdbc.sql(OTHERS).param(caseId).query(UUID.class).list();
    }

    /** Those that are open, of a person who lives as far as we know. */
    List<UUID> open(UUID caseId) {
        return jdbc.sql(OTHERS + " AND r.outcome IS NULL AND r.died_at IS NULL").param(caseId).query(UUID.class).list();
    }
}
