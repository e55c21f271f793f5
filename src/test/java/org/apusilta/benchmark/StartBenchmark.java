package org.apusilta.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From the start of a JVM to the first page, on a database that an earlier start has made. The packaged jar is unpacked as the Dockerfile
 * does it, so neither side has the libraries of tests on its path. Baseline: Camunda's webapp starter with nothing in it on the same
 * libraries, a database of its own in the same PostgreSQL, turn and turn about. Each is measured as it is and with an archive of its own
 * classes (AppCDS), which its first start leaves behind. Seconds of processor are printed beside: they say more on a machine that is shared.
 */
@Benchmark("start")
class StartBenchmark {

    private static final int TIMES = 3;
    private static final double BILLION = 1e9;
    private static final int PATIENCE = 180;

    @TempDir Path folder;

    private final HttpClient http = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

    @Test
    void fromNothingToTheFirstPage() throws Exception {
        var libraries = unpacked();
        var ours = new Side("ours", application() + File.pathSeparator + libraries, "org.apusilta.ApusiltaApplication", "/login", List.of());
        var bare = new Side("bare", empty() + File.pathSeparator + libraries, EmptyCamunda.class.getName(), "/camunda/app/welcome/default/",
                List.of("--spring.config.location=optional:file:/none/", "--camunda.bpm.generic-properties.properties.historyTimeToLive=P180D",
                        "--camunda.bpm.auto-deployment-enabled=false", "--camunda.bpm.deployment-resource-pattern=classpath*:none/*.bpmn"));
        try (var postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on")
                .setLocaleConfig("locale", "C.UTF-8").setLocaleConfig("encoding", "UTF8").start()) {
            try (var connection = postgres.getPostgresDatabase().getConnection(); var statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE ours");
                statement.execute("CREATE DATABASE bare");
            }
            for (var side : List.of(ours, bare)) {
                start(side, postgres, new Samples(), new Samples(), List.of("-XX:ArchiveClassesAtExit=" + archive(side)));
                if (!Files.exists(archive(side))) {
                    throw new IllegalStateException("no archive of classes was left by " + side.main);
                }
            }
            for (int i = 0; i < (Scale.full() ? TIMES : 1); i++) {
                for (var side : List.of(ours, bare)) {
                    start(side, postgres, side.plain, side.plainWork, List.of());
                    start(side, postgres, side.archived, side.archivedWork, List.of("-XX:SharedArchiveFile=" + archive(side)));
                }
            }
            var report = new Report("start", "application", "s to the first page", "s of processor", "s with an archive of classes", "s of processor");
            report.row("Apusilta", ours.plain.median(), ours.plainWork.median(), ours.archived.median(), ours.archivedWork.median());
            report.row("Camunda's webapp starter, empty", bare.plain.median(), bare.plainWork.median(), bare.archived.median(), bare.archivedWork.median());
            report.atMost(Figure.of("start", ours.plain.median(), "s", bare.plain.median()), 1.4);
            report.atMost(Figure.of("start-archived", ours.archived.median(), "s", bare.archived.median()), 1.4);
            report.done();
        }
    }

    private record Side(String name, String classPath, String main, String page, List<String> settings, Samples plain, Samples plainWork,
            Samples archived, Samples archivedWork) {

        Side(String name, String classPath, String main, String page, List<String> settings) {
            this(name, classPath, main, page, settings, new Samples(), new Samples(), new Samples(), new Samples());
        }
    }

    private Path archive(Side side) {
        return folder.resolve(side.name + ".jsa");
    }

    private void start(Side side, EmbeddedPostgres postgres, Samples seconds, Samples work, List<String> options) throws IOException, InterruptedException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var command = new ArrayList<>(List.of(java(), "-XX:+UseParallelGC"));
        command.addAll(options);
        command.addAll(List.of("-cp", side.classPath, side.main, "--server.port=" + port, "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", side.name),
                "--spring.datasource.username=postgres", "--spring.datasource.password=postgres"));
        command.addAll(side.settings);
        var log = folder.resolve("start.log");
        long begun = System.nanoTime();
        var application = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            while (!answers(port, side.page)) {
                if (!application.isAlive() || System.nanoTime() - begun > PATIENCE * BILLION) {
                    throw new IllegalStateException(side.main + " did not start: " + Files.readString(log));
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
            seconds.add((System.nanoTime() - begun) / BILLION);
            work.add(application.info().totalCpuDuration().orElseThrow().toNanos() / BILLION);
        } finally {
            application.destroy();
            // who leaves an archive behind takes its time
            application.waitFor(PATIENCE, TimeUnit.SECONDS);
        }
    }

    private boolean answers(int port, String page) throws InterruptedException {
        try {
            return http.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + page)).build(), BodyHandlers.ofString()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String java() {
        return ProcessHandle.current().info().command().orElseThrow();
    }

    /** @return the libraries of the packaged jar as it names them in its manifest, ready for a class path */
    private String unpacked() throws IOException, InterruptedException {
        Path packaged;
        try (var built = Files.newDirectoryStream(Path.of("target"), "apusilta-*.jar")) {
            packaged = built.iterator().next();
        }
        var tool = new ProcessBuilder(java(), "-Djarmode=tools", "-jar", packaged.toString(), "extract", "--destination", folder.toString())
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        if (tool.waitFor() != 0) {
            throw new IllegalStateException("cannot unpack " + packaged);
        }
        try (var jar = new JarFile(application())) {
            return Arrays.stream(jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH).split(" "))
                    .map(library -> folder.resolve(library).toString()).collect(Collectors.joining(File.pathSeparator));
        }
    }

    private String application() throws IOException {
        try (var jars = Files.newDirectoryStream(folder, "apusilta-*.jar")) {
            return jars.iterator().next().toString();
        }
    }

    /** An archive of classes takes jars only. */
    private String empty() throws IOException {
        var jar = folder.resolve("empty.jar");
        var name = EmptyCamunda.class.getName().replace('.', '/') + ".class";
        try (var out = new JarOutputStream(Files.newOutputStream(jar)); var in = EmptyCamunda.class.getClassLoader().getResourceAsStream(name)) {
            out.putNextEntry(new JarEntry(name));
            in.transferTo(out);
        }
        return jar.toString();
    }
}
