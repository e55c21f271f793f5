package org.apusilta.volunteer.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apusilta.security.Access;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists of people somebody has given a name: own ones, and those colleagues share. A segment is a question, not a list: who fits changes by itself. */
@Service
@Transactional
public class Segments {

    /** Longest name, in characters. */
    public static final int LONGEST_NAME = 60;
    private static final int MOST = 50;

    private final JdbcClient jdbc;
    private final Access access;

    Segments(JdbcClient jdbc, Access access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    /** @param own whether it is the reader's to take away */
    public record Segment(UUID id, String name, String query, boolean shared, boolean own) {}

    /** @return the reader's own and the shared ones, by name */
    @Transactional(readOnly = true)
    public List<Segment> known() {
        return jdbc.sql("SELECT id, name, query, shared, account = :me AS own FROM apusilta.volunteer_segment WHERE account = :me OR shared ORDER BY lower(name), id")
                .param("me", access.username()).query(Segment.class).list();
    }

    /** @return the segment, when the reader may use it */
    @Transactional(readOnly = true)
    public Optional<Segment> find(UUID id) {
        return known().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** Keeps it; an own one of the same name is replaced. @throws IllegalArgumentException when the name will not do or there are too many */
    public void keep(String name, RegisterQuery query, boolean shared) {
        var clean = name.strip();
        if (clean.isEmpty() || clean.length() > LONGEST_NAME || clean.indexOf('\0') >= 0 || known().stream().filter(Segment::own).count() >= MOST) {
            throw new IllegalArgumentException("a name of 1 to " + LONGEST_NAME + " characters, and at most " + MOST + " segments");
        }
        jdbc.sql("""
                INSERT INTO apusilta.volunteer_segment (id, account, name, query, shared) VALUES (gen_random_uuid(), :me, :name, :query, :shared)
                ON CONFLICT (account, name) DO UPDATE SET query = excluded.query, shared = excluded.shared""")
                .param("me", access.username()).param("name", clean).param("query", query.at(1).address()).param("shared", shared).update();
    }

    /** Takes an own one away. */
    public void remove(UUID id) {
        jdbc.sql("DELETE FROM apusilta.volunteer_segment WHERE id = :id AND account = :me").param("id", id).param("me", access.username()).update();
    }
}
