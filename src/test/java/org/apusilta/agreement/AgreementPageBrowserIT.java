package org.apusilta.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import org.apusilta.ApusiltaTest;
import org.apusilta.Chromium;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The agreement's page on a phone, in each language, with the keyboard only. */
@ApusiltaTest
class AgreementPageBrowserIT extends AgreementCase {

    @LocalServerPort int port;

    @Test
    void aClientReadsAndConfirmsOnAPhoneWithoutBarriers(Chromium chromium) {
        startProcess();
        complete("finaliseAgreement", "agreementOutcome", "READY");
        var address = "http://localhost:" + port + link("agreement-confirm-client");
        try (var person = chromium.visitor("fi", 390)) {
            var page = person.newPage();
            for (var language : new String[] {"sv", "en", "fi"}) {
                page.navigate(address + "?lang=" + language);
                Chromium.accessible(page);
                assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).as("no sideways scrolling").isEqualTo(true);
            }
            page.focus("#confirm");
            page.keyboard().press("Space");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            page.waitForSelector(".box--ok");
            Chromium.accessible(page);
            Chromium.picture(page, "agreement-confirmed");
            page.navigate("http://localhost:" + port + "/l/nothing");
            Chromium.accessible(page);
        }
        assertThat(version().byClient()).isNotNull();
    }
}
