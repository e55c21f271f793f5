package org.apusilta.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

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
import java.util.Base64;
import java.util.function.Consumer;
import org.apusilta.ApusiltaTest;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Logging in and what follows from it, over real HTTP where cookies and filters matter (R53). */
@ApusiltaTest
@ExtendWith(OutputCaptureExtension.class)
class LoginIT {

    @Autowired MockMvc mvc;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

    @ParameterizedTest
    @CsvSource({"coordinator,/camunda/app/tasklist/default/", "lead,/camunda/app/tasklist/default/", "social-worker,/requests",
            "manager,/manage", "admin,/versions", "organisation,/our-volunteers", "responsible,/unit-volunteers"})
    void everyRoleLandsWhereItWorks(String who, String page) throws Exception {
        mvc.perform(formLogin().user(who).password(who)).andExpect(authenticated().withUsername(who)).andExpect(redirectedUrl(page));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "sv", "en"})
    void theLoginPageSpeaksThreeLanguages(String language) throws Exception {
        mvc.perform(get("/login?error&lang=" + language)).andExpect(content().string(Matchers.not(Matchers.containsString("??"))))
                .andExpect(content().string(Matchers.containsString("role=\"alert\"")));
        mvc.perform(get("/?lang=" + language)).andExpect(content().string(Matchers.not(Matchers.containsString("??"))));
    }

    @Test
    void aPersonIsSentToTheLoginPageAndBackToWhatTheyAskedFor() throws Exception {
        var sent = send("/manage", r -> r.header("Accept", "text/html"));
        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(sent.headers().firstValue("Location").orElseThrow()).endsWith("/login");
        assertThat(login("manager").headers().firstValue("Location").orElseThrow()).contains("/manage");
    }

    @Test
    void aProgramGetsAProblemAndNoPasswordWindow() throws Exception {
        for (var path : new String[] {"/api/requests/1", "/engine-rest/engine", "/camunda/api/engine/engine/default/task"}) {
            var refused = send(path, r -> r.header("Accept-Language", "en"));
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.headers().firstValue("WWW-Authenticate")).isEmpty();
            assertThat(refused.headers().firstValue("Content-Type")).hasValue(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            assertThat(refused.body()).contains("Log in first.");
        }
    }

    @Test
    void basicOpensRestWithoutASession() throws Exception {
        var answer = send("/engine-rest/engine", basic("coordinator", "coordinator"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(cookies.getCookieStore().getCookies()).isEmpty();
        assertThat(send("/engine-rest/engine", basic("coordinator", "wrong")).statusCode()).isEqualTo(401);
        assertThat(send("/engine-rest/engine", r -> r.header("Authorization", "Bearer x")).statusCode()).isEqualTo(401);
        jdbc.sql("UPDATE apusilta.account SET wrong_logins = 0, barred_until = NULL").update();
    }

    @Test
    void theWrongRoleIsRefusedAsAProblem() throws Exception {
        var refused = send("/api/cases/1/timeline", basic("manager", "manager").andThen(r -> r.header("Accept-Language", "sv")));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Ditt konto har inte behörighet till detta.");
    }

    @Test
    void oneLoginServesPagesAndRestAndItsSessionIsARow() throws Exception {
        var before = sessions("admin");
        login("admin");
        assertThat(send("/engine-rest/engine", r -> {}).statusCode()).isEqualTo(200);
        assertThat(send("/", r -> r.header("Accept", "text/html")).body()).contains("action=\"/logout\"");
        assertThat(sessions("admin")).isEqualTo(before + 1);
    }

    @Test
    void aClickIsWrittenOnceAMinute() throws Exception {
        login("manager");
        send("/manage", r -> r.header("Accept", "text/html"));
        var mine = jdbc.sql("SELECT primary_id FROM apusilta.spring_session WHERE principal_name = 'manager' ORDER BY creation_time DESC LIMIT 1").query(String.class).single();
        var written = version(mine);
        send("/manage", r -> r.header("Accept", "text/html"));
        assertThat(version(mine)).as("seen a moment ago").isEqualTo(written);
        jdbc.sql("UPDATE apusilta.spring_session SET last_access_time = last_access_time - 61000 WHERE primary_id = ?").param(mine).update();
        var earlier = jdbc.sql("SELECT last_access_time FROM apusilta.spring_session WHERE primary_id = ?").param(mine).query(Long.class).single();
        send("/manage", r -> r.header("Accept", "text/html"));
        assertThat(jdbc.sql("SELECT last_access_time FROM apusilta.spring_session WHERE primary_id = ?").param(mine).query(Long.class).single()).isGreaterThan(earlier + 60_000);
    }

    private String version(String session) {
        return jdbc.sql("SELECT xmin::text FROM apusilta.spring_session WHERE primary_id = ?").param(session).query(String.class).single();
    }

    @Test
    void aSessionNeedsTheTokenToChangeAnything() throws Exception {
        login("admin");
        var path = "/engine-rest/message";
        Consumer<HttpRequest.Builder> message = r -> r.header("Content-Type", "application/json").POST(BodyPublishers.ofString("{}"));
        assertThat(send(path, message).statusCode()).isEqualTo(403);
        assertThat(send(path, message.andThen(r -> r.header("X-APUSILTA-XSRF", "guessed"))).statusCode()).isEqualTo(403);
        assertThat(send(path, message.andThen(r -> r.header("X-APUSILTA-XSRF", cookie("APUSILTA-XSRF")))).statusCode()).isEqualTo(400);
    }

    @Test
    void loggingOutEndsTheSession() throws Exception {
        login("admin");
        assertThat(send("/logout", form("")).statusCode()).isEqualTo(403);
        assertThat(send("/logout", form("_csrf=" + cookie("APUSILTA-XSRF"))).headers().firstValue("Location").orElseThrow()).endsWith("/login?logout");
        assertThat(send("/engine-rest/engine", r -> {}).statusCode()).isEqualTo(401);
    }

    @Test
    void tasklistsLogoutEndsTheSessionTooButNotFromAnotherSite() throws Exception {
        login("admin");
        send("/camunda/api/admin/auth/user/default/logout", form(""));
        assertThat(send("/engine-rest/engine", r -> {}).statusCode()).isEqualTo(401);
        login("admin");
        assertThat(send("/camunda/api/admin/auth/user/default/logout", form("").andThen(r -> r.header("X-XSRF-TOKEN", "x"))).statusCode()).isEqualTo(204);
        assertThat(send("/engine-rest/engine", r -> {}).statusCode()).isEqualTo(401);
    }

    @Test
    void wrongPasswordsMakeTheAccountWait() throws Exception {
        account("guessed", "SOCIAL_WORKER");
        for (int i = 0; i < 3; i++) {
            assertThat(send("/api/kinds", basic("guessed", "wrong")).statusCode()).isEqualTo(401);
        }
        assertThat(send("/engine-rest/engine", basic("guessed", "social-worker")).statusCode()).as("the right one, too soon").isEqualTo(401);
        assertThat(login("guessed", "social-worker").headers().firstValue("Location").orElseThrow()).endsWith("/login?error");
        jdbc.sql("UPDATE apusilta.account SET barred_until = barred_until - INTERVAL '1 minute' WHERE username = 'guessed'").update();
        assertThat(send("/engine-rest/engine", basic("guessed", "social-worker")).statusCode()).isEqualTo(200);
        assertThat(jdbc.sql("SELECT wrong_logins FROM apusilta.account WHERE username = 'guessed'").query(Integer.class).single()).isZero();
    }

    @Test
    void aLoginNameWithANulIsWrongAndNothingMore(CapturedOutput log) throws Exception {
        int before = log.getAll().length();
        assertThat(login("le%00ad", "lead").headers().firstValue("Location").orElseThrow()).endsWith("/login?error");
        assertThat(send("/engine-rest/engine", basic("le\0ad", "lead")).statusCode()).isEqualTo(401);
        assertThat(log.getAll().substring(before)).doesNotContain("ERROR", "Exception");
    }

    @Test
    void whoLosesTheAccountLosesTheSession() throws Exception {
        account("leaving", "SOCIAL_WORKER");
        login("leaving", "social-worker");
        assertThat(send("/engine-rest/engine", r -> {}).statusCode()).isEqualTo(200);
        jdbc.sql("UPDATE apusilta.account SET active = FALSE WHERE username = 'leaving'").update();
        assertThat(send("/engine-rest/engine", r -> {}).statusCode()).isEqualTo(401);
        assertThat(login("leaving", "social-worker").headers().firstValue("Location").orElseThrow()).endsWith("/login?error");
    }

    @Test
    void pagesAllowNothingButOurOwnFiles() throws Exception {
        var headers = send("/login", r -> r.header("Accept", "text/html")).headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow()).contains("default-src 'self'", "frame-ancestors 'none'").doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Cache-Control").orElseThrow()).contains("no-store");
    }

    private void account(String username, String role) {
        jdbc.sql("""
                INSERT INTO apusilta.account (username, display_name, password_hash, role)
                SELECT :username, 'Somebody', password_hash, :role FROM apusilta.account WHERE username = 'social-worker'
                ON CONFLICT (username) DO UPDATE SET active = TRUE, wrong_logins = 0, barred_until = NULL""")
                .param("username", username).param("role", role).update();
    }

    private long sessions(String who) {
        return jdbc.sql("SELECT count(*) FROM apusilta.spring_session WHERE principal_name = :who").param("who", who).query(Long.class).single();
    }

    private HttpResponse<String> login(String who) throws IOException, InterruptedException {
        return login(who, who);
    }

    private HttpResponse<String> login(String who, String password) throws IOException, InterruptedException {
        send("/login", r -> r.header("Accept", "text/html"));
        return send("/login", form("username=" + who + "&password=" + password + "&_csrf=" + URLEncoder.encode(cookie("APUSILTA-XSRF"), StandardCharsets.UTF_8)));
    }

    private String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream().filter(it -> it.getName().equals(name)).findFirst().orElseThrow().getValue();
    }

    private static Consumer<HttpRequest.Builder> form(String body) {
        return r -> r.header("Content-Type", MediaType.APPLICATION_FORM_URLENCODED_VALUE).POST(BodyPublishers.ofString(body));
    }

    private static Consumer<HttpRequest.Builder> basic(String who, String password) {
        var pair = Base64.getEncoder().encodeToString((who + ":" + password).getBytes(StandardCharsets.UTF_8));
        return r -> r.header("Authorization", "Basic " + pair);
    }

    private HttpResponse<String> send(String path, Consumer<HttpRequest.Builder> how) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        how.accept(request);
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
