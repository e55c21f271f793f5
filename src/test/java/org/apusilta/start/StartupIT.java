package org.apusilta.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

/** What stops the start, and what a killed one leaves behind. */
class StartupIT {

    @TempDir Path temp;

    @Test
    void aTakenPortIsToldWithTheWayOut() throws IOException {
        try (var other = new ServerSocket(0)) {
            assertThatThrownBy(() -> FreePort.require(other.getLocalPort())).isInstanceOf(StartRefused.class)
                    .hasMessageContaining("-Dspring-boot.run.arguments=--server.port=" + (other.getLocalPort() + 1));
        }
    }

    @Test
    void withoutADatabaseTheSettingsAreNamed() {
        assertThatThrownBy(() -> SomeDatabase.require(new MockEnvironment(), true)).hasMessageContaining("SPRING_DATASOURCE_URL");
        SomeDatabase.require(new MockEnvironment().withProperty("spring.datasource.url", "jdbc:postgresql://db/apusilta"), false);
    }

    @Test
    void theDemoInThePackagedJarSaysHowToStartIt() {
        var demo = new MockEnvironment();
        demo.setActiveProfiles("demo");
        SomeDatabase.require(demo, true);
        assertThatThrownBy(() -> SomeDatabase.require(demo, false)).hasMessageContaining("./mvnw spring-boot:run");
    }

    @Test
    void aSecondCopyIsRefusedUntilTheFirstIsGone() throws IOException {
        var first = DataFolder.open(temp);
        assertThatThrownBy(() -> DataFolder.open(temp)).isInstanceOf(StartRefused.class).hasMessageContaining("Another Apusilta");
        first.close();
        DataFolder.open(temp).close();
    }

    @Test
    void aFolderThatCannotBeMadeIsToldInOneSentence() throws IOException {
        var file = Files.createFile(temp.resolve("file"));
        assertThatThrownBy(() -> DataFolder.open(file.resolve("data"))).isInstanceOf(StartRefused.class).hasMessageContaining("cannot be used");
    }

    @Test
    void aKilledStartsPostgresIsEndedAndAStrangersProcessIsNot() throws IOException, InterruptedException {
        var cluster = Files.createDirectories(temp.resolve("postgres"));
        var orphan = new ProcessBuilder("sh", "-c", "sleep 60; : " + cluster).start();
        var stranger = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(cluster.resolve("postmaster.pid"), stranger.pid() + "\n");
            DataFolder.open(temp).close();
            assertThat(stranger.isAlive()).isTrue();

            Files.createDirectories(cluster);
            Files.writeString(cluster.resolve("postmaster.pid"), orphan.pid() + "\n");
            DataFolder.open(temp).close();
            assertThat(orphan.waitFor(5, TimeUnit.SECONDS)).isTrue();
        } finally {
            orphan.destroyForcibly();
            stranger.destroyForcibly();
        }
    }

    @Test
    void anInterruptedFirstStartLeavesNothingAndDataIsNeverTouched() throws IOException {
        var cluster = Files.createDirectories(temp.resolve("postgres/base")).getParent();
        DataFolder.open(temp).close();
        assertThat(cluster).doesNotExist();

        Files.createDirectories(cluster);
        var folder = DataFolder.open(temp);
        folder.close();
        Files.createDirectories(cluster);
        folder.hasData();
        DataFolder.open(temp).close();
        assertThat(cluster).exists();
    }

    @Test
    void onlyEverydayTroubleIsPutInOneSentence() {
        assertThat(OneSentence.sentence(new RuntimeException("wrapped", new StartRefused("Why.")))).hasValue("Why.");
        assertThat(OneSentence.sentence(new RuntimeException(new SQLException("no password", "28P01"))).orElseThrow()).contains("SPRING_DATASOURCE_URL");
        assertThat(OneSentence.sentence(new IllegalStateException("a fault of ours"))).isEmpty();
    }
}
