package org.apusilta.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apusilta.ApusiltaTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApusiltaTest
class CatalogueIT {

    @Autowired Catalogue catalogue;
    @Autowired JdbcClient db;

    @Test
    void atLeastFortyKindsCanBeAskedFor() {
        assertThat(catalogue.kinds()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(catalogue.kinds()).extracting(Kind::commitment).contains(Commitment.values());
        assertThat(catalogue.kinds()).extracting(Kind::code).contains("FRIEND_VISIT", "PHONE_FRIEND", "OUTDOOR_ESCORT",
                "HOSPITAL_ESCORT", "SHOPPING_HELP", "DIGITAL_GUIDE", "CULTURE_FRIEND", "LANGUAGE_CAFE", "EXERCISE_PILOT");
    }

    @Test
    void everyKindSaysInThreeLanguagesWhatBelongsAndWhatDoesNot() {
        assertThat(everyKind()).allSatisfy(kind -> {
            assertThat(kind.code()).matches("[A-Z]+(_[A-Z]+)*");
            assertThat(each(kind.name())).allSatisfy(text -> assertThat(text).isNotBlank().hasSizeBetween(4, 60));
            assertThat(Stream.of(kind.belongs(), kind.excluded()).flatMap(CatalogueIT::each))
                    .allSatisfy(text -> assertThat(text).hasSizeBetween(40, 300).endsWith(".").doesNotContain("  "));
        });
    }

    @Test
    void noTwoKindsReadTheSameInAnyLanguage() {
        for (Function<Texts, String> language : List.<Function<Texts, String>>of(Texts::fi, Texts::sv, Texts::en)) {
            for (Function<Kind, Texts> part : List.<Function<Kind, Texts>>of(Kind::name, Kind::belongs, Kind::excluded)) {
                assertThat(everyKind().stream().map(part).map(language)).doesNotHaveDuplicates();
            }
        }
        assertThat(everyKind()).allSatisfy(kind -> assertThat(Stream.of(kind.name(), kind.belongs(), kind.excluded()))
                .allSatisfy(texts -> assertThat(each(texts)).doesNotHaveDuplicates()));
    }

    @Test
    void aCheckIsAskedOnlyWhereSomeoneMayBeAloneWithAMinor() {
        assertThat(everyKind()).filteredOn(Kind::checkRequired).isNotEmpty()
                .allSatisfy(kind -> assertThat(kind.targetGroup()).isIn("YOUTH", "FAMILY"));
    }

    @Test
    void everyTrainingAKindNeedsIsKnown() {
        Set<String> known = catalogue.trainings().stream().map(Training::code).collect(Collectors.toSet());
        assertThat(catalogue.trainings().get(0).code()).isEqualTo("BASICS");
        assertThat(everyKind()).filteredOn(kind -> kind.training() != null)
                .allSatisfy(kind -> assertThat(known).contains(kind.training()));
    }

    @Test
    void aKindOfACrisisCannotBeAskedForOnAnOrdinaryDayButKeepsItsWords() {
        assertThat(catalogue.kinds()).extracting(Kind::code).doesNotContain("DOORSTEP_PHARMACY");
        assertThat(catalogue.kind("DOORSTEP_PHARMACY")).isPresent();
        assertThat(catalogue.kind("UNKNOWN")).isEmpty();
    }

    @Test
    void helsinkiHasItsThirtyFourDistrictsInEightMajorDistricts() {
        assertThat(catalogue.districts()).hasSize(34).isSortedAccordingTo((a, b) -> a.code().compareTo(b.code()));
        assertThat(catalogue.districts()).extracting(District::majorCode).containsOnly("1", "2", "3", "4", "5", "6", "7", "8");
        assertThat(catalogue.districts()).allSatisfy(district -> assertThat(Math.hypot(district.x(), district.y())).isLessThan(20_000));
        assertThat(catalogue.district("703")).get().satisfies(district -> {
            assertThat(district.name()).isEqualTo(new Texts("Mellunkylä", "Mellungsby", "Mellunkylä"));
            assertThat(district.majorName().en()).isEqualTo("Eastern");
        });
        assertThat(catalogue.district("999")).isEmpty();
    }

    private List<Kind> everyKind() {
        return db.sql("SELECT code FROM apusilta.kind").query(String.class).list().stream()
                .map(code -> catalogue.kind(code).orElseThrow()).toList();
    }

    private static Stream<String> each(Texts texts) {
        return Stream.of(texts.fi(), texts.sv(), texts.en());
    }
}
