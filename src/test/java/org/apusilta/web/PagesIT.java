package org.apusilta.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.apusilta.ApusiltaTest;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@ApusiltaTest
@WithMockUser(username = "manager", roles = "MANAGER")
class PagesIT {

    @Autowired MockMvc http;
    @LocalServerPort int port;

    private static MockHttpServletRequestBuilder error(int status) {
        return get("/error").accept(MediaType.TEXT_HTML).requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status);
    }

    @ParameterizedTest
    @CsvSource({"'',fi", "sv,sv", "sv-FI,sv", "en-GB,en", "de,fi", "'so,en;q=0.5',en"})
    void theBrowsersLanguageIsSpokenWhenWeCanElseFinnish(String accepted, String spoken) throws Exception {
        var request = accepted.isEmpty() ? error(404) : error(404).header("Accept-Language", accepted);
        http.perform(request).andExpect(content().string(Matchers.containsString("<html lang=\"" + spoken + "\"")));
    }

    @Test
    void theChosenLanguageIsKeptInACookie() throws Exception {
        var chosen = http.perform(error(404).param("lang", "sv")).andExpect(content().string(Matchers.containsString("Sidan hittades inte")))
                .andExpect(cookie().value("apusilta-lang", "sv")).andReturn();
        http.perform(error(404).header("Accept-Language", "en").cookie(new Cookie("apusilta-lang", chosen.getResponse().getCookie("apusilta-lang").getValue())))
                .andExpect(content().string(Matchers.containsString("Sidan hittades inte")));
    }

    @Test
    void anUnknownLanguageIsIgnored() throws Exception {
        http.perform(error(404).param("lang", "xx").header("Accept-Language", "en").cookie(new Cookie("apusilta-lang", "<script>")))
                .andExpect(content().string(Matchers.containsString("Page not found"))).andExpect(cookie().doesNotExist("apusilta-lang"));
    }

    @Test
    void languageLinksKeepTheRestOfTheQuery() throws Exception {
        http.perform(get("/error?page=2&lang=sv").accept(MediaType.TEXT_HTML).requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 404))
                .andExpect(content().string(Matchers.containsString("href=\"?page=2&amp;lang=en\"")));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 405, 413, 500, 418})
    void everyErrorHasAPageInThreeLanguagesWithTheUsualFrame(int status) throws Exception {
        for (var language : Languages.SUPPORTED) {
            var page = http.perform(error(status).param("lang", language.getLanguage())).andReturn().getResponse().getContentAsString();
            assertThat(page).contains("<h1>", "class=\"skip-link\"", "id=\"main\"", "action=\"/logout\"", "name=\"_csrf\"").doesNotContain("??");
        }
    }

    private HttpResponse<String> overTheNet(String method, String path, String accept) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).method(method, BodyPublishers.noBody())
                .header("Accept", accept).header("Accept-Language", "sv").build(), BodyHandlers.ofString());
    }

    @ParameterizedTest
    @CsvSource({"GET, /l/a/b/c, 404, Länken fungerar inte", "GET, /request/no/such/page, 404, Sidan hittades inte", "GET, /status/not-a-token, 404, <h1"})
    void aPersonWithABrowserGetsAPage(String method, String path, int status, String heading) throws Exception {
        var answer = overTheNet(method, path, "text/html,application/xhtml+xml,*/*;q=0.8");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(t -> assertThat(t).startsWith("text/html"));
        assertThat(answer.body()).contains(heading, "class=\"skip-link\"");
    }

    @Test
    void theErrorPageIsNotAPageToAskFor() throws Exception {
        assertThat(overTheNet("GET", "/error", "text/html").statusCode()).isEqualTo(404);
        assertThat(overTheNet("GET", "/error", "text/html").body()).contains("Sidan hittades inte");
        var program = overTheNet("GET", "/error", "application/json");
        assertThat(program.statusCode()).isEqualTo(404);
        assertThat(program.body()).doesNotContain("999");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/request", "/login", "/l/whatever"})
    void aFormTooLargeIsSaidToBeTooLarge(String path) throws Exception {
        var form = "askedBy=SELF&description=" + "a".repeat(3_000_000);
        for (var body : new BodyPublisher[] {BodyPublishers.ofString(form), BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form.getBytes()))}) {
            var answer = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .header("Accept", "text/html").header("Accept-Language", "sv").header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(body).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("Det du skickade är för stort", "class=\"skip-link\"");
        }
    }

    @Test
    void aFileTooLargeIsSaidToBeTooLarge() throws Exception {
        var head = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"scan.pdf\"\r\nContent-Type: application/pdf\r\n\r\n";
        var file = (head + "a".repeat(45_000_000) + "\r\n--x--\r\n").getBytes();
        for (var body : new BodyPublisher[] {BodyPublishers.ofByteArray(file), BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(file))}) {
            var answer = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/login"))
                    .header("Accept", "text/html").header("Accept-Language", "en").header("Content-Type", "multipart/form-data; boundary=x").POST(body).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("choose a smaller file", "class=\"skip-link\"");
        }
    }

    @Test
    void aProgramGetsAProblem() throws Exception {
        var answer = overTheNet("GET", "/request/no/such/page", "application/json");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }
}
