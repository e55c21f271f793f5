package org.apusilta.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apusilta.ApusiltaTest;
import org.apusilta.contract.Released;
import org.apusilta.engine.FormFilling;
import org.apusilta.request.Outcome;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Turns that the running process of a case does not wait for: a case of release 0.1.0 that was not moved, or one that is ending. A person is told what to do. */
@ApusiltaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnheardTurnsIT {

    @Autowired Journey walk;
    @Autowired PathsTaken paths;
    @Autowired RepositoryService repository;
    @Autowired MockMvc web;
    @Autowired List<FormFilling> fillings;

    private String old;
    private String today;

    @BeforeAll
    void theOldDrawings() {
        var made = Released.deploy(repository, Released.all().get(0).folder().resolve("processes"));
        old = made.getId();
        made.getDeployedProcessDefinitions().forEach(version -> paths.ignore(version.getId()));
    }

    @BeforeEach
    void people() {
        walk.somePeople();
    }

    @AfterAll
    void asBefore() {
        ClockUtil.reset();
        if (today != null) {
            repository.deleteDeployment(today, true);
        }
        repository.deleteDeployment(old, true);
    }

    @Test
    void aCaseOfAnOlderDrawingLeavesItToAPerson() throws Exception {
        var dead = searched();
        var changed = searched();
        var left = searched();
        walk.chooseFirst(left);
        walk.bothSayYes(left);
        today = Released.deploy(repository, Path.of("processes")).getId();

        recorded(dead, "death", Map.of("sure", "true"), "case.said.death.byHand");
        byHand(dead, "Asiakkaan kuolema on kirjattu, mutta");
        walk.requests.close(dead, Outcome.STOPPED);
        assertThat(walk.openTasks(dead)).as("outlives the end of the case").contains("doAdHocTask");

        recorded(changed, "change", Map.of("hoursPerWeek", "3", "screenAnew", "true"), "case.said.change.byHand");
        byHand(changed, "Pyyntö on muuttunut, mutta");
        recorded(changed, "change", Map.of("hoursPerWeek", "2", "screenAnew", "true"), "case.said.change");
        assertThat(walk.openTasks(changed).stream().filter("doAdHocTask"::equals)).as("still one task").hasSize(1);

        recorded(left, "volunteer-leaves", Map.of("sure", "true"), "case.said.volunteerLeaves.byHand");
        byHand(left, "Vapaaehtoinen lopettaa tai pitää taukoa, mutta");
    }

    private UUID searched() {
        var id = walk.received();
        walk.accept(id);
        return id;
    }

    private void byHand(UUID id, String words) throws Exception {
        walk.runJobs(id);
        var task = walk.tasks.createTaskQuery().processInstanceBusinessKey(id.toString()).taskDefinitionKey("doAdHocTask").singleResult();
        assertThat(task.getPriority()).isEqualTo(90);
        assertThat(walk.tasks.getIdentityLinksForTask(task.getId())).anyMatch(link -> "coordinators-7".equals(link.getGroupId()));
        var form = new ObjectMapper().readTree("{\"components\":[{\"id\":\"whatWasAsked\",\"text\":\"\"}]}");
        fillings.stream().filter(one -> one.form().equals("casefile/do-ad-hoc-task")).findFirst().orElseThrow().fill((ObjectNode) form, id, task.getId(), Locale.forLanguageTag("fi"));
        assertThat(form.toString()).as("the form says what to do").contains(words);
        web.perform(get("/cases/" + id).with(coordinator())).andExpect(content().string(containsString(words)));
    }

    private void recorded(UUID id, String what, Map<String, String> fields, String said) throws Exception {
        var request = post("/cases/" + id + "/" + what).with(csrf()).with(coordinator());
        fields.forEach(request::param);
        web.perform(request).andExpect(flash().attribute("said", said));
    }

    private static RequestPostProcessor coordinator() {
        var person = authentication(UsernamePasswordAuthenticationToken.authenticated("coordinator-east", null, AuthorityUtils.createAuthorityList("ROLE_COORDINATOR")));
        return request -> {
            request.addPreferredLocale(Locale.forLanguageTag("fi"));
            return person.postProcessRequest(request);
        };
    }
}
