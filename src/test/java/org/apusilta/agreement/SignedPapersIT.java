package org.apusilta.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.apusilta.ApusiltaTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Signed copies on paper: who adds and opens them, what is taken, and that they stay. */
@ApusiltaTest
class SignedPapersIT extends AgreementCase {

    private static final byte[] PDF = "%PDF-1.7 signed".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 1};
    private static final byte[] PNG = "\u0089PNG\r\n\u001a\n!".getBytes(StandardCharsets.ISO_8859_1);

    @Autowired MockMvc http;
    @Autowired MessageSource texts;

    @BeforeEach
    void drafted() {
        startProcess();
    }

    @Test
    void aCopyIsKeptOpenedByItsDistrictAloneAndEachOpeningRecorded() throws Exception {
        complete("finaliseAgreement", "agreementOutcome", "READY");
        add("BOTH", PDF).andExpect(flash().attribute("said", "case.said.paper"));
        var copy = copies().get(0);
        http.perform(get("/cases/{id}/agreement/papers/{copy}", caseId, copy).with(person("coordinator-east"))).andExpect(status().isOk()).andExpect(content().bytes(PDF))
                .andExpect(header().string("Content-Disposition", matchesPattern("attachment; filename=\"AP-[0-9-]+-1\\.pdf\"")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff")).andExpect(header().string("Cache-Control", containsString("no-store")));
        assertThat(db.sql("SELECT account FROM apusilta.agreement_paper_opened WHERE paper_id = ?").param(copy).query(String.class).list()).containsExactly("coordinator-east");
        http.perform(get("/cases/{id}/agreement/papers/{copy}", caseId, UUID.randomUUID()).with(person("lead"))).andExpect(status().isNotFound());
        for (var closed : List.of("manager", "social-worker")) {
            http.perform(get("/cases/{id}/agreement/papers/{copy}", caseId, copy).with(person(closed))).andExpect(status().isForbidden());
        }
        http.perform(multipart("/cases/{id}/agreement/papers", caseId).file(file(PDF)).param("version", "1").param("signedBy", "BOTH").with(csrf()).with(person("admin")))
                .andExpect(status().isForbidden());
        db.sql("UPDATE apusilta.help_request SET major = '1' WHERE id = ?").param(caseId).update();
        http.perform(get("/cases/{id}/agreement/papers/{copy}", caseId, copy).with(person("coordinator-east"))).andExpect(status().isForbidden());
        add("BOTH", PDF).andExpect(status().isForbidden());
        assertThat(copies()).hasSize(1);
    }

    @Test
    void pdfPngAndJpegAreTakenWhateverTheirName() throws Exception {
        complete("finaliseAgreement", "agreementOutcome", "READY");
        for (var good : List.of(PDF, PNG, JPEG)) {
            add("CLIENT", good).andExpect(flash().attribute("said", "case.said.paper"));
        }
        assertThat(db.sql("SELECT p.type FROM apusilta.agreement_paper p JOIN apusilta.agreement_version v ON v.id = p.version_id WHERE v.case_id = ?").param(caseId)
                .query(String.class).list()).containsExactlyInAnyOrder("application/pdf", "image/png", "image/jpeg");
    }

    @Test
    void aLargestCopyFitsAndOneByteMoreDoesNot() throws Exception {
        complete("finaliseAgreement", "agreementOutcome", "READY");
        add("CLIENT", padded(SignedPapers.LARGEST)).andExpect(flash().attribute("said", "case.said.paper"));
        add("CLIENT", padded(SignedPapers.LARGEST + 1)).andExpect(flash().attribute("problem", "case.problem.paper.TOO_LARGE"));
        add("CLIENT", new byte[0]).andExpect(flash().attribute("problem", "case.problem.paper.EMPTY"));
        add("CLIENT", "<script>1</script>".getBytes()).andExpect(flash().attribute("problem", "case.problem.paper.TYPE"));
        add("CLIENT", "PK\u0003\u0004 a zip".getBytes()).andExpect(flash().attribute("problem", "case.problem.paper.TYPE"));
        assertThat(copies()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"fi, Tiedoston laji ei käy.", "sv, Den filtypen går inte.", "en, We do not take this type of file."})
    void whyACopyIsNotTakenIsSaidInTheReadersLanguage(String language, String said) throws Exception {
        complete("finaliseAgreement", "agreementOutcome", "READY");
        var refused = add("CLIENT", "GIF89a".getBytes()).andReturn().getResponse();
        http.perform(get("/cases/{id}", caseId).cookie(refused.getCookie("APUSILTA")).header("Accept-Language", language).with(person("coordinator-east")))
                .andExpect(content().string(containsString(said)));
    }

    @Test
    void aDraftIsNotSigned() throws Exception {
        add("CLIENT", PDF).andExpect(flash().attribute("problem", "case.problem.paper.NOT_ASKED"));
        http.perform(multipart("/cases/{id}/agreement/papers", caseId).file(file(PDF)).param("version", "7").param("signedBy", "BOTH").with(csrf()).with(person("lead")))
                .andExpect(status().isNotFound());
        assertThat(copies()).isEmpty();
    }

    @Test
    void aConfirmationOnPaperAsksForItsCopyUntilItIsThere() throws Exception {
        complete("finaliseAgreement", "agreementOutcome", "READY");
        complete("collectConfirmations", "confirmationOutcome", "RECORDED", "clientConfirmedBy", "PAPER", "volunteerConfirmedBy", "PHONE");
        page().andExpect(content().string(containsString("Add a scan or photograph")));
        add("VOLUNTEER", PDF);
        page().andExpect(content().string(containsString("Add a scan or photograph")));
        add("CLIENT", PDF);
        page().andExpect(content().string(not(containsString("Add a scan or photograph"))))
                .andExpect(content().string(containsString("A signed copy of the agreement was added (version 1, the client)")));
    }

    @Test
    void aCopyIsNeverRewritten() throws Exception {
        complete("finaliseAgreement", "agreementOutcome", "READY");
        add("CLIENT", PDF);
        for (var change : List.of("content = 'x'", "signed_by = 'BOTH'", "author = 'x'", "version_id = gen_random_uuid()")) {
            assertThatThrownBy(() -> db.sql("UPDATE apusilta.agreement_paper SET " + change + " WHERE id = ?").param(copies().get(0)).update())
                    .hasMessageContaining("never changes");
        }
    }

    private ResultActions add(String signedBy, byte[] content) throws Exception {
        return http.perform(multipart("/cases/{id}/agreement/papers", caseId).file(file(content)).param("version", "1").param("signedBy", signedBy)
                .with(csrf()).with(person("coordinator-east")));
    }

    private ResultActions page() throws Exception {
        return http.perform(get("/cases/{id}", caseId).header("Accept-Language", "en").with(person("coordinator-east"))).andExpect(status().isOk());
    }

    private List<UUID> copies() {
        return db.sql("SELECT p.id FROM apusilta.agreement_paper p JOIN apusilta.agreement_version v ON v.id = p.version_id WHERE v.case_id = ?").param(caseId)
                .query(UUID.class).list();
    }

    private static byte[] padded(int size) {
        var content = new byte[size];
        System.arraycopy(PDF, 0, content, 0, PDF.length);
        return content;
    }

    private static MockMultipartFile file(byte[] content) {
        return new MockMultipartFile("file", "aino.exe", null, content);
    }

    private static RequestPostProcessor person(String who) {
        return user(who).roles(who.equals("coordinator-east") ? "COORDINATOR" : who.toUpperCase().replace('-', '_'));
    }
}
