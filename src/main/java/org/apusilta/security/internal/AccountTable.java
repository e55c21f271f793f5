package org.apusilta.security.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apusilta.security.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code account}. Usernames are lower case; asking in any case finds them. */
@Repository
class AccountTable {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    private static final String SELECT = """
            SELECT username, code, display_name, password_hash, role, districts, active, wrong_logins, barred_until,
                   ARRAY(SELECT a.account FROM apusilta.absence a
                         WHERE a.deputy = account.username AND :today BETWEEN a.first_day AND a.last_day) AS stands_in_for,
                   ARRAY(SELECT DISTINCT unnest(away.districts) FROM apusilta.absence a JOIN apusilta.account away ON away.username = a.account
                         WHERE a.deputy = account.username AND :today BETWEEN a.first_day AND a.last_day AND away.active) AS deputised
            FROM apusilta.account
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    AccountTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Account> find(String username) {
        return jdbc.sql(SELECT + "WHERE username = :username").param("username", key(username))
                .param("today", today()).query(AccountTable::account).optional();
    }

    List<Account> all() {
        return jdbc.sql(SELECT + "ORDER BY username").param("today", today()).query(AccountTable::account).list();
    }

    boolean isEmpty() {
        return !jdbc.sql("SELECT EXISTS (SELECT 1 FROM apusilta.account)").query(Boolean.class).single();
    }

    /** Leaves an account of that name as it is. */
    void add(String username, String displayName, String passwordHash, Role role, Set<String> districts) {
        jdbc.sql("""
                INSERT INTO apusilta.account (username, display_name, password_hash, role, districts)
                VALUES (:username, :name, :hash, :role, string_to_array(:districts, ',')) ON CONFLICT DO NOTHING""")
                .param("username", key(username)).param("name", displayName).param("hash", passwordHash)
                .param("role", role.name()).param("districts", String.join(",", districts)).update();
    }

    /** @return how many wrong passwords in a row this makes; 0 when there is no such account */
    int countWrongLogin(String username) {
        return jdbc.sql("UPDATE apusilta.account SET wrong_logins = wrong_logins + 1 WHERE username = :username RETURNING wrong_logins")
                .param("username", key(username)).query(Integer.class).optional().orElse(0);
    }

    void bar(String username, Instant until) {
        jdbc.sql("UPDATE apusilta.account SET barred_until = :until WHERE username = :username")
                .param("until", until.atOffset(ZoneOffset.UTC)).param("username", key(username)).update();
    }

    void forgetWrongLogins(String username) {
        jdbc.sql("UPDATE apusilta.account SET wrong_logins = 0, barred_until = NULL WHERE username = :username AND wrong_logins > 0")
                .param("username", key(username)).update();
    }

    /** PostgreSQL takes no NUL and would fill the log; no account has the character put in its place. */
    private static String key(String username) {
        return username.toLowerCase(Locale.ROOT).replace('\0', '\uFFFD');
    }

    private static Account account(ResultSet row, int index) throws SQLException {
        var barred = row.getObject("barred_until", OffsetDateTime.class);
        return new Account(row.getString("username"), row.getObject("code", UUID.class), row.getString("display_name"),
                row.getString("password_hash"), Role.valueOf(row.getString("role")), words(row, "districts"), row.getBoolean("active"),
                row.getInt("wrong_logins"), barred == null ? null : barred.toInstant(), words(row, "stands_in_for"), words(row, "deputised"));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(HELSINKI));
    }

    private static Set<String> words(ResultSet row, String column) throws SQLException {
        return Set.of((String[]) row.getArray(column).getArray());
    }
}
