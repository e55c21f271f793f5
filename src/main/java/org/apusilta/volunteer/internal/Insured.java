package org.apusilta.volunteer.internal;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apusilta.volunteer.AccessLog;
import org.apusilta.volunteer.RegisterFilled;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who was insured on a day, any day: the list the insurer asks for (R16). Told from the periods that the register itself keeps. */
@Service
@Transactional(readOnly = true)
public class Insured {

    private static final String FROM = """
            FROM apusilta.volunteer v JOIN apusilta.district d ON d.code = v.district
            JOIN LATERAL (SELECT min(p.from_day) AS from_day, max(p.until_day) AS until_day FROM apusilta.insured_period p
                          WHERE p.volunteer_id = v.id AND :day BETWEEN p.from_day AND p.until_day HAVING count(*) > 0) i ON true
            WHERE d.major_code IN (:majors)\s""";

    private final JdbcClient jdbc;
    private final ProofPeople people;
    private final ApplicationEventPublisher events;
    private final AccessLog looks;

    Insured(JdbcClient jdbc, ProofPeople people, ApplicationEventPublisher events, AccessLog looks) {
        this.jdbc = jdbc;
        this.people = people;
        this.events = events;
        this.looks = looks;
    }

    /** One who was insured. @param agreement number of the agreement that held, null when it was signed before Apusilta */
    public record Row(UUID id, String familyName, String givenName, int birthYear, LocalDate fromDay, LocalDate untilDay, @Nullable Integer agreement) {}

    /** @return today in Helsinki */
    public LocalDate today() {
        return people.today();
    }

    /** @return how many were */
    public int count(LocalDate day, Set<String> majors) {
        return majors.isEmpty() ? 0 : jdbc.sql("SELECT count(*) " + FROM).param("day", day).param("majors", majors).query(Integer.class).single();
    }

    /** @return those on this page, by name */
    public List<Row> on(LocalDate day, Set<String> majors, int page, int size) {
        return majors.isEmpty() ? List.of() : jdbc.sql("""
                SELECT v.id, v.family_name, v.given_name, v.birth_year, i.from_day, i.until_day,
                  (SELECT max(a.number) FROM apusilta.city_agreement a WHERE a.person_id = v.id AND :day BETWEEN a.valid_from AND coalesce(a.ended_on, a.valid_until)) AS agreement
                """ + FROM + "ORDER BY lower(v.family_name), lower(v.given_name), v.id LIMIT :size OFFSET :skip")
                .param("day", day).param("majors", majors).param("size", size).param("skip", page * size).query(Row.class).list();
    }

    /** @param headings of the columns, in the reader's language @return the list as UTF-8, as spreadsheets like it, each of them told that their name left the house; a name that would be a formula is made harmless */
    public byte[] csv(LocalDate day, Set<String> majors, List<String> headings) {
        var out = new StringWriter().append('\uFEFF');
        try (var csv = new CSVPrinter(out, CSVFormat.EXCEL.builder().setDelimiter(';').get())) {
            csv.printRecord(headings);
            var rows = on(day, majors, 0, 100_000);
            looks.exported(rows.stream().map(Row::id).toList());
            for (var row : rows) {
                csv.printRecord(harmless(row.familyName()), harmless(row.givenName()), row.birthYear(), row.fromDay(), row.untilDay(), row.agreement());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What a spreadsheet would take for a formula gets an apostrophe in front. */
    static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /**
     * The policy's ages have changed: from today on everybody is insured as far as they allow, never longer than the agreement. Limits that
     * begin later are heard by the booking itself on their day.
     */
    @Transactional
    public void agesChanged() {
        var today = people.today();
        jdbc.sql("SELECT set_config('apusilta.today', :today, true)").param("today", today.toString()).query(String.class).single();
        jdbc.sql("""
                UPDATE apusilta.volunteer v SET insured_until = fit.until
                FROM (SELECT id, CASE WHEN extract(year FROM :today::date) - birth_year >= apusilta.term('INSURANCE_AGE_FROM', :today)
                        AND apusilta.insurable_until(birth_year, :today) >= :today THEN least(agreement_until, apusilta.insurable_until(birth_year, :today)) END AS until
                      FROM apusilta.volunteer WHERE agreement_until >= :today AND status <> 'LEFT') fit
                WHERE fit.id = v.id AND v.insured_until IS DISTINCT FROM fit.until""").param("today", today).update();
        events.publishEvent(new RegisterFilled());
    }
}
