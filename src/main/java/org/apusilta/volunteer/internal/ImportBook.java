package org.apusilta.volunteer.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files on their way into the register: what was read, what its columns are, what became of each row. */
@Service
@Transactional
public class ImportBook {

    /** A run that has said nothing for so long was cut short; its transaction is gone with it. */
    private static final Duration SILENT = Duration.ofMinutes(2);
    private static final Duration KEPT = Duration.ofDays(7);
    private static final int SAMPLE = 3;

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final Clock clock;

    ImportBook(JdbcClient jdbc, JdbcTemplate batch, Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.clock = clock;
    }

    /** @param state UPLOADED, CHECKING (columns are said, rows are looked at), CHECKED, RUNNING, DONE, FAILED; CUT when a run was cut short @param counts rows by outcome */
    public record Import(UUID id, String fileName, String readAs, List<String> header, List<String> mapping, String source, boolean doubtful, String state, int total, int done,
            Instant uploadedAt, @Nullable Instant finishedAt, Map<String, Integer> counts) {

        /** @return rows of this outcome */
        public int count(String outcome) {
            return counts.getOrDefault(outcome, 0);
        }
    }

    /** @param notes {@code CODE} or {@code CODE:FIELD} */
    public record Row(int line, @Nullable String outcome, List<String> notes, @Nullable UUID volunteerId, @Nullable String name) {}

    /** Reads and keeps a file. @throws FileRefused when it is no table of people we can take */
    public UUID upload(String account, String fileName, byte[] content) throws FileRefused {
        var table = TableFile.read(content);
        var id = UUID.randomUUID();
        var clean = fileName.replaceAll("[\\p{Cntrl}/\\\\]", "").strip();
        var proposed = new ArrayList<String>();
        var taken = new HashSet<ImportField>();
        table.header().forEach(heading -> proposed.add(ImportField.proposed(heading).filter(taken::add).map(Enum::name).orElse("")));
        jdbc.sql("""
                INSERT INTO apusilta.volunteer_import (id, account, file_name, sha256, read_as, header, mapping, state, total, uploaded_at)
                VALUES (:id, :account, :name, :hash, :readAs, :header, :mapping, 'UPLOADED', :total, :now)""")
                .param("id", id).param("account", account).param("name", clean.length() > 120 ? clean.substring(clean.length() - 120) : clean).param("hash", sha(content))
                .param("readAs", table.readAs()).param("header", table.header().toArray(String[]::new)).param("mapping", proposed.toArray(String[]::new))
                .param("total", table.lines().size()).param("now", Timestamp.from(clock.instant())).update();
        batch.batchUpdate("INSERT INTO apusilta.volunteer_import_row (import_id, line, cells) VALUES (?, ?, ?)", table.lines(), 500, (row, line) -> {
            row.setObject(1, id);
            row.setInt(2, line.number());
            row.setArray(3, row.getConnection().createArrayOf("text", line.cells().toArray()));
        });
        return id;
    }

    /** After a week nothing that a row said is kept, and a file that was never run is gone. */
    public void purge() {
        var then = Timestamp.from(clock.instant().minus(KEPT));
        jdbc.sql("DELETE FROM apusilta.volunteer_import WHERE uploaded_at < :then AND state IN ('UPLOADED', 'CHECKED', 'FAILED')").param("then", then).update();
        jdbc.sql("UPDATE apusilta.volunteer_import_row r SET cells = NULL FROM apusilta.volunteer_import i WHERE i.id = r.import_id AND i.uploaded_at < :then AND r.cells IS NOT NULL AND i.state <> 'RUNNING'")
                .param("then", then).update();
    }

