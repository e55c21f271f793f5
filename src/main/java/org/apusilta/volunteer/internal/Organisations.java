package org.apusilta.volunteer.internal;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The organisations that lead co-operation volunteers (R12). */
@Repository
public class Organisations {

    private final JdbcClient jdbc;

    Organisations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An organisation. */
    public record Organisation(String code, String name, boolean active) {}

    /** @return all of them, by name */
    public List<Organisation> all() {
        return jdbc.sql("SELECT code, name, active FROM apusilta.organisation ORDER BY lower(name)").query(Organisation.class).list();
    }

    /** @return the organisation whose contact this account is */
    public Optional<Organisation> ledBy(String account) {
        return jdbc.sql("SELECT o.code, o.name, o.active FROM apusilta.organisation o JOIN apusilta.organisation_contact c ON c.organisation = o.code WHERE c.account = :account")
                .param("account", account).query(Organisation.class).optional();
    }

    /** @return the codes of all kinds of help, on offer or not */
    public List<String> kindCodes() {
        return jdbc.sql("SELECT code FROM apusilta.kind").query(String.class).list();
    }

    /** An organisation with its people. @param active how many of them are active @param everybody those who have left not among them */
    public record Counted(String code, String name, int active, int everybody) {}

    /** @return all of them, by name */
    public List<Counted> counted() {
        return jdbc.sql("""
                SELECT o.code, o.name, count(v.id) FILTER (WHERE v.status = 'ACTIVE') AS active, count(v.id) FILTER (WHERE v.status <> 'LEFT') AS everybody
                FROM apusilta.organisation o LEFT JOIN apusilta.volunteer v ON v.organisation = o.code GROUP BY o.code, o.name ORDER BY lower(o.name)""").query(Counted.class).list();
    }

    /** @return false when the name is empty or too long, or there is one of that name */
    public boolean add(String name) {
        var clean = name.replaceAll("\\p{Cntrl}", " ").strip();
        return !clean.isEmpty() && clean.length() <= 120 && jdbc.sql("""
                INSERT INTO apusilta.organisation (code, name) SELECT CASE WHEN :name ~* '[a-zåäö0-9]' AND NOT EXISTS (SELECT 1 FROM apusilta.organisation WHERE code = apusilta.organisation_code(:name))
                  THEN apusilta.organisation_code(:name) ELSE 'X' || left(upper(md5(:name)), 12) END, :name ON CONFLICT DO NOTHING""").param("name", clean).update() == 1;
    }
}
