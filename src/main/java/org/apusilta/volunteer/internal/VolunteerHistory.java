package org.apusilta.volunteer.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was changed of a person, by whom; those that were merged into them among it. Written by the database alone. */
@Repository
public class VolunteerHistory {

    private static final int MOST = 200;

    private final JdbcClient jdbc;

    VolunteerHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param field a column, or a part such as {@code kind.FRIEND_VISIT} @param by name of the account, or its id when it is no account */
    public record Change(long id, String field, @Nullable String was, @Nullable String becomes, String by, Instant at) {}

    /** @return the newest first */
    public List<Change> of(UUID id) {
        return jdbc.sql("""
                SELECT h.id, h.field, h.old_value AS was, h.new_value AS becomes, coalesce(a.display_name, h.changed_by) AS by, h.changed_at AS at
                FROM apusilta.volunteer_history h LEFT JOIN apusilta.account a ON a.username = h.changed_by
                WHERE h.volunteer_id = :id OR h.volunteer_id IN (SELECT from_id FROM apusilta.volunteer_merge WHERE into_id = :id AND undone_at IS NULL)
                ORDER BY h.id DESC LIMIT :most""").param("id", id).param("most", MOST).query(Change.class).list();
    }
}
