package org.apusilta.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apusilta.ApusiltaTest;
import org.apusilta.messaging.Messages;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.Outcome;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The coordinators' pages over HTTP: addresses hold codes only, papers and words go to those whose district it is. */
@ApusiltaTest
class CasePagesIT {

    private static final String EAST = "703";
    private static final byte[] PDF = "%PDF-1.7 a paper".getBytes(StandardCharsets.ISO_8859_1);

    @Autowired MockMvc web;
    @Autowired HelpRequests requests;
    @Autowired Messages messages;
    @Autowired RuntimeService runtime;
    @Autowired ManagementService jobs;
    @Autowired JdbcClient database;

    @Test
    void aNameSearchedForStaysOutOfTheAddressAndInTheSession() throws Exception {
        var id = requests.submit(Cases.of("Salme Sivunimi", EAST, "fi")).id();
        requests.submit(Cases.of("Toini Toinenhan", EAST, "fi"));
        var answer = web.perform(as("coordinator-east", post("/cases/search")).param("phrase", "Sivunimen").param("back", "stage=ALL&major=7&owner=x'&page=3"))
                .andExpect(status().isFound())
                .andExpect(header().string("Location", matchesPattern("/cases\\?stage=ALL&major=7&sort=best&find=[0-9a-f]{8}"))).andReturn().getResponse();
        var found = answer.getHeader("Location");
        web.perform(as("coordinator-east", get(found)).cookie(answer.getCookie("APUSILTA")).header("Accept-Language", "en")).andExpect(status().isOk())
                .andExpect(content().string(containsString("Salme Sivunimi"))).andExpect(content().string(containsString("/cases/" + id)))
                .andExpect(content().string(containsString("found by “Sivunimen”"))).andExpect(content().string(not(containsString("Toinenhan"))))
                .andExpect(content().string(not(matchesPattern("(?s).*href=\"[^\"]*Sivunim.*"))));
        web.perform(as("coordinator-east", get(found))).andExpect(content().string(not(containsString("Sivunimen"))))
                .andExpect(content().string(containsString("Toinenhan")));
    }

    @Test
    void ownViewsAreKeptWithTheirSearchAndAreNobodyElses() throws Exception {
        requests.submit(Cases.of("Vieno Näkymäinen", EAST, "fi"));
        var answer = web.perform(as("coordinator-east", post("/cases/search")).param("phrase", "Näkymäinen")).andReturn().getResponse();
        var word = answer.getHeader("Location").replaceAll(".*find=", "");
        web.perform(as("coordinator-east", post("/cases/views")).param("name", "Vienon asiat").param("back", "stage=ALL&age=WEEK").param("find", word).cookie(answer.getCookie("APUSILTA")))
                .andExpect(flash().attribute("said", "cases.view.kept"));
        var view = database.sql("SELECT id FROM apusilta.case_view WHERE account = 'coordinator-east' AND name = 'Vienon asiat'").query(UUID.class).single();
        var opened = web.perform(as("coordinator-east", get("/cases/views/{id}", view))).andReturn().getResponse();
        var back = opened.getHeader("Location");
        assertThat(back).matches("/cases\\?stage=ALL&age=WEEK&find=[0-9a-f]{8}");
        web.perform(as("coordinator-east", get(back)).cookie(opened.getCookie("APUSILTA"))).andExpect(content().string(containsString("Vieno Näkymäinen"))).andExpect(content().string(containsString("Vienon asiat")));
        web.perform(as("coordinator", get("/cases/views/{id}", view))).andExpect(redirectedUrl("/cases"));
        web.perform(as("coordinator", post("/cases/views/{id}/remove", view)));
        assertThat(database.sql("SELECT count(*) FROM apusilta.case_view WHERE id = :id").param("id", view).query(Integer.class).single()).isEqualTo(1);
        web.perform(as("coordinator-east", post("/cases/views/{id}/remove", view)));
        assertThat(database.sql("SELECT count(*) FROM apusilta.case_view WHERE id = :id").param("id", view).query(Integer.class).single()).isZero();
    }

