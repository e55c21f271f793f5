package org.apusilta.volunteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apusilta.ApusiltaTest;
import org.apusilta.engine.Twice;
import org.apusilta.messaging.Messages;
import org.apusilta.volunteer.internal.CareDue;
import org.apusilta.volunteer.internal.CareDue.Due;
import org.apusilta.volunteer.internal.CareEvents;
import org.apusilta.volunteer.internal.CertificatePdf;
import org.apusilta.volunteer.internal.Certificates;
import org.apusilta.volunteer.internal.Certificates.Certificate;
import org.apusilta.volunteer.process.RecognitionProcess;
import org.apusilta.volunteer.process.RecognitionProcess.Bulk;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Thanks for many at once when colleagues are at it too, and what a coordinator does on the page of one volunteer. */
@ApusiltaTest
class ThanksPageIT {

    @Autowired MockMvc web;
    @Autowired Registered registered;
    @Autowired Volunteers volunteers;
    @Autowired CareDue due;
    @Autowired CareEvents events;
    @Autowired Certificates certificates;
    @Autowired CertificatePdf pdf;
    @Autowired RecognitionProcess process;
    @Autowired Messages messages;
    @Autowired TaskService tasks;
    @Autowired ManagementService jobs;
    @Autowired JdbcClient database;

    @BeforeEach
    @AfterEach
    void nothingElseWaits() {
        database.sql("UPDATE apusilta.care_due SET settled_at = now(), outcome = 'SET_ASIDE' WHERE settled_at IS NULL AND instance_id IS NULL").update();
    }

    @Test
    void thoseThatAreFreeAreThankedAndTheReportNamesTheOthers() throws Exception {
        var free = waiting("Vapaa");
        var alsoFree = waiting("Toinen");
        var taken = waiting("Otettu");
        var done = waiting("Tehty");
        var left = waiting("Lähtenyt");
        tasks.setAssignee(task(taken), "lead");
        tasks.complete(task(done), Map.of("thanksOutcome", "SKIP"));
        volunteers.leave(volunteer(left), "VOLUNTEER");
        web.perform(post("/volunteers/thanks").with(csrf()).with(user("coordinator-east").roles("COORDINATOR"))
                        .param("due", ids(free, alsoFree, taken, done, left)).param("words", "Iso kiitos!"))
                .andExpect(status().is3xxRedirection()).andExpect(flash().attribute("approved", 2))
                .andExpect(result -> assertThat(result.getFlashMap().get("others").toString()).contains("TAKEN, names=[Otettu Vesala]", "GONE, names=[Tehty Vesala, Lähtenyt Vesala]"));
        List.of(free, alsoFree).forEach(one -> {
            work(one);
            assertThat(due.find(one).orElseThrow().approvedBy()).isEqualTo("coordinator-east");
            assertThat(messages.of(volunteer(one))).singleElement().satisfies(letter -> assertThat(letter.body()).contains("Iso kiitos!"));
        });
        assertThat(tasks.createTaskQuery().taskId(task(taken)).singleResult().getAssignee()).isEqualTo("lead");
        assertThat(decided(free)).isEqualTo("coordinator-east");
    }

    @Test
    void whatIsPutOffIsNotOnTheListUntilItComesBack() throws Exception {
        var one = waiting("Myöhemmin");
        tasks.complete(task(one), Map.of("thanksOutcome", "LATER"));
        work(one);
        var east = user("coordinator-east").roles("COORDINATOR");
        web.perform(get("/volunteers/thanks").with(east)).andExpect(content().string(not(containsString("Myöhemmin Vesala"))));
        jobs.executeJob(jobs.createJobQuery().processInstanceId(due.find(one).map(Due::instanceId).orElseThrow()).timers().singleResult().getId());
        web.perform(get("/volunteers/thanks").with(east)).andExpect(content().string(containsString("Myöhemmin Vesala")));
    }

    @Test
    void twoAtTheSameInstantThankOnce() throws Exception {
        var one = waiting("Kahdesti");
        var hands = Executors.newFixedThreadPool(4);
        try {
            Callable<Bulk> approving = () -> Twice.tried(() -> process.approve(one, "", "coordinator-east"));
            var tried = hands.invokeAll(Collections.nCopies(4, approving));
            assertThat(tried.stream().map(ThanksPageIT::said)).containsOnlyOnce(Bulk.APPROVED).containsOnly(Bulk.APPROVED, Bulk.GONE);
        } finally {
            hands.shutdown();
        }
        work(one);
        assertThat(messages.of(volunteer(one))).hasSize(1);
        assertThat(certificates.of(volunteer(one))).hasSize(1);
    }

    @Test
    void anotherDistrictsThanksAreNotMineToGive() throws Exception {
        var one = waiting("Eteläinen", "101");
        web.perform(get("/volunteers/thanks").with(user("coordinator-east").roles("COORDINATOR"))).andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Eteläinen Vesala"))));
        web.perform(post("/volunteers/thanks").with(csrf()).with(user("coordinator-east").roles("COORDINATOR")).param("due", one.toString()))
                .andExpect(flash().attribute("approved", 0));
        assertThat(tasks.createTaskQuery().taskId(task(one)).count()).isOne();
        web.perform(get("/volunteers/thanks").locale(Locale.ENGLISH).with(user("lead").roles("LEAD"))).andExpect(content().string(containsString("Eteläinen Vesala")));
        web.perform(post("/volunteers/thanks").with(csrf()).with(user("lead").roles("LEAD"))).andExpect(flash().attribute("problem", "care.thanks.nobody"));
    }

