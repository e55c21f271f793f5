package org.apusilta.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PageAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.apusilta.ApusiltaTest;
import org.apusilta.Chromium;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The public form as people meet it: by phone and at a desk, in three languages, without JavaScript, and read by axe. */
@ApusiltaTest
class RequestBrowserIT {

    private static final Path PICTURES = Path.of("target", "screenshots", "request");

    @LocalServerPort int port;

    @ParameterizedTest
    @CsvSource({"fi,375", "fi,1280", "sv,375", "en,1280"})
    void aRequestIsMadeFollowedAndTakenBack(String language, int width, Chromium chromium) {
        try (var context = chromium.visitor(language, width)) {
            var page = context.newPage();
            page.navigate(url("/request"));
            good(page, language, width, "1-who");
            page.check("input[value=RELATIVE]");
            page.click("main button[type=submit]");
            seen(page.locator(".escort")).isHidden();
            page.check("input[value=OUTDOOR_ESCORT]");
            seen(page.locator(".escort")).isVisible();
            good(page, language, width, "2-form");
            page.click("main button[type=submit]");
            seen(page.locator("#errors")).isFocused();
            assertThat(page.isChecked("input[value=OUTDOOR_ESCORT]")).as("what was chosen is kept").isTrue();
            good(page, language, width, "3-errors");
            fill(page);
            page.navigate(url("/request?askedBy=RELATIVE"));
            seen(page.locator("#client-name")).hasValue("Veikko Äijälä");
            page.click("main button[type=submit]");
            seen(page).hasURL(Pattern.compile(".*/status/.*"));
            good(page, language, width, "4-receipt");
            page.waitForLoadState();
            assertThat(page.evaluate("Object.keys(sessionStorage).length")).as("the draft is gone once sent").isEqualTo(0);
            page.click("details.withdraw summary");
            page.check("input[name=sure]");
            good(page, language, width, "5-sure");
            page.click("details.withdraw button");
            seen(page.locator("details.withdraw")).hasCount(0);
            good(page, language, width, "6-taken-back");
        }
    }

    @Test
    void withoutJavaScriptEverythingWorks(Chromium chromium) {
        try (var context = chromium.visitorWithoutJavaScript("fi", 375)) {
            var page = context.newPage();
            page.navigate(url("/request?askedBy=RELATIVE"));
            page.check("input[value=FRIEND_VISIT]");
            fill(page);
            page.click("main button[type=submit]");
            seen(page).hasURL(Pattern.compile(".*/status/.*"));
        }
    }

    @Test
    void aProfessionalsFormAndOwnListAreReadable(Chromium chromium) {
        try (var context = chromium.visitor("fi", 1280)) {
            var page = context.newPage();
            page.navigate(url("/login"));
            page.fill("input[name=username]", "social-worker");
            page.fill("input[name=password]", "social-worker");
            page.click("main button[type=submit]");
            seen(page).not().hasURL(Pattern.compile(".*/login.*"));
            page.navigate(url("/request/brief"));
            good(page, "fi", 1280, "6-brief");
            if (page.locator("main form button").count() > 0) {   // whoever asked before in this database has read it
                page.click("main form button");
            }
            page.navigate(url("/request?askedBy=SOCIAL_WORKER"));
            assertThat(page.inputValue("#requester-name")).isNotEmpty();
            good(page, "fi", 1280, "7-professional");
            page.check("input[value=FRIEND_VISIT]");
            fill(page);
            page.fill("#requester-organisation", "Itäinen sosiaalityö");
            page.fill("#responsibleForCare", "Itäinen kotihoito");
            page.fill("#contactPerson", "Sanna, 09 310 1111");
            page.check("input[name=tellBack][value=OUTCOME]");
            page.click("main button[type=submit]");
            seen(page).hasURL(Pattern.compile(".*/status/.*"));
            page.navigate(url("/requests"));
            good(page, "fi", 1280, "8-own");
            page.click("main table a >> nth=0");
            good(page, "fi", 1280, "9-one");
        }
    }

    /** Waits for what a browser under load shows a little later. */
    private static LocatorAssertions seen(Locator what) {
        return PlaywrightAssertions.assertThat(what);
    }

    private static PageAssertions seen(Page page) {
        return PlaywrightAssertions.assertThat(page);
    }

    private static void fill(Page page) {
        page.check("#consentGiven");
        page.fill("#consent-askedBy", "Minä, Maija");
        page.fill("#consent-askedOn", java.time.LocalDate.now(java.time.ZoneId.of("Europe/Helsinki")).toString());
        page.fill("#requester-name", "Maija Äijälä");
        page.fill("#requester-phone", "040 123 4567");
        page.fill("#client-name", "Veikko Äijälä");
        page.selectOption("#client-district", "703");
        page.check("input[name=times][value=MON_AM]");
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }

    /** No serious violation, nothing wider than the screen, and a picture to look at. */
    private static void good(Page page, String language, int width, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + "-" + language + "-" + width + ".png")));
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).as(name + " is not wider than the screen").isLessThanOrEqualTo(width);
        Chromium.accessible(page);
    }
}
