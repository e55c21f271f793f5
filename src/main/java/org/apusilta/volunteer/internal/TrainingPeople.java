package org.apusilta.volunteer.internal;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apusilta.volunteer.internal.Trainings.How;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whom to sign up, and completions that come as a file from whoever gives the training (R14). */
@Service
@Transactional
public class TrainingPeople {

    private static final int MOST = 10;
    private static final int LONGEST = 5_000;
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");

    private final JdbcClient jdbc;
    private final ProofPeople people;
    private final Trainings trainings;

    TrainingPeople(JdbcClient jdbc, ProofPeople people, Trainings trainings) {
        this.jdbc = jdbc;
        this.people = people;
        this.trainings = trainings;
    }

    /** One who may be meant. */
    public record Found(UUID id, String name, int birthYear) {}

    /** One row of a file. @param problem null when it is or can be taken; else FIELDS, PERSON, SEVERAL, TRAINING or DAY @param known whether it was recorded before */
    public record Row(long line, String person, String training, String day, String problem, boolean known) {}

    /** @return at most ten volunteers of these districts whose name begins like this */
    @Transactional(readOnly = true)
    public List<Found> search(String name, Set<String> majors) {
        var words = name.strip().toLowerCase(Locale.ROOT).replaceAll("[%_\\\\]", "");
        if (words.length() < 2 || majors.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                SELECT v.id, v.given_name || ' ' || v.family_name AS name, v.birth_year FROM apusilta.volunteer v JOIN apusilta.district d ON d.code = v.district
                WHERE v.status <> 'LEFT' AND d.major_code IN (:majors) AND (lower(v.family_name || ' ' || v.given_name) LIKE :begin OR lower(v.given_name || ' ' || v.family_name) LIKE :begin)
                ORDER BY v.family_name, v.given_name, v.id LIMIT :most""").param("majors", majors).param("begin", words + "%").param("most", MOST).query(Found.class).list();
    }

    /** @return the major district whose coordinators know this person */
    @Transactional(readOnly = true)
    public String major(UUID person) {
        return people.person(person).major();
    }

    /**
     * Takes completions: e-mail; code of the training; day, one a line. With one row that cannot be taken nothing is; the same file twice changes nothing.
     *
     * @param dry whether only to look @return a line for each row
     */
    public List<Row> take(String csv, Set<String> majors, boolean dry, String by) {
        var rows = new ArrayList<Row>();
        var good = new ArrayList<Runnable>();
        var codes = trainings.courses(Locale.ENGLISH).stream().map(Trainings.Course::code).collect(Collectors.toSet());
        for (var record : records(csv)) {
            if (record.size() < 3) {
                rows.add(new Row(record.getRecordNumber(), record.get(0), "", "", "FIELDS", false));
                continue;
            }
            var person = record.get(0).strip();
            var training = record.get(1).strip().toUpperCase(Locale.ROOT);
            var day = day(record.get(2).strip());
            var ids = jdbc.sql("SELECT v.id FROM apusilta.volunteer v JOIN apusilta.district d ON d.code = v.district WHERE lower(v.email) = lower(:email) AND d.major_code IN (:majors) AND v.status <> 'LEFT'")
                    .param("email", person).param("majors", majors.isEmpty() ? Set.of("") : majors).query(UUID.class).list();
            var problem = ids.isEmpty() ? "PERSON" : ids.size() > 1 ? "SEVERAL" : !codes.contains(training) ? "TRAINING" : day == null || day.isAfter(people.today()) ? "DAY" : "";
            boolean known = problem.isEmpty() && trainings.done(ids.get(0)).stream().anyMatch(done -> done.code().equals(training) && done.doneOn().equals(day));
            rows.add(new Row(record.getRecordNumber(), person, training, record.get(2).strip(), problem, known));
            if (problem.isEmpty() && !known && day != null) {
                good.add(() -> trainings.complete(ids.get(0), training, day, How.IMPORT, by));
            }
        }
        if (!dry && rows.stream().allMatch(row -> row.problem().isEmpty())) {
            good.forEach(Runnable::run);
        }
        return rows;
    }

    /** @throws IllegalArgumentException when it cannot be read as CSV, or is too long */
    private static List<CSVRecord> records(String csv) {
        var text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
        var format = CSVFormat.DEFAULT.builder().setDelimiter(text.lines().findFirst().orElse("").contains(";") ? ";" : ",").setIgnoreEmptyLines(true).get();
        try (var parser = format.parse(new StringReader(text))) {
            var records = parser.getRecords();
            if (records.size() > LONGEST) {
                throw new IllegalArgumentException("too long");
            }
            return records.isEmpty() || records.get(0).get(0).contains("@") ? records : records.subList(1, records.size());   // the first line may be headings
        } catch (IOException | java.io.UncheckedIOException unreadable) {
            throw new IllegalArgumentException("not CSV", unreadable);
        }
    }

    private static @org.jspecify.annotations.Nullable LocalDate day(String text) {
        try {
            return DAY.matcher(text).matches() ? LocalDate.parse(text, DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(java.time.format.ResolverStyle.STRICT)) : LocalDate.parse(text);
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }
}
