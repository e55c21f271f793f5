package org.apusilta.matching.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apusilta.ApusiltaTest;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.matching.internal.Ask.Relaxed;
import org.apusilta.volunteer.Registered;
import org.apusilta.volunteer.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** One rule at a time: a volunteer who meets all of them, and then all but one. */
@ApusiltaTest
class HardRulesIT {

    private static final String V = "UPDATE apusilta.volunteer SET ";

    @Autowired Ranking ranking;
    @Autowired Asks asks;
    @Autowired Offers offers;
    @Autowired Registered registered;
    @Autowired Catalogue catalogue;
    @Autowired Vocabulary vocabulary;
    @Autowired WeightTable weights;
    @Autowired Pairs pairs;
    @Autowired CaseWishes wishes;
    @Autowired JdbcTemplate jdbc;
    @Autowired TransactionTemplate transaction;

    static Stream<Arguments> rules() {
        return Stream.of(
                rule("offers the kind of help", "DELETE FROM apusilta.volunteer_kind"),
                rule("is not paused", V + "status = 'PAUSED'"),
                rule("has not left", V + "status = 'LEFT'"),
                rule("has an agreement with the city", V + "agreement_until = NULL, insured_until = NULL"),
                rule("has an agreement that is still valid", V + "agreement_until = DATE '2020-01-01', insured_until = DATE '2020-01-01'"),
                rule("is insured", V + "insured_until = NULL"),
                rule("is still insured", V + "insured_until = DATE '2020-01-01'"),
                rule("has the training the kind needs", "DELETE FROM apusilta.volunteer_training"),
                rule("has shown the extract when the kind needs it", V + "check_until = NULL"),
                rule("has shown it lately enough", V + "check_until = DATE '2020-01-01'"),
                rule("has a place free", V + "load = capacity"),
                rule("speaks a common language", "UPDATE apusilta.volunteer_language SET code = 'is'"),
                rule("speaks it at B1 or better", "UPDATE apusilta.volunteer_language SET level = 'A2'"),
                rule("can come at one of the times", V + "slots = 4"),
                rule("is willing to come so far", V + "x = x + 5001"),
                rule("is of the wished gender", V + "gender = 'M'"),
                rule("has told the gender when one is wished", V + "gender = NULL"),
                rule("gets along with pets", V + "pets_ok = false"),
                rule("can be where somebody smokes", V + "smoke_ok = false"),
                rule("has the strength", V + "strength = false"),
                rule("has a car", V + "car = false"),
                rule("gives so many hours a week", V + "hours_limit = 1.5"),
                rule("can come on the day it begins", "INSERT INTO apusilta.block_out SELECT gen_random_uuid(), id, DATE '2020-01-01', DATE '2099-12-31', 'VOLUNTEER', now() FROM apusilta.volunteer"),
                rule("is old enough for the kind", V + "birth_year = 2015"),
                rule("goes where there is a cat", "INSERT_AVOID"));
    }

    private static Arguments rule(String name, String brokenBy) {
        return Arguments.of(name, brokenBy);
    }

    @ParameterizedTest(name = "nobody is proposed who does not meet: {0}")
    @MethodSource("rules")
    void eachHardRuleAloneKeepsSomebodyOffTheList(String name, String brokenBy) {
        undone(() -> {
            var volunteer = registered.volunteer("Aava", "ka");
            assertThat(ranking.allows(everything(), volunteer)).isTrue();

            if (brokenBy.equals("INSERT_AVOID")) {
                jdbc.update("INSERT INTO apusilta.volunteer_avoid VALUES (?, 'CAT')", volunteer);
            }
            registered.change(volunteer, brokenBy.equals("INSERT_AVOID") ? V + "car = car" : brokenBy);

            assertThat(ranking.allows(everything(), volunteer)).isFalse();
            assertThat(ranking.best(everything(), 100)).extracting(Scored::volunteerId).doesNotContain(volunteer);
        });
    }

