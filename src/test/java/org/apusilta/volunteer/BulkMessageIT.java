package org.apusilta.volunteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apusilta.ApusiltaTest;
import org.apusilta.messaging.Messages;
import org.apusilta.volunteer.internal.BulkMessages;
import org.apusilta.volunteer.internal.RegisterQuery;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;

/** One message to many: only by ways they have agreed to, once each, and one sees beforehand who does not get it and why. And the list as a file. */
@ApusiltaTest
@WithMockUser(username = "lead", roles = "LEAD")
class BulkMessageIT {

    @Autowired BulkMessages bulk;
    @Autowired Messages messages;
    @Autowired Registered registered;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvc web;

    @Test
    void eachGetsItOnceByAWayTheyHaveAgreedToOrIsNamedWithTheReason() {
        organisation("VIESTIKERHO");
        var mail = one("Posti", "VIESTIKERHO", "EMAIL", "SMS", "LETTER");
        var sms = one("Teksti", "VIESTIKERHO", "SMS");
        var letter = one("Kirje", "VIESTIKERHO", "LETTER");
        var none = one("Eilupaa", "VIESTIKERHO");
        var lost = one("Osoiteton", "VIESTIKERHO", "EMAIL");
        registered.change(lost, "UPDATE apusilta.volunteer SET email = NULL");
        var swedish = one("Svensk", "VIESTIKERHO", "EMAIL");
        registered.change(swedish, "UPDATE apusilta.volunteer SET language = 'sv'");
        var query = RegisterQuery.of(Map.of("organisation", "VIESTIKERHO", "status", "ALL"));
        var id = bulk.draft("INFO", query, List.of("LETTER", "EMAIL", "SMS"), "Hyvä uutinen\n\nTervetuloa kahville.", "God nyhet", "");
        assertThat(by(id)).isEqualTo(Map.of(mail, "EMAIL", sms, "SMS", letter, "LETTER", none, "NO_CONSENT", lost, "NO_ADDRESS", swedish, "EMAIL"));
        assertThat(messages.of(mail)).as("a look sends nothing").isEmpty();

        // somebody says no between the look and the sending
        jdbc.sql("UPDATE apusilta.volunteer_consent SET given = false WHERE volunteer_id = ?").param(letter).update();
        assertThat(bulk.send(id)).isTrue();
        assertThat(bulk.send(id)).as("pressed twice").isFalse();
        await().atMost(Duration.ofSeconds(30)).until(() -> jdbc.sql("SELECT state FROM apusilta.bulk_message WHERE id = ?").param(id).query(String.class).single().equals("SENT"));
        assertThat(by(id)).containsEntry(letter, "NO_CONSENT").containsEntry(mail, "EMAIL");
        assertThat(messages.of(mail)).singleElement().satisfies(sent -> {
            assertThat(sent.channel()).isEqualTo("EMAIL");
            assertThat(sent.subject()).doesNotContain("Posti", "kahville");
            assertThat(sent.body()).contains("Tervetuloa kahville.", "koordinaattorille");
        });
        assertThat(messages.of(sms)).singleElement().extracting(Messages.Sent::channel).isEqualTo("SMS");
        assertThat(messages.of(swedish)).singleElement().extracting(Messages.Sent::body).asString().contains("God nyhet");
        assertThat(messages.of(letter)).isEmpty();
        assertThat(messages.of(none)).isEmpty();
        assertThat(bulk.progress(id)).containsEntry("done", 3).containsEntry("total", 3);
    }

