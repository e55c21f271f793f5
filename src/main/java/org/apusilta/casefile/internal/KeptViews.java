package org.apusilta.casefile.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apusilta.casefile.CaseQuery;
import org.apusilta.casefile.SavedViews;
import org.apusilta.security.Access;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Views in {@code case_view}. */
@Service
@Transactional
class KeptViews implements SavedViews {

    private final JdbcClient jdbc;
    private final Access access;

    KeptViews(JdbcClient jdbc, Access access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    @Override
    @Transactional(readOnly = true)
    public List<View> own() {
        return jdbc.sql("SELECT id, name, query, phrase FROM apusilta.case_view WHERE account = :me ORDER BY lower(name)").param("me", access.username())
                .query(View.class).list();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<View> find(UUID id) {
        return jdbc.sql("SELECT id, name, query, phrase FROM apusilta.case_view WHERE id = :id AND account = :me").param("id", id)
                .param("me", access.username()).query(View.class).optional();
    }

    @Override
    public UUID keep(String name, CaseQuery query, @Nullable String phrase) {
        var clean = name.strip();
        if (clean.isEmpty() || clean.length() > LONGEST_NAME || clean.indexOf('\0') >= 0 || own().size() >= MOST) {
            throw new IllegalArgumentException("a name of 1 to " + LONGEST_NAME + " characters, and at most " + MOST + " views");
        }
        return jdbc.sql("""
                INSERT INTO apusilta.case_view (id, account, name, query, phrase) VALUES (gen_random_uuid(), :me, :name, :query, :phrase)
                ON CONFLICT (account, name) DO UPDATE SET query = excluded.query, phrase = excluded.phrase RETURNING id""")
                .param("me", access.username()).param("name", clean).param("query", query.at(1).address()).param("phrase", phrase)
                .query(UUID.class).single();
    }

    @Override
    public void remove(UUID id) {
        jdbc.sql("DELETE FROM apusilta.case_view WHERE id = :id AND account = :me").param("id", id).param("me", access.username()).update();
    }
}
