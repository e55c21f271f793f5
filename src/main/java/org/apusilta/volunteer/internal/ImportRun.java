package org.apusilta.volunteer.internal;

import jakarta.annotation.PreDestroy;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.volunteer.Changes;
import org.apusilta.volunteer.RegisterFilled;
import org.apusilta.volunteer.Vocabulary;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at all rows of a file, or takes them: beside the caller, in one transaction, so that a file is taken whole or not at all. One at a
 * time in the whole house (a lock in the database): the second of two runs of one file finds everybody there and changes nothing.
 * A check does the same and takes it back.
 */
@Service
public class ImportRun {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRun.class);
    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
    private static final int EACH = 250;
    private static final String PERSON = """
            INSERT INTO apusilta.volunteer (id, given_name, family_name, email, phone, birth_year, gender, language, district, x, y, status, joined_on, organisation, capacity,
              max_distance_m, car, strength, pets_ok, smoke_ok)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'ACTIVE', ?, ?, ?, 5000, false, false, false, false)""";

    private final ImportBook book;
    private final Persons persons;
    private final Organisations organisations;
    private final Catalogue catalogue;
    private final Vocabulary vocabulary;
    private final MessageSource texts;
    private final Changes changes;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final TransactionTemplate whole;
    private final TransactionTemplate apart;
    private final Clock clock;
    private final ExecutorService beside = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "register-import");
        thread.setDaemon(true);
        return thread;
    });

    ImportRun(ImportBook book, Persons persons, Organisations organisations, Catalogue catalogue, Vocabulary vocabulary, MessageSource texts, Changes changes,
            ApplicationEventPublisher events, JdbcClient jdbc, JdbcTemplate batch, PlatformTransactionManager transactions, Clock clock) {
        this.book = book;
        this.persons = persons;
        this.organisations = organisations;
        this.catalogue = catalogue;
        this.vocabulary = vocabulary;
        this.texts = texts;
        this.changes = changes;
        this.events = events;
        this.jdbc = jdbc;
        this.batch = batch;
        this.whole = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** Looks at every row, without taking any. @return false when something works on this file already */
    public boolean check(UUID id, String by) {
        return start(id, by, false, book.find(id).doubtful());
    }

    /** Takes the rows. @param doubtful also those who look like somebody known @return false when something works on this file already, or it was not checked */
    public boolean run(UUID id, String by, boolean doubtful) {
        return start(id, by, true, doubtful);
    }

    private boolean start(UUID id, String by, boolean take, boolean doubtful) {
        if (!book.begin(id, take, doubtful)) {
            return false;
        }
        beside.execute(() -> work(id, by, take, doubtful));
        return true;
    }

    @PreDestroy
    void stop() {
        beside.shutdownNow();
    }

    private void work(UUID id, String by, boolean take, boolean doubtful) {
        try {
            var outcomes = new ArrayList<ImportBook.Outcome>();
            whole.executeWithoutResult(tx -> {
                all(id, by, take, doubtful, outcomes);
                if (take) {
                    book.outcomes(id, outcomes);
                    book.end(id, "DONE");
                    events.publishEvent(new RegisterFilled());
                }
            });
            if (!take) {
                whole.executeWithoutResult(tx -> {
                    book.outcomes(id, outcomes);
                    book.end(id, "CHECKED");
                });
            }
        } catch (RuntimeException failed) {
            // not the cause's message: it may quote a row
            LOG.warn("Import {} was taken back: {}", id, failed.getClass().getSimpleName());
            book.end(id, "FAILED");
        }
    }

    private void all(UUID id, String by, boolean take, boolean doubtful, List<ImportBook.Outcome> outcomes) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('apusilta.volunteer_import'))").query((row, n) -> 1).single();
        if (take) {
            changes.by(by);
        }
        var file = book.find(id);
        var reader = new RowReader(file.mapping(), today(), catalogue, vocabulary, organisations, texts);
        var known = new Known(jdbc, file.source());
        var seen = new HashMap<String, byte[]>();
        var arrivals = new Arrivals(by);
        for (var cells : book.cells(id)) {
            outcomes.add(one(cells, reader.read(cells.cells()), known, seen, file.source(), take ? arrivals : null, doubtful, by));
            if (outcomes.size() % EACH == 0) {
                arrivals.write();
                int done = outcomes.size();
                apart.executeWithoutResult(tx -> book.alive(id, done));
            }
        }
        arrivals.write();
    }

    private ImportBook.Outcome one(ImportBook.Cells cells, ImportedRow row, Known known, Map<String, byte[]> seen, String source, @Nullable Arrivals take, boolean doubtful, String by) {
        var notes = new ArrayList<>(row.notes());
        if (row.faulty()) {
            return new ImportBook.Outcome(cells.line(), "FAULTY", notes, null);
        }
        var hash = hash(row);
        var key = row.externalId() != null ? row.externalId() : fingerprint(row);
        var before = seen.putIfAbsent(key, hash);
        if (before != null && !Arrays.equals(before, hash)) {
            notes.add("TWICE:EXTERNAL_ID");
            return new ImportBook.Outcome(cells.line(), "FAULTY", notes, null);
        }
        var external = known.external(key).orElse(null);
        if (external != null && Arrays.equals(external.hash(), hash) || before != null) {
            return new ImportBook.Outcome(cells.line(), "SAME", notes, external == null ? null : external.volunteerId());
        }
        if (external != null) {
            if (take != null) {
                if (!change(external.volunteerId(), row, by)) {
                    notes.add("CHANGED_MEANWHILE");
                    return new ImportBook.Outcome(cells.line(), "DOUBTFUL", notes, external.volunteerId());   // not remembered: the next run tries again
                }
                take.remember(source, key, external.volunteerId(), hash);
                known.took(key, external.volunteerId(), hash, row);
            }
            return new ImportBook.Outcome(cells.line(), "CHANGED", notes, external.volunteerId());
        }
        var alike = known.alike(row);
        if (alike.isPresent() && !doubtful) {
            notes.add("ALIKE");
            return new ImportBook.Outcome(cells.line(), "DOUBTFUL", notes, exists(alike.get()) ? alike.get() : null);
        }
        var id = UUID.randomUUID();
        if (take != null) {
            take.add(id, row);
            take.remember(source, key, id, hash);
        }
        known.took(key, id, hash, row);
        return new ImportBook.Outcome(cells.line(), "NEW", notes, take != null ? id : null);
    }

    /** In a check, whom a row is like may be a row before it, who is nobody yet. */
    private boolean exists(UUID id) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM apusilta.volunteer WHERE id = ?)").param(id).query(Boolean.class).single();
    }

    /** New people on their way into the tables: some hundreds at a time, or ten thousand rows would take minutes. */
    private final class Arrivals {

        private final String by;
        private final Map<String, List<Object[]>> rows = new LinkedHashMap<>();

        Arrivals(String by) {
            this.by = by;
            rows.put(PERSON, new ArrayList<>());   // before whatever points to it
        }

        void add(UUID id, ImportedRow row) {
            var home = catalogue.district(String.valueOf(row.district())).orElseThrow();
            row(PERSON,
                    id, row.givenName(), row.familyName(), row.email(), row.phone(), row.birthYear(), row.gender(), row.language() == null ? "fi" : row.language(), home.code(), home.x(), home.y(),
                    Date.valueOf(row.joinedOn() == null ? today() : row.joinedOn()), row.organisation(), row.capacity() == null ? 1 : row.capacity());
            row.kinds().forEach(code -> row("INSERT INTO apusilta.volunteer_kind (volunteer_id, kind_code) VALUES (?, ?)", id, code));
            row.interests().forEach(code -> row("INSERT INTO apusilta.volunteer_interest (volunteer_id, code) VALUES (?, ?)", id, code));
            row.languages().forEach((code, level) -> row("INSERT INTO apusilta.volunteer_language (volunteer_id, code, level) VALUES (?, ?, ?)", id, code, level));
            row.consents().forEach((what, given) -> row("INSERT INTO apusilta.volunteer_consent (volunteer_id, what, given, said_by, said_at) VALUES (?, ?, ?, ?, ?)", id, what, given, by,
                    Timestamp.from(clock.instant())));
        }

        void remember(String source, String key, UUID id, byte[] hash) {
            row("""
                    INSERT INTO apusilta.volunteer_external (source, external_id, volunteer_id, row_hash) VALUES (?, ?, ?, ?)
                    ON CONFLICT (source, external_id) DO UPDATE SET row_hash = excluded.row_hash""", source, key, id, hash);
        }

        private void row(String sql, @Nullable Object... values) {
            rows.computeIfAbsent(sql, none -> new ArrayList<>()).add(values);
        }

        void write() {
            rows.forEach((sql, values) -> {
                if (!values.isEmpty()) {
                    batch.batchUpdate(sql, values);
                    values.clear();
                }
            });
        }
    }

    /** What the file does not say stays as it is. @return false when somebody else changed this person at the same moment: theirs stays */
    private boolean change(UUID id, ImportedRow row, String by) {
        var now = persons.find(id);
        var kinds = new TreeSet<>(row.kinds().isEmpty() ? now.kinds() : row.kinds());
        var interests = new TreeSet<>(row.interests().isEmpty() ? now.interests() : row.interests());
        var consents = new TreeMap<>(now.consents());
        consents.putAll(row.consents());
        return persons.save(new Person(id, now.version(), row.givenName(), row.familyName(), row.email() == null ? now.email() : row.email(), row.phone() == null ? now.phone() : row.phone(),
                row.birthYear(), row.gender() == null ? now.gender() : row.gender(), row.language() == null ? now.language() : row.language(),
                row.district() == null ? now.district() : row.district(), row.organisation() == null ? now.organisation() : row.organisation(),
                row.capacity() == null ? now.capacity() : row.capacity(), now.maxDistanceM(), now.car(), now.strength(), now.petsOk(), now.smokeOk(), kinds,
                row.languages().isEmpty() ? now.languages() : row.languages(), interests, consents), by).isEmpty();
    }

    private static String fingerprint(ImportedRow row) {
        var who = String.join("\n", row.givenName().toLowerCase(Locale.ROOT), row.familyName().toLowerCase(Locale.ROOT), String.valueOf(row.birthYear()),
                String.valueOf(row.email()).toLowerCase(Locale.ROOT), String.valueOf(row.phone()).replaceAll("\\D", ""));
        return "row " + Base64.getUrlEncoder().withoutPadding().encodeToString(ImportBook.sha(who.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] hash(ImportedRow row) {
        return ImportBook.sha(String.join("\n", row.givenName(), row.familyName(), String.valueOf(row.email()), String.valueOf(row.phone()), String.valueOf(row.birthYear()),
                String.valueOf(row.gender()), String.valueOf(row.language()), String.valueOf(row.district()), String.valueOf(row.organisation()), String.valueOf(row.joinedOn()),
                new TreeMap<>(row.languages()).toString(), new TreeSet<>(row.kinds()).toString(), new TreeSet<>(row.interests()).toString(), String.valueOf(row.capacity()),
                new TreeMap<>(row.consents()).toString()).getBytes(StandardCharsets.UTF_8));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(HELSINKI));
    }
}
