package org.apusilta;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The installed Chromium for browser tests: a test method names it as a parameter, and all of a run share one. Without it they
 * fail, and say how to install it.
 */
public final class Chromium implements ExtensionContext.Store.CloseableResource {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium() {
        var program = Path.of(System.getProperty("chromium", "/usr/bin/chromium"));
        if (!Files.isExecutable(program)) {
            throw new IllegalStateException("No Chromium at " + program
                    + ": install it with 'sudo apt-get install chromium', or say where it is with -Dchromium=PATH");
        }
        // a busy machine shows a page later than Playwright's five seconds
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(program)
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    /** @param language fi, sv or en @param width of the window, in pixels @return a visitor with no login and no cookies */
    public BrowserContext visitor(String language, int width) {
        return browser.newContext(window(language, width));
    }

    /** A visitor like {@link #visitor} whose browser runs no scripts; axe cannot look at its pages. */
    public BrowserContext visitorWithoutJavaScript(String language, int width) {
        return browser.newContext(window(language, width).setJavaScriptEnabled(false));
    }

    private static Browser.NewContextOptions window(String language, int width) {
        return new Browser.NewContextOptions().setLocale(language).setViewportSize(width, 900);
    }

    /** Keeps a picture of the whole page in {@code target/screenshots}. It proves nothing: Chromium without a screen now and then takes none, and is asked once more. */
    public static void picture(Page page, String name) {
        var options = new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png"));
        try {
            page.screenshot(options);
        } catch (PlaywrightException none) {
            page.screenshot(options);
        }
    }

    /** Asserts that axe finds nothing against WCAG 2.1 AA. */
    public static void accessible(Page page) {
        var found = new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice")).analyze();
        assertThat(found.getViolations()).as(page.url())
                .extracting(rule -> rule.getId() + ": " + rule.getNodes().get(0).getHtml()).isEmpty();
    }

    /** Gives it to the test methods that ask; it is closed after the last test of the run. */
    static final class Shared implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.getParameter().getType() == Chromium.class;
        }

        @Override
        public Chromium resolveParameter(ParameterContext parameter, ExtensionContext test) {
            return test.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).getOrComputeIfAbsent(Chromium.class, none -> new Chromium(), Chromium.class);
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
