package org.apusilta.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import org.apusilta.ApusiltaTest;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@ApusiltaTest
@WithMockUser(username = "manager", roles = "MANAGER")
class PagesIT {

    @Autowired MockMvc http;

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
    @ValueSource(ints = {400, 403, 404, 405, 500, 418})
    void everyErrorHasAPageInThreeLanguagesWithTheUsualFrame(int status) throws Exception {
        for (var language : Languages.SUPPORTED) {
            var page = http.perform(error(status).param("lang", language.getLanguage())).andReturn().getResponse().getContentAsString();
            assertThat(page).contains("<h1>", "class=\"skip-link\"", "id=\"main\"", "action=\"/logout\"", "name=\"_csrf\"").doesNotContain("??");
        }
    }
}
