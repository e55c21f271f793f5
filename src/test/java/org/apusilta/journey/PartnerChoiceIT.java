package org.apusilta.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apusilta.ApusiltaTest;
import org.apusilta.engine.Caller;
import org.apusilta.partner.Partner;
import org.apusilta.partner.Partners;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Which partners the form proposes, in which order, and why; and what it says the partner will see. */
@ApusiltaTest
class PartnerChoiceIT {

    @Autowired Journey walk;
    @Autowired Partners partners;
    @Autowired ObjectMapper json;
    @LocalServerPort int port;

    @BeforeEach
    void onlyOurs() {
        walk.somePeople();
        setActive(false);
    }

    @AfterEach
    void theOthersAgain() {
        setActive(true);
    }

    private void setActive(boolean active) {
        partners.all().forEach(one -> partners.save(new Partner(one.id(), one.name(), one.type(), active, one.wholeCity(), one.kinds(), one.areas(),
                one.languages(), one.networks(), one.contacts())));
    }

    @Test
    void theBestComesFirstAndEachSaysWhy() throws Exception {
        var far = partner("Kaukainen", Partner.Type.NGO, true, false, List.of("FRIEND_VISIT"), List.of("1"), List.of("fi"));
        var other = partner("Ruotsinkielinen", Partner.Type.PARISH, true, true, List.of("FRIEND_VISIT", "PHONE_FRIEND"), List.of(), List.of("sv"));
        var near = partner("Lähin", Partner.Type.NGO, true, false, List.of("FRIEND_VISIT"), List.of("7"), List.of("fi"));
        var never = partner("Ei tällaisia", Partner.Type.NGO, true, true, List.of("MEDIATION"), List.of(), List.of("fi"));
        var closed = partner("Ei käytössä", Partner.Type.NGO, false, true, List.of("FRIEND_VISIT"), List.of(), List.of("fi"));
        var id = preparing();

        var choices = component(form(id, "fi"), "chosenPartnerId").get("values");

        assertThat(values(choices)).containsExactly(near.toString(), other.toString(), far.toString()).doesNotContain(never.toString(), closed.toString());
        assertThat(choices.get(0).get("label").asText()).isEqualTo("Lähin – Ottaa: Ystävä kotiin. Toimii lähellä: Itäinen. Kieli: suomi. Tällaista kumppania katsotaan ensin.");
        assertThat(choices.get(1).get("label").asText()).contains("koko kaupungissa", "Ei toivottua kieltä: suomi");
        assertThat(choices.get(2).get("label").asText()).contains("Ei toimi tällä alueella");
    }

    @Test
    void whatThePartnerSeesIsShownInTheReadersLanguageWithoutNames() throws Exception {
        partner("Lähin", Partner.Type.NGO, true, false, List.of("FRIEND_VISIT"), List.of("7"), List.of("fi"));
        var id = preparing();
        for (var language : List.of("fi", "sv", "en")) {
            assertThat(component(form(id, language), "whatTheySee").get("text").asText()).contains(area(language))
                    .doesNotContain("Testi-Aune", "Koetuskuja", "7654", "{");
        }
    }

    @Test
    void whoWasAskedBeforeComesLastAndWhenNobodyTakesItTheFormSaysSo() throws Exception {
        var first = partner("Ensin kysytty", Partner.Type.NGO, true, false, List.of("FRIEND_VISIT"), List.of("7"), List.of("fi"));
        var id = preparing();
        walk.sendTo(id, partners.find(first).orElseThrow());
        walk.partnerAnswers(id, "no");
        var second = partner("Toinen", Partner.Type.INFORMAL, true, true, List.of("FRIEND_VISIT"), List.of(), List.of("en"));
        walk.complete(id, "widenSearch", "searchOutcome", "HAND_OFF");

        var choices = component(form(id, "fi"), "chosenPartnerId").get("values");
        assertThat(values(choices)).containsExactly(second.toString(), first.toString());
        assertThat(choices.get(1).get("label").asText()).contains("on jo kysytty tästä pyynnöstä", "Ottanut tähän asti 0/1");

        setActive(false);
        assertThat(component(form(id, "fi"), "whatToDo").get("text").asText()).contains("Yksikään kumppani ei nyt ota");
    }

