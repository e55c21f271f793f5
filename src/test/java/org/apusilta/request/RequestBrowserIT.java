package org.apusilta.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PageAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apusilta.ApusiltaTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The public form as people meet it: by phone and at a desk, in three languages, without JavaScript, and read by axe. */
@ApusiltaTest
class RequestBrowserIT {

    private static final Path PICTURES = Path.of("target", "screenshots", "request");

    private static Playwright playwright;
    private static Browser browser;

    @LocalServerPort int port;

    @BeforeAll
    static void open() {
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(Path.of(System.getProperty("chromium", "/usr/bin/chromium"))).setArgs(List.of("--no-sandbox", "--disable-gpu")));
    }

    @AfterAll
    static void close() {
        browser.close();
        playwright.close();
    }

    @ParameterizedTest
    @CsvSource({"fi,375", "fi,1280", "sv,375", "en,1280"})
    void aRequestIsMadeFollowedAndTakenBack(String language, int width) {
        try (var context = context(language, width, true)) {
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
    void withoutJavaScriptEverythingWorks() {
        try (var context = context("fi", 375, false)) {
            var page = context.newPage();
            page.navigate(url("/request?askedBy=RELATIVE"));
            page.check("input[value=FRIEND_VISIT]");
            fill(page);
            page.click("main button[type=submit]");
            seen(page).hasURL(Pattern.compile(".*/status/.*"));
        }
    }

    @Test
    void aProfessionalsFormAndOwnListAreReadable() {
        try (var context = context("fi", 1280, true)) {
            var page = context.newPage();
            page.navigate(url("/login"));
            page.fill("input[name=username]", "social-worker");
            page.fill("input[name=password]", "social-worker");
            page.click("main button[type=submit]");
            seen(page).not().hasURL(Pattern.compile(".*/login.*"));
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
        page.fill("#consent-askedOn", java.time.LocalDate.now().toString());
        page.fill("#requester-name", "Maija Äijälä");
        page.fill("#requester-phone", "040 123 4567");
        page.fill("#client-name", "Veikko Äijälä");
        page.selectOption("#client-district", "703");
        page.check("input[name=times][value=MON_AM]");
    }

    private BrowserContext context(String language, int width, boolean script) {
        return browser.newContext(new Browser.NewContextOptions().setLocale(language).setViewportSize(width, 900).setJavaScriptEnabled(script));
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }

    /** No serious violation, nothing wider than the screen, and a picture to look at. */
    private static void good(Page page, String language, int width, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + "-" + language + "-" + width + ".png")));
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).as(name + " is not wider than the screen").isLessThanOrEqualTo(width);
        var found = new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice")).analyze().getViolations();
        assertThat(found).extracting(v -> v.getId() + ": " + v.getNodes().get(0).getHtml()).as(name).isEmpty();
    }
}
