package org.apusilta.volunteer.internal;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.apusilta.security.Access;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Whose people an account of an organisation's contact or of a responsible person sees: one organisation, one person of a unit, or nobody's (R10, R12). */
@Repository
public class BoundAccounts {

    private final JdbcClient jdbc;
    private final Access access;
    private final Clock clock;

    BoundAccounts(JdbcClient jdbc, Access access, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.clock = clock;
    }

    /** @param code names the account in the page @param role of the two, {@code ORGANISATION} or {@code RESPONSIBLE} @param bound code of the organisation or id of the person, null when it sees nobody */
    public record Bound(UUID code, String username, String name, String role, @Nullable String bound) {}

    /** Somebody whom an account can be. */
    public record Choice(String code, String name) {}

    /** @return the active accounts of both roles, by name */
    public List<Bound> all() {
        return jdbc.sql("""
                SELECT a.code, a.username, a.display_name AS name, a.role, coalesce(c.organisation, r.responsible_id::text) AS bound FROM apusilta.account a
                LEFT JOIN apusilta.organisation_contact c ON c.account = a.username AND a.role = 'ORGANISATION'
                LEFT JOIN apusilta.responsible_account r ON r.account = a.username AND a.role = 'RESPONSIBLE'
                WHERE a.active AND a.role IN ('ORGANISATION', 'RESPONSIBLE') ORDER BY a.role, lower(a.display_name), a.username""").query(Bound.class).list();
    }

    /** @return the responsible persons with their units, by name @param language of the reader */
    public List<Choice> persons(String language) {
        return jdbc.sql("""
                SELECT p.id::text AS code, p.family_name || ' ' || p.given_name || ' · ' || CASE :language WHEN 'fi' THEN u.name_fi WHEN 'sv' THEN u.name_sv ELSE u.name_en END AS name
                FROM apusilta.responsible_person p JOIN apusilta.unit u ON u.code = p.unit_code ORDER BY lower(p.family_name), lower(p.given_name), p.id""").param("language", language).query(Choice.class).list();
    }

    /** What the account saw before, it no longer sees. @param to empty: nobody's people @return false when there is no such active account of the two roles, or nobody of that code */
    @Transactional
    public boolean bind(UUID account, String to) {
        var found = all().stream().filter(one -> one.code().equals(account)).findFirst();
        if (found.isEmpty()) {
            return false;
        }
        var contact = found.get().role().equals("ORGANISATION");
        var known = to.isEmpty() || jdbc.sql(contact ? "SELECT EXISTS (SELECT 1 FROM apusilta.organisation WHERE code = :to)" : "SELECT EXISTS (SELECT 1 FROM apusilta.responsible_person WHERE id::text = :to)")
                .param("to", to).query(Boolean.class).single();
        if (!known) {
            return false;
        }
        jdbc.sql(contact ? "DELETE FROM apusilta.organisation_contact WHERE account = :account" : "DELETE FROM apusilta.responsible_account WHERE account = :account").param("account", found.get().username()).update();
        if (!to.isEmpty()) {
            jdbc.sql(contact ? "INSERT INTO apusilta.organisation_contact (account, organisation, bound_by, bound_at) VALUES (:account, :to, :me, :now)"
                    : "INSERT INTO apusilta.responsible_account (account, responsible_id, bound_by, bound_at) VALUES (:account, :to::uuid, :me, :now)")
                    .param("account", found.get().username()).param("to", to).param("me", access.username()).param("now", clock.instant().atOffset(ZoneOffset.UTC)).update();
        }
        return true;
    }
}
