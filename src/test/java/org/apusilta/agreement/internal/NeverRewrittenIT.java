package org.apusilta.agreement.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apusilta.ApusiltaTest;
import org.apusilta.agreement.AgreementCase;
import org.apusilta.agreement.Agreements.Means;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What people confirmed stays as it was, in the table and on paper. */
@ApusiltaTest
class NeverRewrittenIT extends AgreementCase {

    @Autowired Agreeing agreeing;
    @Autowired AgreementPdf pdf;
    @Autowired MockMvc http;

    @BeforeEach
    void confirmedByBoth() {
        agreeing.draft(caseId, volunteerId, "none");
        agreeing.ask(caseId, null, "Juttuseuraa\nKävelyä yhdessä", null);
        agreeing.record(caseId, Map.of(Side.CLIENT, Means.PHONE, Side.VOLUNTEER, Means.PAPER), "coordinator");
        agreeing.seal(caseId);
    }

    @ParameterizedTest
    @ValueSource(strings = {"task = 'x'", "help = 'x'", "excluded = 'x'", "client_by = 'LINK'", "client_at = NULL, client_by = NULL", "volunteer_at = now()",
        "volunteer_recorded_by = 'x'", "asked_at = NULL", "number = 9", "sealed_at = now()"})
    void theTableRefusesToRewriteWhatWasConfirmed(String change) {
        assertThatThrownBy(() -> db.sql("UPDATE apusilta.agreement_version SET " + change + " WHERE case_id = ?").param(caseId).update())
                .hasMessageContaining("never changes");
    }

    @Test
    void anEndOnceSetStays() {
        agreeing.end(caseId);
        var ended = version().endedAt();
        assertThat(ended).isNotNull();
        agreeing.end(caseId);
        assertThat(version().endedAt()).isEqualTo(ended);
    }

    @Test
    void aSideThatHasConfirmedIsNotConfirmedAnew() {
        agreeing.record(caseId, Map.of(Side.CLIENT, Means.PAPER), "other");
        assertThat(version().byClient()).satisfies(c -> { assertThat(c.means()).isEqualTo(Means.PHONE); assertThat(c.recordedBy()).isEqualTo("coordinator"); });
    }

    @Test
    void thePdfIsTaggedAndSaysInTheClientsLanguageWhatWasAgreed() throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf.of(agreeing.newest(caseId).orElseThrow()))) {
            var catalog = document.getDocumentCatalog();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getStructureTreeRoot().getKids()).isNotEmpty();
            assertThat(catalog.getLanguage()).isEqualTo("fi");
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Sopimus vapaaehtoisen avusta");
            assertThat(new PDFTextStripper().getText(document)).contains("Aino Kuusela", "Павел Öst", "Mihin vapaaehtoinen sitoutuu", "Kävelyä yhdessä",
                    "Mikä ei kuulu vapaaehtoisen tehtäviin", "Vahvisti puhelimessa", "Vahvisti paperilla", "Sopimus on voimassa", "AP-20");
            document.getPage(0).getResources().getFontNames().forEach(name -> assertThat(font(document, name)).isTrue());
        }
    }

    private static boolean font(PDDocument document, COSName name) {
        try {
            return document.getPage(0).getResources().getFont(name).isEmbedded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({"coordinator, 200", "coordinator-east, 200", "lead, 200", "social-worker, 403", "manager, 403"})
    void staffOfTheDistrictReadThePdf(String user, int status) throws Exception {
        http.perform(get("/api/cases/" + caseId + "/agreement.pdf").with(httpBasic(user, user))).andExpect(status().is(status));
    }

    @Test
    void thereIsNoPdfOfAnotherDistrictOrOfNothing() throws Exception {
        db.sql("UPDATE apusilta.help_request SET major = '1' WHERE id = ?").param(caseId).update();
        http.perform(get("/api/cases/" + caseId + "/agreement.pdf").with(httpBasic("coordinator-east", "coordinator-east"))).andExpect(status().isForbidden());
        http.perform(get("/api/cases/" + UUID.randomUUID() + "/agreement.pdf").with(httpBasic("lead", "lead"))).andExpect(status().isNotFound());
    }
}