    @Test
    void aCoordinatorAddsWhatWasDoneABirthdayAndACertificate() throws Exception {
        var id = registered.volunteer("Aikajana", "ne");
        var east = user("coordinator-east").roles("COORDINATOR");
        web.perform(post("/volunteers/{id}/care", id).with(csrf()).with(east).param("kind", "RECREATION").param("day", "2026-05-03").param("words", "Vappukahvit"))
                .andExpect(flash().attribute("said", "care.page.saved"));
        web.perform(post("/volunteers/{id}/care", id).with(csrf()).with(east).param("kind", "RECREATION").param("day", "2999-05-03")).andExpect(flash().attribute("problem", "care.problem.day"));
        web.perform(post("/volunteers/{id}/care", id).with(csrf()).with(east).param("kind", "GOSSIP").param("day", "2026-05-03")).andExpect(flash().attribute("problem", "care.problem.kind"));
        web.perform(post("/volunteers/{id}/birthday", id).with(csrf()).with(east).param("day", "31").param("month", "2")).andExpect(flash().attribute("problem", "care.problem.birthday"));
        web.perform(post("/volunteers/{id}/birthday", id).with(csrf()).with(east).param("day", "29").param("month", "2")).andExpect(flash().attribute("said", "care.birthday.saved"));
        web.perform(post("/volunteers/{id}/certificates", id).with(csrf()).with(east)).andExpect(flash().attribute("said", "care.certificates.issued"));
        web.perform(get("/volunteers/{id}/care", id).locale(Locale.forLanguageTag("fi")).with(east)).andExpect(status().isOk())
                .andExpect(content().string(containsString("Vappukahvit"))).andExpect(content().string(containsString("kirjasi Eero Idänpää"))).andExpect(content().string(containsString("3. toukokuuta 2026")));
        web.perform(get("/volunteers/{id}", id).locale(Locale.forLanguageTag("sv")).with(east)).andExpect(content().string(containsString("Rekreation, 3 maj 2026")));
        web.perform(post("/volunteers/{id}/birthday", id).with(csrf()).with(east)).andExpect(flash().attribute("said", "care.birthday.removed"));
        assertThat(messages.of(id)).extracting(Messages.Sent::template).containsExactly("certificate-given");
        registered.change(id, "UPDATE apusilta.volunteer SET district = '101'");
        web.perform(get("/volunteers/{id}/care", id).with(user("coordinator-east").roles("COORDINATOR"))).andExpect(status().isForbidden());
        var certificate = certificates.of(id).get(0).id();
        web.perform(get("/volunteers/{id}/certificates/{c}", UUID.randomUUID(), certificate).with(user("lead").roles("LEAD"))).andExpect(status().isNotFound());
        web.perform(get("/volunteers/{id}/certificates/{c}", id, certificate).with(user("lead").roles("LEAD"))).andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf"));
    }

    @Test
    void theCertificateIsATaggedPdfInEachLanguage() throws IOException {
        var certificate = new Certificate(UUID.randomUUID(), 1234, UUID.randomUUID(), "Maija-Liisa Ääkkönen", java.time.LocalDate.of(2021, 3, 1), java.time.LocalDate.of(2026, 11, 27), 48, 96 * 60,
                List.of("FRIEND_VISIT", "DIGITAL_HELP"), List.of("BASICS"), List.of("fi", "so", "en"), "YEARS_5", "coordinator");
        Files.createDirectories(Path.of("target", "certificates"));
        for (var language : List.of("fi", "sv", "en")) {
            var file = pdf.of(certificate, Locale.forLanguageTag(language));
            Files.write(Path.of("target", "certificates", language + ".pdf"), file);
            assertThat(new String(file, StandardCharsets.ISO_8859_1)).startsWith("%PDF-").contains("/MarkInfo", "/StructTreeRoot");
        }
    }

    private static Object said(Future<Bulk> one) {
        try {
            return one.get();
        } catch (Exception failed) {
            return failed;
        }
    }

    private UUID waiting(String name) {
        return waiting(name, "703");
    }

    private UUID waiting(String name, String district) {
        var volunteer = registered.volunteer(name, "ne");
        database.sql("UPDATE apusilta.volunteer SET district = ? WHERE id = ?").params(district, volunteer).update();
        var id = UUID.randomUUID();
        database.sql("INSERT INTO apusilta.care_due (id, volunteer_id, reason, occasion, certificate, found_on) VALUES (?, ?, 'MILESTONE', 'YEARS_5', true, current_date)").params(id, volunteer).update();
        process.beginFound();
        return id;
    }

    private UUID volunteer(UUID one) {
        return due.find(one).orElseThrow().volunteerId();
    }

    private String task(UUID one) {
        return tasks.createTaskQuery().processInstanceId(due.find(one).map(Due::instanceId).orElseThrow()).singleResult().getId();
    }

    private String decided(UUID one) {
        return database.sql("SELECT decided_by FROM apusilta.case_decision WHERE case_id = ? AND step = 'approveThanks'").param(volunteer(one)).query(String.class).single();
    }

    private static String[] ids(UUID... ids) {
        return java.util.Arrays.stream(ids).map(UUID::toString).toArray(String[]::new);
    }

    private void work(UUID one) {
        for (var due = jobOf(one); !due.isEmpty(); due = jobOf(one)) {
            due.forEach(jobs::executeJob);
        }
    }

    private List<String> jobOf(UUID one) {
        return jobs.createJobQuery().processInstanceId(due.find(one).map(Due::instanceId).orElseThrow()).messages().list().stream().map(job -> job.getId()).toList();
    }
}
