package org.apusilta;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The house rules of DESIGN.md that a machine can keep. */
@AnalyzeClasses(packages = "org.apusilta", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @Test
    void modulesKeepToTheirStatedDependencies() {
        ApplicationModules.of(ApusiltaApplication.class).verify();
    }

    @ArchTest
    static final ArchRule onlyProcessPackagesAndTheEngineModuleKnowCamunda = noClasses()
            .that(not(resideInAnyPackage("..process..", "org.apusilta.engine..")))
            .should().dependOnClassesThat().resideInAnyPackage("org.camunda..")
            .because("that seam is the way out of Camunda 7 (DESIGN.md, The house)");

    @ArchTest
    static final ArchRule delegatesArePackagePrivateBeansInProcessPackages = classes()
            .that().implement(JavaDelegate.class)
            .should().resideInAPackage("..process..").andShould().bePackagePrivate();

    @ArchTest
    static final ArchRule timeComesFromTheInjectedClock = noClasses()
            .should().callMethod(Instant.class, "now").orShould().callMethod(LocalDate.class, "now")
            .orShould().callMethod(LocalDateTime.class, "now").orShould().callMethod(OffsetDateTime.class, "now")
            .orShould().callMethod(ZonedDateTime.class, "now").orShould().callConstructor(java.util.Date.class)
            .because("the engine's clock and ours are one source");

    @ArchTest
    static final ArchRule namesSayWhatThingsAre = noClasses()
            .that(new com.tngtech.archunit.base.DescribedPredicate<JavaClass>("are ours") {
                @Override public boolean test(JavaClass type) { return type.getPackageName().startsWith("org.apusilta"); }
            })
            .should().haveSimpleNameEndingWith("Impl").orShould().haveSimpleNameEndingWith("Manager")
            .orShould().haveSimpleNameEndingWith("Helper").orShould().haveSimpleNameEndingWith("Util").orShould().haveSimpleNameEndingWith("Utils");

    @ArchTest
    static final ArchRule internalsArePackagePrivateWhereTheyCanBe = classes()
            .that().areAnnotatedWith(jakarta.persistence.Entity.class).should().resideInAPackage("..internal..");

    @ArchTest
    static final ArchRule queriesGiveTheirConnectionBack = noClasses()
            .should().callMethod(org.springframework.jdbc.core.simple.JdbcClient.MappedQuerySpec.class, "stream")
            .because("outside a transaction such a stream keeps its connection until it is closed: use list()");
}