    /** @return when and by whom the very same file was imported before */
    @Transactional(readOnly = true)
    public Optional<Instant> sameBefore(UUID id) {
        return jdbc.sql("""
                SELECT max(o.finished_at) FROM apusilta.volunteer_import i JOIN apusilta.volunteer_import o ON o.sha256 = i.sha256 AND o.id <> i.id AND o.state = 'DONE' WHERE i.id = :id""")
                .param("id", id).query((row, n) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant)).single();
    }

    /** @return the last files, the newest first */
    @Transactional(readOnly = true)
    public List<Import> last() {
        return jdbc.sql("SELECT id FROM apusilta.volunteer_import ORDER BY uploaded_at DESC LIMIT 20").query(UUID.class).list().stream().map(this::find).toList();
    }

    /** @throws NoSuchElementException when there is none */
    @Transactional(readOnly = true)
    public Import find(UUID id) {
        var counts = new LinkedHashMap<String, Integer>();
        jdbc.sql("SELECT outcome, count(*) AS many FROM apusilta.volunteer_import_row WHERE import_id = :id AND outcome IS NOT NULL GROUP BY outcome").param("id", id)
                .query((row, n) -> counts.put(row.getString("outcome"), row.getInt("many"))).list();
        return jdbc.sql("SELECT * FROM apusilta.volunteer_import WHERE id = :id").param("id", id).query((row, n) -> one(row, counts)).optional()
                .orElseThrow(() -> new NoSuchElementException("no such import"));
    }

    private Import one(ResultSet row, Map<String, Integer> counts) throws SQLException {
        var alive = row.getTimestamp("alive_at");
        var state = row.getString("state");
        var cut = state.equals("RUNNING") && alive != null && alive.toInstant().isBefore(clock.instant().minus(SILENT));
        var finished = row.getTimestamp("finished_at");
        return new Import(row.getObject("id", UUID.class), row.getString("file_name"), row.getString("read_as"), texts(row, "header"), texts(row, "mapping"), row.getString("source"),
                row.getBoolean("doubtful"), cut ? "CUT" : state, row.getInt("total"), row.getInt("done"), row.getTimestamp("uploaded_at").toInstant(),
                finished == null ? null : finished.toInstant(), counts);
    }

    /** @return the first rows as they were read, to choose columns by */
    @Transactional(readOnly = true)
    public List<List<String>> sample(UUID id) {
        return jdbc.sql("SELECT cells FROM apusilta.volunteer_import_row WHERE import_id = :id AND cells IS NOT NULL ORDER BY line LIMIT :many").param("id", id).param("many", SAMPLE)
                .query((row, n) -> texts(row, "cells")).list();
    }

    /** Says what the columns are. @throws IllegalArgumentException when a field is said twice, or nobody could be made of it */
    public void map(UUID id, List<String> mapping, String source) {
        var fields = mapping.stream().filter(field -> !field.isEmpty()).map(ImportField::valueOf).toList();
        var known = new HashSet<>(fields);
        boolean named = known.contains(ImportField.FULL_NAME) || known.contains(ImportField.GIVEN_NAME) && known.contains(ImportField.FAMILY_NAME);
        if (known.size() != fields.size() || !named || !known.contains(ImportField.BIRTH_YEAR) || !known.contains(ImportField.DISTRICT) || mapping.size() != find(id).header().size()) {
            throw new IllegalArgumentException("columns");
        }
        var clean = source.replaceAll("[^\\p{L}\\d _-]", "").strip();
        jdbc.sql("UPDATE apusilta.volunteer_import SET mapping = :mapping, source = :source, state = 'UPLOADED' WHERE id = :id AND state IN ('UPLOADED', 'CHECKED')")
                .param("mapping", mapping.toArray(String[]::new)).param("source", clean.length() > 40 ? clean.substring(0, 40) : clean).param("id", id).update();
    }

    /** Begins a run or a check; false when one works on it already, or it has been run. */
    boolean begin(UUID id, boolean run, boolean doubtful) {
        return jdbc.sql("UPDATE apusilta.volunteer_import SET state = 'RUNNING', doubtful = :doubtful, done = 0, alive_at = :now WHERE id = :id AND (state = ANY (:from) OR state = 'RUNNING' AND alive_at < :silent)")
                .param("doubtful", doubtful).param("now", Timestamp.from(clock.instant())).param("silent", Timestamp.from(clock.instant().minus(SILENT)))
                .param("from", run ? new String[] {"CHECKED", "FAILED"} : new String[] {"UPLOADED", "CHECKED", "FAILED"}).param("id", id).update() == 1;
    }

    void alive(UUID id, int done) {
        jdbc.sql("UPDATE apusilta.volunteer_import SET done = :done, alive_at = :now WHERE id = :id").param("done", done).param("now", Timestamp.from(clock.instant())).param("id", id).update();
    }

    void end(UUID id, String state) {
        jdbc.sql("UPDATE apusilta.volunteer_import SET state = :state, done = CASE WHEN :state = 'FAILED' THEN 0 ELSE total END, finished_at = CASE WHEN :state = 'DONE' THEN CAST(:now AS timestamptz) END WHERE id = :id")
                .param("state", state).param("now", Timestamp.from(clock.instant()).toInstant().atOffset(java.time.ZoneOffset.UTC)).param("id", id).update();
        if (state.equals("DONE")) {
            jdbc.sql("UPDATE apusilta.volunteer_import_row SET cells = NULL WHERE import_id = :id AND outcome IN ('NEW', 'CHANGED', 'SAME')").param("id", id).update();
        }
    }

    /** A row as it was read. */
    record Cells(int line, List<String> cells) {}

    @Transactional(readOnly = true)
    List<Cells> cells(UUID id) {
        return jdbc.sql("SELECT line, cells FROM apusilta.volunteer_import_row WHERE import_id = :id AND cells IS NOT NULL ORDER BY line").param("id", id)
                .query((row, n) -> new Cells(row.getInt("line"), texts(row, "cells"))).list();
    }

    /** What became of a row. */
    record Outcome(int line, String outcome, List<String> notes, @Nullable UUID volunteerId) {}

    void outcomes(UUID id, List<Outcome> outcomes) {
        batch.batchUpdate("UPDATE apusilta.volunteer_import_row SET outcome = ?, notes = ?, volunteer_id = ? WHERE import_id = ? AND line = ?", outcomes, 500, (row, one) -> {
            row.setString(1, one.outcome());
            row.setArray(2, row.getConnection().createArrayOf("text", one.notes().toArray()));
            row.setObject(3, one.volunteerId());
            row.setObject(4, id);
            row.setInt(5, one.line());
        });
    }

    /** @param outcome of which rows, empty for all @return one page of rows @param from the first of them, from 0 */
    @Transactional(readOnly = true)
    public List<Row> rows(UUID id, String outcome, int from, int size) {
        return jdbc.sql("""
                SELECT r.line, r.outcome, r.notes, r.volunteer_id, v.given_name || ' ' || v.family_name AS name FROM apusilta.volunteer_import_row r LEFT JOIN apusilta.volunteer v ON v.id = r.volunteer_id
                WHERE r.import_id = :id AND (:outcome = '' OR r.outcome = :outcome) ORDER BY r.line LIMIT :size OFFSET :from""")
                .param("id", id).param("outcome", outcome).param("size", size).param("from", from)
                .query((row, n) -> new Row(row.getInt("line"), row.getString("outcome"), texts(row, "notes"), row.getObject("volunteer_id", UUID.class), row.getString("name"))).list();
    }

    /** Throws a file away that was not run. */
    public void discard(UUID id) {
        jdbc.sql("DELETE FROM apusilta.volunteer_import WHERE id = :id AND state IN ('UPLOADED', 'CHECKED', 'FAILED')").param("id", id).update();
    }

    static byte[] sha(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
