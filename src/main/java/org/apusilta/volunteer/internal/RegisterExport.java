package org.apusilta.volunteer.internal;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.security.Access;
import org.apusilta.security.Role;
import org.apusilta.volunteer.AccessLog;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A list as CSV for a spreadsheet, the columns by role; each that leaves is written down. What a spreadsheet would take for a formula gets
 * an apostrophe in front, which our import takes away again.
 */
@Service
public class RegisterExport {

    private static final List<String> CONTACT = List.of("familyName", "givenName", "email", "phone", "district", "status", "joined", "kinds");
    private static final List<String> FULL = List.of("familyName", "givenName", "email", "phone", "birthYear", "language", "district", "status", "joined", "organisation", "kinds", "languages",
            "agreementUntil", "insuredUntil", "load");

    private final RegisterSearch search;
    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final MessageSource texts;
    private final ObjectProvider<AccessLog> looks;
    private final Access access;
    private final Clock clock;

    RegisterExport(RegisterSearch search, JdbcClient jdbc, Catalogue catalogue, MessageSource texts, ObjectProvider<AccessLog> looks, Access access, Clock clock) {
        this.search = search;
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.texts = texts;
        this.looks = looks;
        this.access = access;
        this.clock = clock;
    }

    private record Row(String familyName, String givenName, @Nullable String email, @Nullable String phone, int birthYear, String language, String district, String status, String joined,
            @Nullable String organisation, String kinds, String languages, @Nullable String agreementUntil, @Nullable String insuredUntil, int load) {}

    /** @return the list as UTF-8 with a mark that spreadsheets know, in columns parted by semicolons */
    @Transactional
    public byte[] csv(Sight sight, RegisterQuery query, Locale reader) {
        var ids = search.ids(sight, query);
        var columns = access.role() == Role.COORDINATOR || access.role() == Role.LEAD ? FULL : CONTACT;
        var out = new StringWriter().append('\uFEFF');
        try (var csv = new CSVPrinter(out, CSVFormat.EXCEL.builder().setDelimiter(';').get())) {
            csv.printRecord(columns.stream().map(column -> text("register.export." + column, reader)).toList());
            for (var row : rows(ids)) {
                csv.printRecord(columns.stream().map(column -> harmless(value(row, column, reader))).toList());
            }
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        jdbc.sql("INSERT INTO apusilta.register_export (account, query, people, taken_at) VALUES (?, ?, ?, ?)")
                .params(access.username(), query.address(), ids.size(), Timestamp.from(clock.instant())).update();
        looks.ifAvailable(log -> log.exported(ids));
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private List<Row> rows(List<UUID> ids) {
        return ids.isEmpty() ? List.of() : jdbc.sql("""
                SELECT v.family_name, v.given_name, v.email, v.phone, v.birth_year, v.language, v.district, v.status, v.joined_on::text AS joined, o.name AS organisation,
                  (SELECT coalesce(string_agg(kind_code, ',' ORDER BY kind_code), '') FROM apusilta.volunteer_kind k WHERE k.volunteer_id = v.id) AS kinds,
                  (SELECT coalesce(string_agg(code || ' ' || level, ', ' ORDER BY code), '') FROM apusilta.volunteer_language l WHERE l.volunteer_id = v.id) AS languages,
                  v.agreement_until::text AS agreement_until, v.insured_until::text AS insured_until, v.load
                FROM unnest(cast(:ids AS uuid[])) WITH ORDINALITY AS asked (id, place) JOIN apusilta.volunteer v ON v.id = asked.id LEFT JOIN apusilta.organisation o ON o.code = v.organisation
                ORDER BY asked.place""").param("ids", ids.toArray(UUID[]::new)).query(Row.class).list();
    }

    private String value(Row row, String column, Locale reader) {
        return switch (column) {
            case "familyName" -> row.familyName();
            case "givenName" -> row.givenName();
            case "email" -> orEmpty(row.email());
            case "phone" -> orEmpty(row.phone());
            case "birthYear" -> String.valueOf(row.birthYear());
            case "language" -> row.language();
            case "district" -> catalogue.district(row.district()).map(district -> district.name().in(reader)).orElse(row.district());
            case "status" -> text("register.status." + row.status(), reader);
            case "joined" -> row.joined();
            case "organisation" -> orEmpty(row.organisation());
            case "kinds" -> List.of(row.kinds().split(",")).stream().map(code -> catalogue.kind(code).map(kind -> kind.name().in(reader)).orElse(code)).collect(Collectors.joining("; "));
            case "languages" -> row.languages();
            case "agreementUntil" -> orEmpty(row.agreementUntil());
            case "insuredUntil" -> orEmpty(row.insuredUntil());
            default -> String.valueOf(row.load());
        };
    }

    /** @return the text, so that no spreadsheet works it out */
    static String harmless(String value) {
        return !value.isEmpty() && "=+-@\t\r\n|".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }

    private String text(String key, Locale reader) {
        return texts.getMessage(key, null, key, reader);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
