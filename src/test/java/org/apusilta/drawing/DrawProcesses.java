package org.apusilta.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Not a test but the hand that draws: {@code ./mvnw -q -Pdrawings test} renders each process whose picture is stale with
 * bpmn-js in Chromium and writes the decision tables as Markdown. {@code target/drawings/*.png} is for looking at.
 */
class DrawProcesses {

    private static final Path VIEWER = Path.of("src/main/resources/static/bpmn-js/bpmn-navigated-viewer.production.min.js");
    private static final Path LOOKED_AT = Path.of("target", "drawings");

    @Test
    void drawsWhatIsStale() throws IOException {
        Files.createDirectories(Drawings.PICTURES);
        Files.createDirectories(LOOKED_AT);
        for (var table : Drawings.files(".dmn")) {
            Files.writeString(DecisionPage.file(table), DecisionPage.of(table));
        }
        Files.writeString(ProcessIndex.FILE, ProcessIndex.page());
        try (var playwright = Playwright.create(new Playwright.CreateOptions()
                        .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                var browser = chromium(playwright)) {
            for (var drawing : Drawings.files(".bpmn")) {
                if (!Drawings.fresh(drawing) || Boolean.getBoolean("all")) {
                    draw(drawing, browser);
                }
            }
        }
    }

    private static Browser chromium(Playwright playwright) {
        return playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(Path.of(System.getProperty("chromium", "/usr/bin/chromium")))
                .setArgs(List.of("--no-sandbox", "--disable-gpu")));
    }

    private static void draw(Path drawing, Browser browser) throws IOException {
        try (var page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1680, 1000))) {
            page.setContent("<style>body{margin:0}#c{height:100vh}</style><div id=c></div>");
            page.addScriptTag(new Page.AddScriptTagOptions().setPath(VIEWER));
            var svg = (String) page.evaluate("""
                    async xml => {
                      const viewer = new BpmnJS({ container: '#c' });
                      const { warnings } = await viewer.importXML(xml);
                      if (warnings.length) throw new Error(warnings.map(w => w.message).join('; '));
                      viewer.get('canvas').zoom('fit-viewport', 'auto');
                      return (await viewer.saveSVG()).svg;
                    }""", Files.readString(drawing));
            assertThat(svg).contains("</svg>");
            Files.writeString(Drawings.picture(drawing), svg.strip() + "\n" + Drawings.stamp(drawing) + "\n");
            page.querySelector("#c").screenshot(new ElementHandle.ScreenshotOptions()
                    .setPath(LOOKED_AT.resolve(Drawings.name(drawing) + ".png")));
        }
    }
}
