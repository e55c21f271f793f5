package org.apusilta.catalogue.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.apusilta.catalogue.Commitment;
import org.apusilta.catalogue.District;
import org.apusilta.catalogue.Kind;
import org.apusilta.catalogue.Texts;
import org.apusilta.catalogue.Training;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the catalogue's tables. */
@Component
class CatalogueTables {

    private final JdbcClient db;

    CatalogueTables(JdbcClient db) {
        this.db = db;
    }

    List<Kind> kinds(boolean offeredOnly) {
        return db.sql("SELECT * FROM apusilta.kind WHERE offered OR NOT :offeredOnly ORDER BY position")
                .param("offeredOnly", offeredOnly)
                .query((row, n) -> new Kind(row.getString("code"), texts(row, "name"), texts(row, "belongs"), texts(row, "excluded"),
                        Commitment.valueOf(row.getString("commitment")), row.getString("target_group"), row.getString("training"),
                        row.getBoolean("check_required"), row.getBoolean("confidential"), row.getBoolean("at_home")))
                .list();
    }

    /** Place names have no English of their own: the Finnish one is used. */
    List<District> districts() {
        return db.sql("""
                SELECT d.code, d.major_code, d.x, d.y, d.name_fi, d.name_sv, d.name_fi AS name_en,
                       m.name_fi AS major_fi, m.name_sv AS major_sv, m.name_en AS major_en
                  FROM apusilta.district d JOIN apusilta.major_district m ON m.code = d.major_code ORDER BY d.code""")
                .query((row, n) -> new District(row.getString("code"), row.getString("major_code"), texts(row, "name"),
                        texts(row, "major"), row.getInt("x"), row.getInt("y")))
                .list();
    }

    List<Training> trainings() {
        return db.sql("SELECT * FROM apusilta.training ORDER BY code <> 'BASICS', code")
                .query((row, n) -> new Training(row.getString("code"), texts(row, "name"), row.getString("provider")))
                .list();
    }

    static Texts texts(ResultSet row, String column) throws SQLException {
        return new Texts(row.getString(column + "_fi"), row.getString(column + "_sv"), row.getString(column + "_en"));
    }
}