    @Test
    void whoWasAskedInThisCaseOrTheOneBeforeIsNotAskedAgain() {
        undone(() -> {
            var volunteer = registered.volunteer("Aava", "ka");
            var before = UUID.randomUUID();
            var offer = offers.make(before, volunteer, "instance", asks.today().atStartOfDay(Asks.HELSINKI).toInstant()).orElseThrow();
            offers.answer(offer.id(), false);

            assertThat(ranking.allows(everything(), volunteer)).isTrue();
            assertThat(ranking.allows(changed(ask -> asked(ask, Set.of(ask.caseId(), before))), volunteer)).isFalse();
        });
    }

    @Test
    void timesThatWereNotToldAreAllowedButGiveNoPoints() {
        undone(() -> {
            var volunteer = registered.volunteer("Aava", "ka");
            registered.change(volunteer, V + "slots = NULL");

            var only = ranking.best(everything(), 100).stream().filter(one -> one.volunteerId().equals(volunteer)).findFirst().orElseThrow();
            assertThat(only.timesPoints()).isZero();
            assertThat(only.slots()).isNull();
        });
    }

    @Test
    void whoPartedBadlyFromTheClientIsNeverProposedAgainAndWhoPartedWellIsWithMorePoints() {
        undone(() -> {
            var badly = registered.volunteer("Aava", "ka");
            var well = registered.volunteer("Aino", "ka");
            var ask = with(everything(), new Ask.Besides(Ask.Level.B1, 0, 0, false, Integer.MAX_VALUE, Set.of(), Set.of(badly), Set.of(well)));

            assertThat(ranking.allows(ask, badly)).isFalse();
            assertThat(ranking.best(ask, 100)).filteredOn(one -> one.volunteerId().equals(well)).singleElement()
                    .satisfies(one -> assertThat(one.earlierPoints()).isEqualTo(ask.weights().earlier()));
        });
    }

    @Test
    void aLanguageCountsFromTheLevelThatIsNeeded() {
        undone(() -> {
            var volunteer = registered.volunteer("Aava", "ka");
            registered.change(volunteer, "UPDATE apusilta.volunteer_language SET level = 'B2'");
            for (var level : Ask.Level.values()) {
                var ask = with(everything(), new Ask.Besides(level, 0, 0, false, Integer.MAX_VALUE, Set.of(), Set.of(), Set.of()));
                assertThat(ranking.allows(ask, volunteer)).as("needed: %s", level).isEqualTo(level != Ask.Level.C1);
            }
        });
    }

    @Test
    void practisingALanguageTakesTheWishOfOneAndTheWelcomeOfTheOther() {
        undone(() -> {
            var volunteer = registered.volunteer("Aava", "ka");
            jdbc.update("INSERT INTO apusilta.volunteer_practice VALUES (?, 'ka')", volunteer);
            registered.change(volunteer, V + "car = car");

            assertThat(practice(volunteer, 0, false)).as("nobody asked the client").isZero();
            assertThat(practice(volunteer, 0, true)).isEqualTo(weights.on(asks.today()).practice());
            assertThat(practice(volunteer, vocabulary.languages(List.of("ka")), false)).as("the client would like to").isEqualTo(weights.on(asks.today()).practice());
        });
    }

    private int practice(UUID volunteer, long practises, boolean welcomes) {
        var ask = with(everything(), new Ask.Besides(Ask.Level.B1, 0, practises, welcomes, Integer.MAX_VALUE, Set.of(), Set.of(), Set.of()));
        return ranking.best(ask, 100).stream().filter(one -> one.volunteerId().equals(volunteer)).findFirst().orElseThrow().practicePoints();
    }

