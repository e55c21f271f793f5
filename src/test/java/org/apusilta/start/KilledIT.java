package org.apusilta.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A JVM with the demo's database is killed outright; what was committed is there when the next one starts. */
class KilledIT {

    @TempDir Path temp;

    @Test
    void whatWasCommittedSurvivesAKillAndTheOrphanIsReplaced() throws Exception {
        var killed = start("first");
        var orphan = ProcessHandle.of(postmaster()).orElseThrow();
        killed.destroyForcibly().waitFor();
        assertThat(orphan.isAlive()).as("PostgreSQL outlives the JVM").isTrue();

        var next = start("second");
        try {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(Files.readString(temp.resolve("second"))).isEqualTo("[first]");
        } finally {
            next.destroy();
            next.waitFor(30, TimeUnit.SECONDS);
            ProcessHandle.of(postmaster()).ifPresent(ProcessHandle::destroy);
        }
    }

    @Test
    void aFillingThatWasCutShortLeavesNothingToTheNextStart() throws Exception {
        var killed = start("filling");
        killed.destroyForcibly().waitFor();

        var next = start("second");
        next.destroyForcibly().waitFor();
        assertThat(Files.readString(temp.resolve("second"))).as("emptied").isEqualTo("[]");

        var third = start("third");
        try {
            assertThat(Files.readString(temp.resolve("third"))).as("and only once").isEqualTo("[second]");
        } finally {
            third.destroy();
            third.waitFor(30, TimeUnit.SECONDS);
            ProcessHandle.of(postmaster()).ifPresent(ProcessHandle::destroy);
        }
    }

    private long postmaster() throws IOException {
        var pid = temp.resolve("data/postgres/postmaster.pid");
        return Files.exists(pid) ? Long.parseLong(Files.readAllLines(pid).get(0).trim()) : Long.MAX_VALUE;
    }

    private Process start(String name) throws IOException {
        var java = ProcessHandle.current().info().command().orElseThrow();
        var process = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), Database.class.getName(), temp.toString(), name)
                .redirectErrorStream(true).redirectOutput(temp.resolve(name + ".log").toFile()).start();
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> Files.exists(temp.resolve(name)) || !process.isAlive());
        assertThat(temp.resolve(name)).as(() -> log(name)).exists();
        return process;
    }

    private String log(String name) {
        try {
            return Files.readString(temp.resolve(name + ".log"));
        } catch (IOException none) {
            return none.toString();
        }
    }

    /** The database as the demo starts it, nothing else; writes what it found into a file and then its own name into a table; one does not end its filling. */
    static class Database {

        public static void main(String[] args) throws Exception {
            var postgres = new EmbeddedDatabase().postgres(DataFolder.open(Path.of(args[0], "data")));
            List<String> found;
            try (var db = DriverManager.getConnection(postgres.getJdbcUrl("postgres", "postgres")); var sql = db.createStatement()) {
                sql.execute("CREATE TABLE IF NOT EXISTS started (name TEXT)");
                var names = new java.util.ArrayList<String>();
                try (var rows = sql.executeQuery("SELECT name FROM started")) {
                    while (rows.next()) {
                        names.add(rows.getString(1));
                    }
                }
                found = names;
                sql.execute("INSERT INTO started VALUES ('" + args[1] + "')");
                if (args[1].equals("filling")) {
                    CutShort.mark(JdbcClient.create(postgres.getPostgresDatabase()));
                }
            }
            var half = Files.writeString(Path.of(args[0], args[1] + ".half"), found.toString());
            Files.move(half, Path.of(args[0], args[1]));
            Thread.sleep(Duration.ofMinutes(5).toMillis());
        }
    }
}
