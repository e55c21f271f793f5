package org.apusilta.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From the start of a JVM to the first page, on a database that an earlier start has made. Baseline: Camunda's webapp starter with
 * nothing in it, the same class path, a database of its own in the same PostgreSQL, turn and turn about.
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
        try (var postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on")
                .setLocaleConfig("locale", "C.UTF-8").setLocaleConfig("encoding", "UTF8").start()) {
            try (var connection = postgres.getPostgresDatabase().getConnection(); var statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE bare");
            }
            var ours = new Samples();
            var bare = new Samples();
            for (int i = 0; i <= (Scale.full() ? TIMES : 1); i++) {
                double app = start("org.apusilta.ApusiltaApplication", postgres.getJdbcUrl("postgres", "postgres"), "/login", false);
                double empty = start(EmptyCamunda.class.getName(), postgres.getJdbcUrl("postgres", "bare"), "/camunda/app/welcome/default/", true);
                if (i > 0) {
                    ours.add(app);
                    bare.add(empty);
                }
            }
            var figure = Figure.of("start", ours.median(), "s", bare.median());
            var report = new Report("start", "application", "s to the first page");
            report.row("Apusilta", ours.median());
            report.row("Camunda's webapp starter, empty", bare.median());
            report.atMost(figure, 1.4);
            report.done();
        }
    }

    private double start(String main, String url, String page, boolean ofTests) throws IOException, InterruptedException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(), "-XX:+UseParallelGC", "-cp", classPath(ofTests), main, "--server.port=" + port,
                "--spring.datasource.url=" + url, "--spring.datasource.username=postgres", "--spring.datasource.password=postgres"));
        if (ofTests) {
            command.addAll(List.of("--spring.config.location=optional:file:/none/", "--camunda.bpm.generic-properties.properties.historyTimeToLive=P180D", "--camunda.bpm.auto-deployment-enabled=false", "--camunda.bpm.deployment-resource-pattern=classpath*:none/*.bpmn"));
        }
        var log = folder.resolve("start.log");
        long begun = System.nanoTime();
        var application = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            while (!answers(port, page)) {
                if (!application.isAlive() || System.nanoTime() - begun > PATIENCE * BILLION) {
                    throw new IllegalStateException(main + " did not start: " + java.nio.file.Files.readString(log));
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
            return (System.nanoTime() - begun) / BILLION;
        } finally {
            application.destroy();
            application.waitFor(60, TimeUnit.SECONDS);
        }
    }

    private boolean answers(int port, String page) throws InterruptedException {
        try {
            return http.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + page)).build(), BodyHandlers.ofString()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String classPath(boolean withTests) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).filter(path -> withTests ? !path.endsWith("target/classes") : !path.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
