package org.apusilta.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import org.apusilta.ApusiltaTest;
import org.apusilta.browser.Chromium;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The agreement's page on a phone, in each language, with the keyboard only. */
@ApusiltaTest
class AgreementPageBrowserIT extends AgreementCase {

    @LocalServerPort int port;

    @Test
    void aClientReadsAndConfirmsOnAPhoneWithoutBarriers() {
        startProcess();
        complete("finaliseAgreement", "agreementOutcome", "READY");
        var address = "http://localhost:" + port + link("agreement-confirm-client");
        var barriers = new ArrayList<String>();
        try (var chromium = new Chromium(); var person = chromium.person("fi", 390, 844)) {
            var page = person.newPage();
            for (var language : new String[] {"sv", "en", "fi"}) {
                page.navigate(address + "?lang=" + language);
                barriers.addAll(Chromium.barriers(page));
                assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).as("no sideways scrolling").isEqualTo(true);
            }
            page.focus("#confirm");
            page.keyboard().press("Space");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            page.waitForSelector(".box--ok");
            barriers.addAll(Chromium.barriers(page));
            Chromium.shot(page, "agreement-confirmed");
            barriers.addAll(barriersAt(page, "http://localhost:" + port + "/l/nothing"));
        }
        assertThat(barriers).isEmpty();
        assertThat(version().byClient()).isNotNull();
    }

    private static ArrayList<String> barriersAt(Page page, String address) {
        page.navigate(address);
        return new ArrayList<>(Chromium.barriers(page));
    }
}