    @Test
    void aDocumentIsKeptOpenedByItsDistrictAloneAndEachOpeningRecorded() throws Exception {
        var id = requests.submit(Cases.inDistrict(EAST)).id();
        web.perform(multipart("/cases/{id}/documents", id).file(file("Suostumus äiti.pdf", PDF)).with(csrf()).with(person("coordinator-east")))
                .andExpect(flash().attribute("said", "case.said.document"));
        var document = database.sql("SELECT id FROM apusilta.case_document WHERE case_id = :id").param("id", id).query(UUID.class).single();
        web.perform(as("coordinator-east", get("/cases/{id}/documents/{document}", id, document))).andExpect(status().isOk())
                .andExpect(content().bytes(PDF)).andExpect(header().string("Content-Disposition", startsWith("attachment;")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff")).andExpect(header().string("Cache-Control", containsString("no-store")));
        assertThat(database.sql("SELECT account FROM apusilta.case_document_opened WHERE document_id = :id").param("id", document).query(String.class).list())
                .containsExactly("coordinator-east");
        var south = requests.submit(Cases.inDistrict("101")).id();
        web.perform(as("coordinator-east", get("/cases/{id}/documents/{document}", south, document))).andExpect(status().isForbidden());
        web.perform(as("lead", get("/cases/{id}/documents/{document}", south, document))).andExpect(status().isNotFound());
    }

    @Test
    void whatCanRunIsTooLargeOrLiesAboutItsTypeIsRefused() throws Exception {
        var id = requests.submit(Cases.inDistrict(EAST)).id();
        refusedDocument(id, file("page.html", "<script>1</script>".getBytes()), "TYPE");
        refusedDocument(id, file("page.pdf", "<script>1</script>".getBytes()), "TYPE");
        refusedDocument(id, file("empty.pdf", new byte[0]), "EMPTY");
        var large = new byte[Documents.LARGEST + 1];
        System.arraycopy(PDF, 0, large, 0, PDF.length);
        refusedDocument(id, file("large.pdf", large), "TOO_LARGE");
        assertThat(database.sql("SELECT count(*) FROM apusilta.case_document WHERE case_id = :id").param("id", id).query(Integer.class).single()).isZero();
    }

    @Test
    void callsAndNotesAreOnThePageAndInTheTimeline() throws Exception {
        var id = requests.submit(Cases.inDistrict(EAST)).id();
        web.perform(as("coordinator-east", post("/cases/{id}/calls", id)).param("direction", "OUT").param("party", "CLIENT").param("outcome", "TALKED")
                .param("words", "Kertoi <b>kissasta</b>.").param("at", "2026-01-02T10:15")).andExpect(flash().attribute("said", "case.said.call"));
        web.perform(as("coordinator-east", post("/cases/{id}/calls", id)).param("direction", "OUT").param("party", "CLIENT").param("outcome", "TALKED")
                .param("words", "").param("at", "2026-01-02T10:15")).andExpect(flash().attribute("problem", "case.problem.call"));
        web.perform(as("coordinator-east", post("/cases/{id}/calls", id)).param("direction", "OUT").param("party", "CLIENT").param("outcome", "NO_ANSWER")
                .param("at", "2999-01-02T10:15")).andExpect(flash().attribute("problem", "case.problem.call"));
        web.perform(as("coordinator-east", post("/cases/{id}/notes", id)).param("text", "Muistettava juttu")).andExpect(flash().attribute("said", "case.said.note"));
        web.perform(as("coordinator-east", get("/cases/{id}", id)).header("Accept-Language", "en")).andExpect(status().isOk())
                .andExpect(content().string(containsString("We called: the client. Talked"))).andExpect(content().string(containsString("&lt;b&gt;kissasta&lt;/b&gt;")))
                .andExpect(content().string(containsString("Muistettava juttu")));
    }

    @Test
    void othersFindThePageClosed() throws Exception {
        var south = requests.submit(Cases.inDistrict("101")).id();
        web.perform(as("coordinator-east", get("/cases/{id}", south))).andExpect(status().isForbidden());
        for (var path : new String[] {"notes", "calls", "tasks", "reopen"}) {
            web.perform(as("coordinator-east", post("/cases/{id}/" + path, south)).param("text", "x").param("direction", "IN").param("party", "OTHER")
                    .param("outcome", "NO_ANSWER").param("at", "2026-01-02T10:15").param("kind", "OTHER").param("what", "x").param("reason", "OTHER")
                    .param("words", "x").param("agreed", "true")).andExpect(status().isForbidden());
        }
        web.perform(as("coordinator-east", get("/cases/{id}", UUID.randomUUID()))).andExpect(status().isNotFound());
    }

    @Test
    void aClosedCaseGoesOnAsANewOneAndEverybodyIsToldOnce() throws Exception {
        var id = requests.submit(Cases.of("Raili Uudestaan", EAST, "fi")).id();
        web.perform(reopening(id, "Kaatui ja tarvitsee taas seuraa.", true)).andExpect(flash().attribute("problem", "case.problem.reopen.already"));
        requests.close(id, Outcome.DECLINED);
        web.perform(reopening(id, "Kaatui ja tarvitsee taas seuraa.", false)).andExpect(flash().attribute("problem", "case.problem.reopen"));
        var where = web.perform(reopening(id, "Kaatui ja tarvitsee taas seuraa.", true)).andExpect(flash().attribute("said", "case.said.reopen"))
                .andReturn().getResponse().getHeader("Location");
        var next = UUID.fromString(where.replace("/cases/", "").replace("#said", ""));
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(next.toString()).list().forEach(instance ->
                jobs.createJobQuery().processInstanceId(instance.getId()).messages().list().forEach(job -> jobs.executeJob(job.getId())));
        assertThat(requests.facts(next).previousId()).isEqualTo(id);
        assertThat(requests.facts(id).outcome()).as("what has ended stays ended").isEqualTo(Outcome.DECLINED);
        assertThat(messages.of(next)).singleElement().satisfies(m -> {
            assertThat(m.template()).isEqualTo("request-reopened");
            assertThat(m.body()).contains(requests.facts(id).reference(), requests.facts(next).reference());
        });
        web.perform(as("coordinator-east", get("/cases/{id}", id)).header("Accept-Language", "en")).andExpect(content().string(containsString("/cases/" + next)));
        web.perform(as("coordinator-east", get("/cases/{id}", next)).header("Accept-Language", "en"))
                .andExpect(content().string(containsString("The case was opened again"))).andExpect(content().string(containsString("Kaatui ja tarvitsee")));
        web.perform(reopening(id, "Vielä kerran.", true)).andExpect(flash().attribute("problem", "case.problem.reopen.already"));
    }

    private MockHttpServletRequestBuilder reopening(UUID id, String words, boolean agreed) {
        return as("coordinator-east", post("/cases/{id}/reopen", id)).param("reason", "NEED_AGAIN").param("words", words).param("agreed", String.valueOf(agreed));
    }

    private void refusedDocument(UUID id, MockMultipartFile file, String why) throws Exception {
        web.perform(multipart("/cases/{id}/documents", id).file(file).with(csrf()).with(person("coordinator-east")))
                .andExpect(flash().attribute("problem", "case.problem.document." + why));
    }

    private static MockMultipartFile file(String name, byte[] content) {
        return new MockMultipartFile("file", name, null, content);
    }

    private static MockHttpServletRequestBuilder as(String who, MockHttpServletRequestBuilder call) {
        return call.with(person(who)).with(csrf());
    }

    private static RequestPostProcessor person(String who) {
        return user(who).roles(who.replaceAll("-.*", "").toUpperCase());
    }
}
