package org.apusilta.matching.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apusilta.catalogue.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What may be offered to somebody who waits, as the team lead keeps it. Nothing is deleted: what was offered once stays known. Public for {@code matching.web} only. */
@Service
@Transactional
public class KeptInterimOffers {

    /**
     * @param position the lower, the earlier it is named @param major code of a major district, null for the whole city
     * @param kinds catalogue codes, none for whatever was asked for
     */
    public record Offer(UUID id, int position, @Nullable String major, List<String> kinds, boolean active, Texts name, Texts text) {}

    private static final String COLUMNS = "id, position, major, coalesce(kinds, '{}') AS kinds, active, name_fi, name_sv, name_en, text_fi, text_sv, text_en";

    private final JdbcClient jdbc;

    KeptInterimOffers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return those in use first, in their order */
    @Transactional(readOnly = true)
    public List<Offer> all() {
        return jdbc.sql("SELECT " + COLUMNS + " FROM apusilta.interim_offer ORDER BY active DESC, position, name_fi").query(KeptInterimOffers::offer).list();
    }

    @Transactional(readOnly = true)
    public Optional<Offer> find(UUID id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM apusilta.interim_offer WHERE id = ?").param(id).query(KeptInterimOffers::offer).optional();
    }

    public void keep(Offer offer) {
        jdbc.sql("""
                INSERT INTO apusilta.interim_offer (id, position, major, kinds, active, name_fi, name_sv, name_en, text_fi, text_sv, text_en)
                VALUES (:id, :position, :major, :kinds, :active, :name_fi, :name_sv, :name_en, :text_fi, :text_sv, :text_en)
                ON CONFLICT (id) DO UPDATE SET position = excluded.position, major = excluded.major, kinds = excluded.kinds, active = excluded.active,
                    name_fi = excluded.name_fi, name_sv = excluded.name_sv, name_en = excluded.name_en,
                    text_fi = excluded.text_fi, text_sv = excluded.text_sv, text_en = excluded.text_en""")
                .param("id", offer.id()).param("position", offer.position()).param("major", offer.major())
                .param("kinds", offer.kinds().isEmpty() ? null : offer.kinds().toArray(String[]::new)).param("active", offer.active())
                .param("name_fi", offer.name().fi()).param("name_sv", offer.name().sv()).param("name_en", offer.name().en())
                .param("text_fi", offer.text().fi()).param("text_sv", offer.text().sv()).param("text_en", offer.text().en()).update();
    }

    private static Offer offer(ResultSet row, int n) throws SQLException {
        return new Offer(row.getObject("id", UUID.class), row.getInt("position"), row.getString("major"), List.of((String[]) row.getArray("kinds").getArray()),
                row.getBoolean("active"), new Texts(row.getString("name_fi"), row.getString("name_sv"), row.getString("name_en")),
                new Texts(row.getString("text_fi"), row.getString("text_sv"), row.getString("text_en")));
    }
}
