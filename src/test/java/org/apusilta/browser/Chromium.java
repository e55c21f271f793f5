package org.apusilta.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A real Chromium. Where there is none a browser test fails and says how to install it; it is never skipped. */
public final class Chromium implements AutoCloseable {

    static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final Playwright playwright;
    private final Browser browser;

    public Chromium() {
        var binary = Path.of(System.getProperty("apusilta.chromium", "/usr/bin/chromium"));
        if (!Files.isExecutable(binary)) {
            throw new AssertionError("No Chromium at " + binary + ": install it with 'sudo apt-get install chromium', "
                    + "or say where it is with -Dapusilta.chromium=PATH");
        }
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(java.util.Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(binary)
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync")));
    }

    /** @return a window of its own for one person, with their own session */
    public BrowserContext person(String language, int width, int height) {
        var context = browser.newContext(new Browser.NewContextOptions().setLocale(language).setViewportSize(width, height));
        context.setDefaultTimeout(30_000);
        return context;
    }

    /** Saves what the person sees now, the whole page. */
    public static void shot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")).setFullPage(true));
    }

    /** @return serious and critical violations of WCAG 2.1 A and AA on the page, in axe's words */
    public static List<String> barriers(Page page) {
        return new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa")).analyze().getViolations().stream()
                .filter(v -> Set.of("serious", "critical").contains(v.getImpact()))
                .map(v -> page.url().replaceAll("https?://[^/]+", "") + ": " + v.getId() + " – " + v.getHelp() + " " + v.getNodes().stream()
                        .map(n -> String.valueOf(n.getTarget())).limit(3).toList()).toList();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
