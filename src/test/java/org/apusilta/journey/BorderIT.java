package org.apusilta.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apusilta.ApusiltaTest;
import org.apusilta.catalogue.BorderRule;
import org.apusilta.catalogue.BorderRule.Side;
import org.apusilta.catalogue.BorderRules;
import org.apusilta.catalogue.Texts;
import org.apusilta.engine.Words;
import org.apusilta.request.AskedBy;
import org.apusilta.request.Border;
import org.apusilta.request.Border.Reason;
import org.apusilta.request.NewRequest;
import org.apusilta.request.Outcome;
import org.apusilta.request.RequestStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The border: each piece sorted by rule, decided by a person, returned with advice (R7, R19-R23). */
@ApusiltaTest
class BorderIT {

    @Autowired Journey walk;
    @Autowired Border border;
    @Autowired BorderRules rules;
    @Autowired Words words;

    @BeforeEach
    void people() {
        walk.somePeople();
    }

    @Test
    void sortsTheKindAndWhatTheWordsTellOf() {
        var id = asked("Seuraa viikonloppuun, ja samalla voisi jakaa lääkkeet dosettiin ja laittaa ruokaa (ruuanlaitto sujuu huonosti).");
        assertThat(border.of(id)).extracting(Border.Piece::code, Border.Piece::proposed).containsExactly(
                org.assertj.core.groups.Tuple.tuple("FRIEND_VISIT", Side.VOLUNTEER), org.assertj.core.groups.Tuple.tuple("MEALS", Side.UNCLEAR),
                org.assertj.core.groups.Tuple.tuple("MEDICATION", Side.PROFESSIONAL));
    }

    @Test
    void returnsTheProfessionalPartWithAdviceAndLooksForAVolunteerForTheRest() {
        var id = asked("Seuraa ja apua lääkkeiden jakamiseen.");
        walk.accept(id);
        assertThat(walk.openTasks(id)).containsExactly("chooseVolunteer");
        assertThat(border.of(id)).filteredOn(piece -> piece.code().equals("MEDICATION")).allSatisfy(piece -> {
            assertThat(piece.decided()).isEqualTo(Side.PROFESSIONAL);
            assertThat(piece.decidedAt()).isNotNull();
        });
        assertThat(lastLetter(id, "request-accepted")).contains("Lääkkeiden antaminen", "kotihoidolle");
    }

    @Test
    void anOverruledRuleNeedsAReasonAndKeepsIt() {
        var id = asked("Seuraa. Kotihoito hoitaa lääkkeet.");
        say(id, Map.of("border_MEDICATION", "VOLUNTEER"));
        walk.accept(id);
        assertThat(walk.openTasks(id)).as("without a reason it comes back").containsExactly("screenRequest");
        say(id, Map.of("border_MEDICATION", "VOLUNTEER", "borderwhy_MEDICATION", "SERVICE_HANDLES"));
        walk.accept(id);
        assertThat(walk.openTasks(id)).containsExactly("chooseVolunteer");
        assertThat(border.of(id)).filteredOn(piece -> piece.code().equals("MEDICATION")).singleElement()
                .satisfies(piece -> assertThat(piece.reason()).isEqualTo(Reason.SERVICE_HANDLES));
        assertThat(lastLetter(id, "request-accepted")).doesNotContain("Lääkkeiden");
    }

    @Test
    void whatIsUnclearMustBeDecided() {
        var id = asked("Seuraa ja joskus autokyyti kauppaan.");
        walk.accept(id);
        assertThat(walk.openTasks(id)).containsExactly("screenRequest");
        say(id, Map.of("border_DRIVING", "VOLUNTEER"));
        walk.accept(id);
        assertThat(walk.openTasks(id)).containsExactly("chooseVolunteer");
    }

