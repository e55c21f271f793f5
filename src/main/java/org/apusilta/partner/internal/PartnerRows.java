package org.apusilta.partner.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apusilta.partner.Partner;
import org.apusilta.partner.Partners;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The register in its tables. Some dozens of rows, so each partner is read and written as a whole. */
@Repository
class PartnerRows implements Partners {

    private static final String SELECT = """
            SELECT p.id, p.name, p.type, p.active, p.whole_city,
              ARRAY(SELECT k.kind FROM apusilta.partner_kind k JOIN apusilta.kind c ON c.code = k.kind WHERE k.partner_id = p.id ORDER BY c.position) AS kinds,
              ARRAY(SELECT a.major FROM apusilta.partner_area a WHERE a.partner_id = p.id ORDER BY a.major) AS areas,
              ARRAY(SELECT l.code FROM apusilta.partner_language l WHERE l.partner_id = p.id ORDER BY l.code) AS languages,
              ARRAY(SELECT n.name FROM apusilta.partner_network n JOIN apusilta.partner_membership m ON m.network_id = n.id
                    WHERE m.partner_id = p.id ORDER BY n.name) AS networks
            FROM apusilta.partner p
            """;

    private final JdbcClient jdbc;

    PartnerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Partner> all() {
        return jdbc.sql(SELECT + "ORDER BY lower(p.name)").query(this::read).list();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Partner> find(UUID id) {
        return jdbc.sql(SELECT + "WHERE p.id = ?").param(id).query(this::read).optional();
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> networks() {
        return jdbc.sql("SELECT name FROM apusilta.partner_network ORDER BY name").query(String.class).list();
    }

    @Override
    @Transactional
    public void save(Partner one) {
        if (jdbc.sql("SELECT count(*) FROM apusilta.partner WHERE lower(name) = lower(?) AND id <> ?").params(one.name(), one.id())
                .query(Integer.class).single() > 0) {
            throw new IllegalArgumentException("there is another partner of this name");
        }
        jdbc.sql("""
                INSERT INTO apusilta.partner (id, name, type, active, whole_city) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, type = excluded.type, active = excluded.active,
                  whole_city = excluded.whole_city, version = partner.version + 1
                """).params(one.id(), one.name(), one.type().name(), one.active(), one.wholeCity()).update();
        List.of("partner_kind", "partner_area", "partner_language", "partner_membership", "partner_contact").forEach(table ->
                jdbc.sql("DELETE FROM apusilta." + table + " WHERE partner_id = ?").param(one.id()).update());
        one.kinds().forEach(kind -> jdbc.sql("INSERT INTO apusilta.partner_kind VALUES (?, ?)").params(one.id(), kind).update());
        one.areas().forEach(area -> jdbc.sql("INSERT INTO apusilta.partner_area VALUES (?, ?)").params(one.id(), area).update());
        one.languages().forEach(code -> jdbc.sql("INSERT INTO apusilta.partner_language VALUES (?, ?)").params(one.id(), code).update());
        one.networks().forEach(name -> jdbc.sql("INSERT INTO apusilta.partner_membership SELECT ?, id FROM apusilta.partner_network WHERE name = ?")
                .params(one.id(), name).update());
        IntStream.range(0, one.contacts().size()).forEach(i -> contact(one.id(), i + 1, one.contacts().get(i)));
    }

    private void contact(UUID partner, int position, Partner.Contact contact) {
        jdbc.sql("INSERT INTO apusilta.partner_contact (partner_id, position, name, email, phone, language) VALUES (?, ?, ?, ?, ?, ?)")
                .params(partner, position, contact.name(), contact.email(), contact.phone(), contact.language()).update();
    }

    private Partner read(ResultSet row, int n) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var contacts = jdbc.sql("SELECT name, email, phone, language FROM apusilta.partner_contact WHERE partner_id = ? ORDER BY position")
                .param(id).query(Partner.Contact.class).list();
        return new Partner(id, row.getString("name"), Partner.Type.valueOf(row.getString("type")), row.getBoolean("active"),
                row.getBoolean("whole_city"), list(row, "kinds"), list(row, "areas"), list(row, "languages"), list(row, "networks"), contacts);
    }

    private static List<String> list(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