    @Test
    void aNewsletterNeedsItsOwnConsentAndAnUnfinishedSendingGoesOnWhereItStood() {
        organisation("KIRJEKERHO");
        var yes = one("Tilaaja", "KIRJEKERHO", "EMAIL", "NEWSLETTER");
        var other = one("Tilaajatar", "KIRJEKERHO", "EMAIL", "NEWSLETTER");
        var no = one("Eitilaaja", "KIRJEKERHO", "EMAIL");
        var id = bulk.draft("NEWSLETTER", RegisterQuery.of(Map.of("organisation", "KIRJEKERHO")), List.of("EMAIL"), "Uutiskirje", "", "");
        assertThat(by(id)).isEqualTo(Map.of(yes, "EMAIL", other, "EMAIL", no, "NO_NEWSLETTER"));
        // as a machine that stopped after the first would have left it
        jdbc.sql("UPDATE apusilta.bulk_message SET state = 'SENDING', alive_at = now() - interval '1 hour', sent_at = now() WHERE id = ?").param(id).update();
        jdbc.sql("INSERT INTO apusilta.bulk_recipient VALUES (?, ?, 'EMAIL', NULL, gen_random_uuid()), (?, ?, 'EMAIL', NULL, NULL)").params(id, yes, id, other).update();
        assertThat(bulk.find(id).state()).isEqualTo("CUT");
        assertThat(bulk.send(id)).isTrue();
        await().atMost(Duration.ofSeconds(30)).until(() -> jdbc.sql("SELECT state FROM apusilta.bulk_message WHERE id = ?").param(id).query(String.class).single().equals("SENT"));
        assertThat(messages.of(yes)).as("had it before").isEmpty();
        assertThat(messages.of(other)).hasSize(1);
        assertThatThrownBy(() -> bulk.draft("INFO", RegisterQuery.of(Map.of()), List.of(), "x", "", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bulk.draft("INFO", RegisterQuery.of(Map.of()), List.of("EMAIL"), " ", "", "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void itsPagesSpeakThreeLanguagesAndAreTheWritersOwn() throws Exception {
        organisation("SIVUKERHO");
        one("Sivuinen", "SIVUKERHO", "EMAIL");
        one("Sivuton", "SIVUKERHO");
        var id = bulk.draft("INFO", RegisterQuery.of(Map.of("organisation", "SIVUKERHO")), List.of("EMAIL"), "Hei", "", "");
        for (var language : List.of("fi", "sv", "en")) {
            for (var page : List.of("/volunteers/messages/" + id, "/volunteers/messages?organisation=SIVUKERHO", "/volunteers/organisations", "/volunteers/duplicates", "/volunteers/import")) {
                web.perform(get(page).locale(Locale.forLanguageTag(language)).with(user("lead").roles("LEAD"))).andExpect(status().isOk())
                        .andExpect(content().string(not(containsString("register.bulk")))).andExpect(content().string(not(containsString("??"))));
            }
        }
        web.perform(get("/volunteers/messages/{id}", id).with(user("coordinator").roles("COORDINATOR"))).andExpect(status().isNotFound());
        web.perform(post("/volunteers/messages/{id}/send", id).with(csrf()).with(user("coordinator").roles("COORDINATOR"))).andExpect(status().isNotFound());
    }

    @Test
    void aFileHasWhatTheRoleMaySeeIsWrittenDownAndHoldsNoFormula() throws Exception {
        organisation("VIENTIKERHO");
        var one = one("=HYPERLINK(1)", "VIENTIKERHO");
        registered.change(one, "UPDATE apusilta.volunteer SET family_name = '+Plussa', phone = '+358 40 1', email = '@mail@postia.example'");
        var file = web.perform(post("/volunteers/export").param("query", "organisation=VIENTIKERHO").locale(Locale.ENGLISH).with(csrf()).with(user("lead").roles("LEAD"))).andExpect(status().isOk())
                .andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(file).startsWith("\uFEFFFamily name;Given name").contains("'+Plussa;'=HYPERLINK(1);'@mail@postia.example;'+358 40 1;1955", "Mellunkylä");
        assertThat(file.lines()).hasSize(2);
        assertThat(jdbc.sql("SELECT account || people || query FROM apusilta.register_export ORDER BY id DESC LIMIT 1").query(String.class).single()).isEqualTo("lead1organisation=VIENTIKERHO");
        assertThat(jdbc.sql("SELECT what FROM apusilta.volunteer_look WHERE volunteer_id = ? AND account = 'lead'").param(one).query(String.class).list()).as("the person can see it").containsExactly("EXPORT");
        web.perform(post("/volunteers/export").with(csrf()).with(user("admin").roles("ADMIN"))).andExpect(status().isForbidden());
        registered.change(one, "UPDATE apusilta.volunteer SET district = '101'");
        assertThat(web.perform(post("/volunteers/export").param("query", "organisation=VIENTIKERHO").with(csrf()).with(user("coordinator-east").roles("COORDINATOR"))).andReturn().getResponse()
                .getContentAsString(StandardCharsets.UTF_8).lines()).as("nobody of other districts").hasSize(1);
    }

    private Map<UUID, String> by(UUID id) {
        return bulk.addressees(id).stream().collect(Collectors.toMap(BulkMessages.Addressee::id, one -> one.channel() == null ? String.valueOf(one.reason()) : one.channel()));
    }

    private void organisation(String code) {
        jdbc.sql("INSERT INTO apusilta.organisation VALUES (:code, :code) ON CONFLICT DO NOTHING").param("code", code).update();
    }

    private UUID one(String name, String organisation, String... consents) {
        var id = registered.volunteer(name, "yi");
        registered.change(id, "UPDATE apusilta.volunteer SET organisation = '" + organisation + "'");
        for (var what : consents) {
            jdbc.sql("INSERT INTO apusilta.volunteer_consent VALUES (?, ?, true, 'VOLUNTEER', now())").params(id, what).update();
        }
        return id;
    }
}