    @Test
    void onlyAProposedPartnerAndAWholeConsentAreTakenThroughTheDoor() throws Exception {
        var near = partner("Lähin", Partner.Type.NGO, true, false, List.of("FRIEND_VISIT"), List.of("7"), List.of("fi"));
        var never = partner("Ei tällaisia", Partner.Type.NGO, true, true, List.of("MEDIATION"), List.of(), List.of("fi"));
        var id = preparing();

        assertThat(send(id, never, "2026-11-20")).as("a partner the form does not propose").isEqualTo(400);
        assertThat(send(id, near, null)).as("no day of consent").isEqualTo(400);
        assertThat(send(id, near, "2126-11-20")).as("a consent of a day to come").isEqualTo(400);
        assertThat(send(id, near, "2026-11-20")).isEqualTo(204);

        walk.runJobs(id);
        assertThat(walk.handOff(id).partner()).isEqualTo(near);
        assertThat(walk.handOff(id).summary()).isEqualTo("Toivoo rauhallista seuraa.");
        assertThat(walk.handOff(id).consent().recordedBy()).isEqualTo("coordinator-east");
    }

    private int send(UUID id, UUID partner, @Nullable String consentOn) throws Exception {
        var variables = json.createObjectNode();
        Map.of("handOffDecision", "SEND", "chosenPartnerId", partner.toString(), "consentFrom", "CLIENT", "consentHow", "PHONE", "sharedContact", "PHONE",
                "words_summary", "Toivoo rauhallista seuraa.").forEach((key, value) -> variables.putObject(key).put("value", value).put("type", "String"));
        if (consentOn != null) {
            variables.putObject("consentOn").put("value", consentOn).put("type", "String");
        }
        return Caller.basic(port, "coordinator-east").post("/engine-rest/task/" + walk.task(id, "prepareHandOff").getId() + "/complete",
                json.createObjectNode().set("variables", variables).toString()).statusCode();
    }

    private static String area(String language) {
        return language.equals("sv") ? "Botby" : "Vartiokylä";
    }

    private UUID preparing() {
        var id = walk.received();
        walk.accept(id);
        walk.complete(id, "chooseVolunteer", "chosenVolunteerId", "NOBODY");
        walk.complete(id, "widenSearch", "searchOutcome", "HAND_OFF");
        return id;
    }

    private UUID partner(String name, Partner.Type type, boolean active, boolean wholeCity, List<String> kinds, List<String> areas, List<String> languages) {
        partners.all().stream().filter(one -> one.name().equals(name)).forEach(one -> partners.save(new Partner(one.id(), name + " " + one.id(), one.type(),
                false, one.wholeCity(), one.kinds(), one.areas(), one.languages(), one.networks(), one.contacts())));
        var id = UUID.randomUUID();
        partners.save(new Partner(id, name, type, active, wholeCity, kinds, areas, languages, List.of(),
                List.of(new Partner.Contact("Raija Hiekkaniemi", "raija@partner.example.org", null, "fi"))));
        return id;
    }

    private JsonNode form(UUID id, String language) throws Exception {
        return json.readTree(Caller.tasklist(port, "coordinator-east").get("/forms/partner/prepare-hand-off/1/" + walk.task(id, "prepareHandOff").getId(), language).body());
    }

    private static JsonNode component(JsonNode form, String id) {
        return StreamSupport.stream(form.get("components").spliterator(), false).filter(one -> one.path("id").asText().equals(id)).findFirst().orElseThrow();
    }

    private static List<String> values(JsonNode choices) {
        return StreamSupport.stream(choices.spliterator(), false).map(one -> one.get("value").asText()).toList();
    }
}
