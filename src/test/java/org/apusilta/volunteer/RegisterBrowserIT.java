package org.apusilta.volunteer;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apusilta.ApusiltaTest;
import org.apusilta.Chromium;
import org.apusilta.volunteer.internal.Merges;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The register as a browser shows it: found, changed, taken from a file; wide and on a phone, in three languages. */
@ApusiltaTest
class RegisterBrowserIT {

    @LocalServerPort int port;
    @Autowired Registered registered;
    @Autowired Merges merges;
    @Autowired JdbcClient jdbc;

    @Test
    void somebodyIsFoundAndChangedAndAFileIsLookedAtAndTaken(Chromium chromium) {
        var id = registered.volunteer("Selma", "yi");
        registered.change(id, "UPDATE apusilta.volunteer SET family_name = 'Selaintuuli'");
        try (var visitor = chromium.visitor("en", 1200)) {
            var page = visitor.newPage();
            logIn(page, "lead");
            page.navigate(at("/volunteers"));
            page.fill("#phrase", "Selaintuli");
            page.click(".cases__search button");
            assertThat(page.url()).contains("find=").doesNotContain("Sela");
            page.click("tbody th a:has-text('Selaintuuli Selma')");
            page.click("a:has-text('Change the data')");
            page.fill("#phone", "+358 50 123 9999");
            page.click("button:has-text('Save')");
            page.waitForLoadState();
            assertThat(page.locator("main").textContent()).contains("The data were saved", "+358 50 123 9999");
            page.click("a:has-text('History of changes')");
            page.waitForLoadState();
            assertThat(page.locator("main").textContent()).contains("+358 000 111 222", "+358 50 123 9999", "Lotta Lähdesmäki");

            page.navigate(at("/volunteers/import"));
            page.setInputFiles("#file", new FilePayload("uudet.csv", "text/csv", ("Etunimi;Sukunimi;Syntymävuosi;Peruspiiri;Puhelin\nTuija;Tuodaan;1951;Mellunkylä;0401112224\nTimo;Tuodaan;vuosi;Mellunkylä;\n")
                    .getBytes(StandardCharsets.UTF_8)));
            page.click("button:has-text('Read the file')");
            page.waitForLoadState();
            assertThat(page.locator("select[name=column]").first().inputValue()).isEqualTo("GIVEN_NAME");
            page.click("button:has-text('Look at the rows')");
            page.waitForSelector("#report");
            assertThat(page.locator("main").textContent()).contains("New 1", "Faulty 1", "The year of birth will not do");
            Chromium.accessible(page);
            page.click("button:has-text('Take the rows')");
            page.waitForSelector("text=What became of each row");
            page.click("tbody a:has-text('Tuija Tuodaan')");
            page.waitForLoadState();
            assertThat(page.locator("h1").textContent()).isEqualTo("Tuija Tuodaan");
        }
    }

    @ParameterizedTest
    @CsvSource({"fi, 1400", "sv, 375", "en, 1400", "fi, 375"})
    void itsPagesAreReadableForEverybody(String language, int width, Chromium chromium) {
        var id = registered.volunteer("Kuvitettu", "yi");
        var other = registered.volunteer("Kuvitetu", "yi");
        jdbc.sql("INSERT INTO apusilta.organisation VALUES ('KUVAKERHO', 'Kuvakerho ry') ON CONFLICT DO NOTHING").update();
        registered.change(id, "UPDATE apusilta.volunteer SET organisation = 'KUVAKERHO'");
        jdbc.sql("INSERT INTO apusilta.organisation_contact VALUES ('organisation', 'KUVAKERHO') ON CONFLICT (account) DO UPDATE SET organisation = 'KUVAKERHO'").update();
        jdbc.sql("INSERT INTO apusilta.volunteer_consent VALUES (?, 'EMAIL', true, 'VOLUNTEER', now()) ON CONFLICT DO NOTHING").param(id).update();
        try (var visitor = chromium.visitor(language, width)) {
            var page = visitor.newPage();
            logIn(page, "lead");
            look(page, "/volunteers?organisation=KUVAKERHO", "register-list-" + language + "-" + width, width);
            look(page, "/volunteers/" + id, "register-card-" + language + "-" + width, width);
            look(page, "/volunteers/" + id + "/edit", "register-edit-" + language + "-" + width, width);
            look(page, "/volunteers/" + id + "/merge/" + other, "register-merge-" + language + "-" + width, width);
            look(page, "/volunteers/messages?organisation=KUVAKERHO", "register-message-" + language + "-" + width, width);
            page.check("input[name=channels][value=SMS]");
            page.fill("#fi", "Tervetuloa syyskahveille torstaina kello 14.");
            page.click("main button[type=submit]");
            page.waitForSelector("#gets");
            look(page, null, "register-preview-" + language + "-" + width, width);
            page.navigate(at("/volunteers/import"));
            page.setInputFiles("#file", new FilePayload("Vanha rekisteri.csv", "text/csv", ("Nimi;Synt.;Alue;Gsm;Muuta\nKurki, Kaisa;1.2.1949;Mellunkylä;0401112225;x\nKurki, Kalle;31.2.1949;Atlantis;=1;\n" + UUID.randomUUID() + " Uusi;1950;703;;")
                    .getBytes(StandardCharsets.UTF_8)));
            page.click("main form button[type=submit]");
            page.waitForSelector("#columns");
            look(page, null, "register-import-" + language + "-" + width, width);
            page.click("form[action$=columns] button[type=submit]");
            page.waitForSelector("#report");
            look(page, null, "register-report-" + language + "-" + width, width);
        }
        try (var visitor = chromium.visitor(language, width)) {
            var page = visitor.newPage();
            logIn(page, "organisation");
            look(page, "/our-volunteers", "register-organisation-" + language + "-" + width, width);
        }
        try (var visitor = chromium.visitor(language, width)) {
            var page = visitor.newPage();
            logIn(page, "responsible");
            look(page, "/unit-volunteers", "register-unit-" + language + "-" + width, width);
        }
        merges.undo(merges.merge(other, id, "lead"), "lead");
    }

    private void look(Page page, String path, String name, int width) {
        if (path != null) {
            page.navigate(at(path));
        }
        Chromium.picture(page, name);
        Chromium.accessible(page);
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).as(name).isLessThanOrEqualTo(width);
    }

    private void logIn(Page page, String who) {
        page.navigate(at("/login"));
        page.fill("input[name=username]", who);
        page.fill("input[name=password]", who);
        page.click("main button[type=submit]");
        page.waitForLoadState();
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
