package org.apusilta.casefile.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;

/** The timeline has words for everything the drawings and forms can make happen. */
class TimelineContractTests {

    /** Ends that say nothing a coordinator has not read already in the lines around them. */
    private static final Set<String> SILENT = Set.of("answerReceived", "goneOnWithoutAnswer",
            "requesterReminded", "volunteerAgreed", "clientReminded", "bothSaidYes", "firstMeetingRecorded", "clientSaidNo", "volunteerReminded", "searchStopped", "handedToPartner", "partnerReminded", "confirmersReminded", "agreementSealed",
            "agreementAbandoned", "periodEnded", "agreementChangeSettled", "agreementChangeDropped", "adHocTaskDone", "adHocTaskDropped", "stepTriedAgain", "incidentSolved", "followedUp", "worriedAboutContact", "worryFound", "supportResumed", "concernSettled",
            "outcomeAgreed", "viewsReminded", "driftSettled", "driftDropped", "requestSettled", "allTold", "reportHeeded", "reportDropped", "careEnded", "waitingClientReminded", "noLongerWanted", "networkNotAsked", "takerHandedOff",
            "careRoundDone", "volunteerThanked", "thanksSetAside", "birthdayGreeted", "recognitionDropped", "volunteerCaredFor", "partnersTold", "contactDropped", "backgroundChecked", "noCheckMade", "checkConsentRefused", "checkClosed", "notAssigned", "checkConsentReminded", "wasTrained", "trainingDone", "trainingStopped", "trainingReminded", "cityAgreementSealed", "cityAgreementDropped", "citySignerReminded", "guardianReminded", "bookingReminded", "interviewReminded", "interviewed", "checksSeen", "recreationNoted", "invitationsSent", "cancelledTold",
            "proofIsRenewed", "proofLapses", "renewalDropped");

    private final Properties texts = texts();

    @Test
    void everyHumanStepHasItsDecisionRecorded() {
        assertThat(ids(UserTask.class)).isEqualTo(new TreeSet<>(DecisionListener.OUTCOMES.keySet()));
    }

    @Test
    void everyWaitHasAName() {
        var waits = ids(UserTask.class);
        waits.addAll(ids(ReceiveTask.class));
        waits.addAll(ids(IntermediateCatchEvent.class));
        assertThat(waits).allSatisfy(step -> assertThat(texts).containsKey("casefile.step." + step));
    }

    @Test
    void everyChoiceHasASentence() {
        DecisionListener.OUTCOMES.forEach((step, variable) -> {
            for (var option : options(step, variable)) {
                assertThat(texts).containsKey("casefile.decided." + step + "." + option);
            }
        });
        assertThat(texts).containsKeys("casefile.decided.chooseVolunteer.ASK", "casefile.decided.arrangeFirstMeeting.ON");
    }

    @Test
    void everyEndIsToldOrKnownToBeSilent() {
        assertThat(ids(EndEvent.class)).allSatisfy(end ->
                assertThat(texts.containsKey("casefile.end." + end) || SILENT.contains(end)).as(end).isTrue());
    }

    @Test
    void everyFieldOfWordsHasAName() throws IOException {
        try (var forms = Files.walk(Path.of("forms"))) {
            forms.filter(f -> f.toString().endsWith(".form")).forEach(f -> json(f).path("components").forEach(c -> {
                var key = c.path("key").asText();
                if (key.startsWith("words_")) {
                    assertThat(texts).containsKey("casefile.field." + key.substring("words_".length()));
                }
            }));
        }
    }

    private static List<String> options(String step, String variable) {
        var options = new ArrayList<String>();
        try (var forms = Files.walk(Path.of("forms"))) {
            var name = step.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase() + ".form";
            var versions = forms.filter(f -> f.getFileName().toString().replaceAll("\\.[0-9]+\\.form$", ".form").equals(name)).toList();
            assertThat(versions).as(name).isNotEmpty();
            versions.forEach(form -> json(form).path("components").forEach(c -> {
                if (c.path("key").asText().equals(variable)) {
                    c.path("values").forEach(v -> options.add(v.path("value").asText()));
                }
            }));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return options;
    }

    private static Set<String> ids(Class<? extends FlowNode> type) {
        var ids = new TreeSet<String>();
        try (var drawings = Files.walk(Path.of("processes"))) {
            drawings.filter(f -> f.toString().endsWith(".bpmn")).forEach(f -> Bpmn.readModelFromFile(f.toFile())
                    .getModelElementsByType(type).forEach(node -> ids.add(node.getId())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ids;
    }

    private static JsonNode json(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties texts() {
        var texts = new Properties();
        try (var in = Files.newBufferedReader(Path.of("src/main/resources/i18n/casefile_fi.properties"), StandardCharsets.UTF_8)) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
