package org.apusilta.catalogue.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apusilta.catalogue.Site;
import org.apusilta.catalogue.Sites;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Read anew each time: contacts change when people do. */
@Component
class SiteTable implements Sites {

    private static final String SELECT = """
            SELECT s.code, s.type, s.district_code, s.briefed_on, s.name_fi, s.name_sv, s.name_en,
                   u.name_fi AS unit_fi, u.name_sv AS unit_sv, u.name_en AS unit_en,
                   d.name_fi AS division_fi, d.name_sv AS division_sv, d.name_en AS division_en,
                   c.id AS contact_id, c.given_name || ' ' || c.family_name AS contact_name, c.email AS contact_email, c.phone AS contact_phone,
                   v.id AS deputy_id, v.given_name || ' ' || v.family_name AS deputy_name, v.email AS deputy_email, v.phone AS deputy_phone
              FROM apusilta.site s
              JOIN apusilta.unit u ON u.code = s.unit_code
              JOIN apusilta.division d ON d.code = u.division_code
              JOIN apusilta.responsible_person c ON c.id = s.contact_id
              JOIN apusilta.responsible_person v ON v.id = s.deputy_id
            """;

    private final JdbcClient db;

    SiteTable(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Site> sites() {
        return db.sql(SELECT + " ORDER BY s.name_fi").query(SiteTable::site).list();
    }

    @Override
    public Optional<Site> site(String code) {
        return db.sql(SELECT + " WHERE s.code = :code").param("code", code).query(SiteTable::site).optional();
    }

    private static Site site(ResultSet row, int number) throws SQLException {
        return new Site(row.getString("code"), CatalogueTables.texts(row, "name"), row.getString("type"), row.getString("district_code"),
                CatalogueTables.texts(row, "unit"), CatalogueTables.texts(row, "division"), person(row, "contact"), person(row, "deputy"),
                row.getObject("briefed_on", LocalDate.class));
    }

    private static Site.Person person(ResultSet row, String role) throws SQLException {
        return new Site.Person(row.getObject(role + "_id", UUID.class), row.getString(role + "_name"), row.getString(role + "_email"),
                row.getString(role + "_phone"));
    }
}