    @Test
    void relaxingOneRuleBringsThoseWhomOnlyThatRuleKeptAway() {
        undone(() -> {
            jdbc.execute("DELETE FROM apusilta.bookable");
            registered.volunteer("Aava", "ka");
            change("UPDATE apusilta.volunteer SET x = x + 9000", 2);
            change(V + "slots = 4", 3);
            change("UPDATE apusilta.volunteer_language SET code = 'is'", 4);
            change(V + "gender = 'M'", 5);
            change(V + "gender = 'M', slots = 4", 6);

            assertThat(ranking.best(everything(), 100)).hasSize(1);
            assertThat(ranking.relaxations(everything())).containsExactly(java.util.Map.entry("DISTANCE", 2), java.util.Map.entry("TIMES", 3),
                    java.util.Map.entry("LANGUAGE", 4), java.util.Map.entry("GENDER", 5));
            assertThat(ranking.best(changed(ask -> with(ask, ask.cases(), new Relaxed(true, false, false, false))), 100)).hasSize(3)
                    .filteredOn(one -> !one.near()).hasSize(2);
            assertThat(ranking.best(changed(ask -> with(ask, ask.cases(), new Relaxed(false, true, false, true))), 100)).hasSize(1 + 3 + 5 + 6);
        });
    }

    private void change(String sql, int people) {
        for (int i = 0; i < people; i++) {
            registered.change(registered.volunteer("Aava", "ka"), sql);
        }
    }

    /** A request that tries every rule: a kind with training and check, and another one. */
    private Ask everything() {
        var mellunkyla = catalogue.district("703").orElseThrow();
        var strict = catalogue.kinds().stream().filter(kind -> kind.checkRequired() && kind.training() != null).findFirst().orElseThrow();
        return new Ask(UUID.randomUUID(), List.of(strict.code(), "SHOPPING_HELP"), mellunkyla.x(), mellunkyla.y(), Vocabulary.slots(List.of("MON_AM", "TUE_PM")),
                vocabulary.languages(List.of("ka")), vocabulary.languages(List.of("ka")), 0, "F", true, true, true, true,
                new Ask.Besides(Ask.Level.B1, Surroundings.home(true, true, List.of()), 0, false, new CaseWishes.Told(CaseWishes.Wish.NONE, Relaxed.NOTHING, wishes.ages().getOrDefault(strict.code(), 0)).bornUntil(asks.today().getYear()),
                        Set.of(), Set.of(), Set.of()), Set.of(), Relaxed.NOTHING, 0, asks.today(), asks.today(), 2, weights.on(asks.today()));
    }

    private Ask changed(UnaryOperator<Ask> change) {
        return change.apply(everything());
    }

    private static Ask with(Ask ask, Set<UUID> cases, Relaxed relaxed) {
        return new Ask(ask.caseId(), ask.kinds(), ask.x(), ask.y(), ask.slots(), ask.languages(), ask.preferred(), ask.interests(), ask.gender(), ask.pets(),
                ask.smoke(), ask.strength(), ask.car(), ask.besides(), cases, relaxed, ask.waitedDays(), ask.today(), ask.firstDay(), ask.hours(), ask.weights());
    }

    private Ask asked(Ask ask, Set<UUID> cases) {
        return with(ask, new Ask.Besides(ask.besides().level(), ask.besides().around(), 0, false, ask.besides().bornUntil(), pairs.of(cases, List.of()).asked(), Set.of(), Set.of()));
    }

    private static Ask with(Ask ask, Ask.Besides besides) {
        return new Ask(ask.caseId(), ask.kinds(), ask.x(), ask.y(), ask.slots(), ask.languages(), ask.preferred(), ask.interests(), ask.gender(), ask.pets(),
                ask.smoke(), ask.strength(), ask.car(), besides, ask.cases(), ask.relaxed(), ask.waitedDays(), ask.today(), ask.firstDay(), ask.hours(), ask.weights());
    }

    private void undone(Runnable test) {
        transaction.executeWithoutResult(tx -> {
            tx.setRollbackOnly();
            test.run();
        });
    }
}