    @Test
    void allProfessionalIsDeclinedAsSuchAndCounted() {
        var from = java.time.Instant.EPOCH;
        var to = java.time.Instant.parse("2100-01-01T00:00:00Z");
        var id = asked("Tarvitsen apua suihkuun.");
        say(id, Map.of("border_FRIEND_VISIT", "PROFESSIONAL", "borderwhy_FRIEND_VISIT", "NEEDS_SKILL"));
        walk.accept(id);
        assertThat(walk.requests.facts(id).outcome()).isEqualTo(Outcome.PROFESSIONAL);
        assertThat(walk.requests.status(id)).isEqualTo(RequestStatus.DECLINED);
        assertThat(lastLetter(id, "request-professional")).contains("henkilökohtainen hoito");
        assertThat(walk.requests.closingLine(id, Locale.ENGLISH)).hasValueSatisfying(line -> assertThat(line).contains("professional"));
        assertThat(border.counts(null, from, to)).anySatisfy(count -> {
            assertThat(count.code()).isEqualTo("PERSONAL_CARE");
            assertThat(count.service()).isEqualTo("HOME_CARE");
            assertThat(count.district()).isEqualTo("701");
            assertThat(count.decided()).isEqualTo(Side.PROFESSIONAL);
        });
    }

    @Test
    void withoutAKindForAVolunteerNobodyIsLookedForWhateverElseTheWordsSpeakOf() {
        var id = asked("Seuraa. Kotihoito hoitaa lääkkeet.");
        say(id, Map.of("border_FRIEND_VISIT", "PROFESSIONAL", "borderwhy_FRIEND_VISIT", "NEEDS_SKILL", "border_MEDICATION", "VOLUNTEER", "borderwhy_MEDICATION", "SERVICE_HANDLES"));
        walk.accept(id);
        assertThat(walk.requests.facts(id).outcome()).isEqualTo(Outcome.PROFESSIONAL);
        assertThat(walk.instances(id)).isEmpty();
    }

    @Test
    void aRuleCountsFromItsDayAndTheOldOneIsKept() {
        var today = LocalDate.now(java.time.ZoneId.of("Europe/Helsinki"));
        var texts = new Texts("Lumityöt", "Snöskottning", "Clearing snow");
        rules.keep(new BorderRule("SNOW", today.plusDays(3), Side.PROFESSIONAL, "SUPPORT_SERVICES", null, "lumit", texts, texts), "manager");
        assertThat(rules.on(today)).noneMatch(rule -> rule.code().equals("SNOW"));
        assertThat(rules.on(today.plusDays(3))).anyMatch(rule -> rule.code().equals("SNOW") && rule.spottedIn("Talvella lumitöitä"));
        rules.keep(new BorderRule("SNOW", today.plusDays(9), Side.VOLUNTEER, "SUPPORT_SERVICES", null, "lumit", texts, texts), "manager");
        assertThat(rules.all()).filteredOn(rule -> rule.code().equals("SNOW")).extracting(BorderRule::side)
                .containsExactly(Side.VOLUNTEER, Side.PROFESSIONAL);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> rules.keep(
                new BorderRule("SNOW", today.minusDays(1), Side.VOLUNTEER, "OTHER", null, "x", texts, texts), "manager")).isInstanceOf(IllegalArgumentException.class);
    }

    private UUID asked(String description) {
        var like = Journey.aRequest(AskedBy.SOCIAL_WORKER);
        var receipt = walk.requests.submit(new NewRequest(like.askedBy(), like.client(), like.requester(), true, like.consent(), List.of("FRIEND_VISIT"),
                description, like.languages(), like.times(), like.recurring(), like.hoursPerWeek(), like.startOn(), like.home(), like.escort(), like.care(),
                like.language(), null));
        walk.runJobs(receipt.id());
        return receipt.id();
    }

    private void say(UUID id, Map<String, String> said) {
        words.keep(id, walk.task(id, "screenRequest").getId(), "screenRequest", said, "coordinator");
    }

    private String lastLetter(UUID id, String template) {
        return walk.database.sql("select body from apusilta.message where case_id = ? and template = ? order by written_at desc limit 1")
                .params(id, template).query(String.class).single();
    }
}
