package org.apusilta.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a newcomer runs it, in a JVM of its own: ended by a signal and started again, with somebody logged in all the while. */
class RestartIT {

    private static final Pattern READY = Pattern.compile("Start page +http://localhost:(\\d+)/");
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @TempDir Path temp;

    private final HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private Process application;

    @AfterEach
    void end() throws InterruptedException {
        if (application != null) {
            application.destroy();
            application.waitFor(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void aSignalLeavesTheDatabaseCleanAndTheNextStartKnowsWhoWasLoggedIn() throws Exception {
        var first = start("first");
        var login = CSRF.matcher(get(first, "/login").body());
        assertThat(login.find()).isTrue();
        assertThat(post(first, "/login", "username=social-worker&password=social-worker&_csrf=" + URLEncoder.encode(login.group(1), StandardCharsets.UTF_8))
                .statusCode()).isEqualTo(302);
        assertThat(get(first, "/requests").statusCode()).isEqualTo(200);
        var database = ProcessHandle.of(Long.parseLong(Files.readAllLines(temp.resolve("data/postgres/postmaster.pid")).get(0).trim())).orElseThrow();

        application.destroy();

        assertThat(application.waitFor(60, TimeUnit.SECONDS)).as("ends in time").isTrue();
        assertThat(temp.resolve("data/postgres/postmaster.pid")).as("PostgreSQL was stopped, not left").doesNotExist();
        // the file goes a moment before the process
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !database.isAlive());

        var second = start("second");
        assertThat(get(second, "/requests").statusCode()).as("the session is in the database").isEqualTo(200);
        assertThat(Files.readString(temp.resolve("second.log"))).doesNotContain("Filling the demo").doesNotContain("database system was not properly shut down");
        assertThat(HttpClient.newHttpClient().send(HttpRequest.newBuilder(second.resolve("/requests")).build(), BodyHandlers.discarding()).statusCode())
                .as("a stranger is not let in").isNotEqualTo(200);
    }

    private URI start(String name) throws IOException {
        var log = temp.resolve(name + ".log");
        var java = ProcessHandle.current().info().command().orElseThrow();
        application = new ProcessBuilder(java, "-XX:TieredStopAtLevel=1", "-cp", withoutTests(), "org.apusilta.ApusiltaApplication", "--spring.profiles.active=demo",
                "--server.port=0", "--demo.cases=2", "--apusilta.data=" + temp.resolve("data")).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        Awaitility.await().atMost(Duration.ofMinutes(5)).until(() -> READY.matcher(Files.readString(log)).find() || !application.isAlive());
        var ready = READY.matcher(Files.readString(log));
        assertThat(ready.find()).as(Files.readString(log)).isTrue();
        return URI.create("http://localhost:" + ready.group(1));
    }

    /** Beans of the tests are not the application's. */
    private static String withoutTests() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).filter(path -> !path.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private HttpResponse<String> get(URI server, String path) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(server.resolve(path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(URI server, String path, String form) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(server.resolve(path)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)).build(), BodyHandlers.ofString());
    }
}
