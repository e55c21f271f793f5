package org.apusilta.engine;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** A real PostgreSQL from Maven Central, kept in {@code ./data}: for the demo, where nothing else is installed. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class EmbeddedDatabase {

    @Bean(destroyMethod = "close")
    EmbeddedPostgres postgres(@org.springframework.beans.factory.annotation.Value("${apusilta.data:data}") Path data) throws IOException {
        Files.createDirectories(data);
        lock(data.resolve("apusilta.lock"));
        var cluster = data.resolve("postgres").toAbsolutePath();
        stopOrphan(cluster);
        return EmbeddedPostgres.builder()
                .setDataDirectory(cluster).setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(data.resolve("binaries").toAbsolutePath().toFile())
                .setLocaleConfig("locale", "C.UTF-8").setLocaleConfig("encoding", "UTF8")
                .setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
    }

    @Bean
    JdbcConnectionDetails database(EmbeddedPostgres postgres) {
        return new JdbcConnectionDetails() {
            @Override public String getUsername() { return "postgres"; }
            @Override public String getPassword() { return "postgres"; }
            @Override public String getJdbcUrl() { return postgres.getJdbcUrl("postgres", "postgres") + "&reWriteBatchedInserts=true"; }
        };
    }

    private static void lock(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            throw new IllegalStateException("Another Apusilta is running on this data folder: " + file.getParent());
        }
    }

    /** A killed JVM leaves its PostgreSQL alive; only the holder of the lock may end it. */
    private static void stopOrphan(Path cluster) throws IOException {
        var pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).trim());
        var orphan = ProcessHandle.of(pid).filter(p -> p.info().commandLine().orElse("").contains(cluster.toString()));
        if (orphan.isPresent()) {
            orphan.get().destroy();
            try {
                orphan.get().onExit().get(30, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IllegalStateException("An earlier PostgreSQL (pid " + pid + ") does not stop", e);
            }
        }
    }
}
