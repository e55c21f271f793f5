package org.apusilta.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.apusilta.ApusiltaTest;
import org.apusilta.request.RequestStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** The list among thousands: whose cases, in what order, found by whose name, and how quickly. */
@ApusiltaTest
class CaseListIT {

    private static final int MANY = 5_000;

    /** Generous, as the build machine may be busy; measured alone it is a small part of this. */
    private static final Duration QUICK = Duration.ofMillis(1_500);

    @Autowired CaseList cases;
    @Autowired JdbcClient database;

    @AfterEach
    void takeAway() {
        SecurityContextHolder.clearContext();
        new ManyCases(database).takeAway();
    }

    @Test
    void fiveThousandCasesAreListedSortedFilteredAndSearchedQuickly() {
        new ManyCases(database).write(MANY);
        as("lead");
        var report = new ArrayList<String>();
        for (var sort : CaseQuery.Sort.values()) {
            report.add(sort + " " + quick(() -> list(Map.of("sort", sort.name().toLowerCase(), "stage", "ALL"), null)));
        }
        report.add("page 60 " + quick(() -> list(Map.of("page", "60"), null)));
        report.add("overdue " + quick(() -> list(Map.of("overdue", "1", "urgency", "URGENT", "age", "QUARTER"), null)));
        report.add("stage " + quick(() -> list(Map.of("stage", "MEETING"), null)));
        report.add("name " + quick(() -> list(Map.of("sort", "best"), "Virtanen")));
        report.add("name with a typo " + quick(() -> list(Map.of("sort", "best"), "Vritanen")));
        report.add("two words " + quick(() -> list(Map.of("sort", "best"), "aino virtanen")));
        System.out.println("case list, " + MANY + " cases, milliseconds: " + report);
        assertThat(list(Map.of("stage", "ALL"), null).total()).isGreaterThanOrEqualTo(MANY);
    }

    private static long quick(Supplier<CaseList.Page> look) {
        assertThat(look.get().total()).isPositive();   // the first time the plans are made
        var before = System.nanoTime();
        look.get();
        var took = Duration.ofNanos(System.nanoTime() - before);
        assertThat(took).isLessThan(QUICK);
        return took.toMillis();
    }

    @ParameterizedTest
    @CsvSource({"Virtanen", "virtanen", "VIRTANEN", "Virtasen", "Virtaselle", "Virtaseen", "Vritanen", "Virtannen", "Wirtanen", "Virtane", "virta",
        "Helmi-Orvokki", "Helmin", "orvokki", "helmi virtanen", "Virtanen Helmi"})
    void aNameIsFoundInAnyFormAndWithALetterWrong(String typed) {
        var many = new ManyCases(database);
        var wanted = many.one("Helmi-Orvokki Virtanen", "703");
        var other = many.one("Kaarlo Ståhlberg", "703");
        as("coordinator-east");
        assertThat(ids(list(Map.of("sort", "best"), typed))).contains(wanted).doesNotContain(other);
    }

    @ParameterizedTest
    @CsvSource({"Mäkelä", "Mäkelän", "mäkelältä", "Makela", "Mäkälä"})
    void soAreNamesWithDots(String typed) {
        var wanted = new ManyCases(database).one("Väinö Mäkelä", "703");
        as("coordinator-east");
        assertThat(ids(list(Map.of("sort", "best"), typed))).contains(wanted);
    }

    @Test
    void theNearestNameComesFirstAndEveryWordMustFit() {
        var many = new ManyCases(database);
        var exact = many.one("Aune Kanervanen", "703");
        var near = many.one("Aune Kanervinen", "703");
        var half = many.one("Kalle Kanervanen", "703");
        as("lead");
        assertThat(ids(list(Map.of("sort", "best"), "kanervanen aune"))).startsWith(exact).contains(near).doesNotContain(half);
    }

    @Test
    void onlyTheReadersDistrictsAreListedWhateverIsAskedFor() {
        var many = new ManyCases(database);
        var east = many.one("Iita Idänlintu", "703");
        var south = many.one("Iita Idänlintu", "101");
        as("coordinator-east");
        assertThat(ids(list(Map.of(), "Idänlintu"))).contains(east).doesNotContain(south);
        assertThat(ids(list(Map.of("major", "1"), "Idänlintu"))).isEmpty();
        as("lead");
        assertThat(ids(list(Map.of(), "Idänlintu"))).contains(east, south);
        as("manager");
        assertThat(list(Map.of("stage", "ALL"), null).rows()).isEmpty();
    }

    @Test
    void noCaseIsOnTwoPagesAndNoneIsLeftOut() {
        new ManyCases(database).write(330);
        as("coordinator-east");
        var seen = new ArrayList<UUID>();
        var first = list(Map.of("stage", "ALL", "sort", "district"), null);
        for (int page = 1; page <= first.pages(); page++) {
            seen.addAll(ids(list(Map.of("stage", "ALL", "sort", "district", "page", String.valueOf(page)), null)));
        }
        assertThat(seen).hasSize(first.total()).hasSize(new HashSet<>(seen).size());
        assertThat(list(Map.of("stage", "ALL", "sort", "district", "page", "999"), null).rows()).isNotEmpty();
    }

    @Test
    void eachRowSaysWhereItsCaseStandsAndWhatIsDueFirst() {
        new ManyCases(database).write(40);
        as("lead");
        assertThat(list(Map.of("stage", "MEETING"), null).rows()).filteredOn(row -> row.reference().startsWith("MANY-")).isNotEmpty().allSatisfy(row -> {
            assertThat(row.stage()).isEqualTo(RequestStatus.MEETING);
            assertThat(row.task()).isNotNull();
            assertThat(row.kinds()).hasSize(1);
        });
        assertThat(list(Map.of("overdue", "1"), null).rows()).isNotEmpty().allSatisfy(row -> assertThat(row.late()).isTrue());
        assertThat(list(Map.of("stage", "CLOSED"), null).rows()).isNotEmpty().allSatisfy(row -> assertThat(row.closedAt()).isNotNull());
        assertThat(list(Map.of("owner", "me", "stage", "ALL"), null).rows()).allSatisfy(row -> assertThat(row.owner()).isEqualTo("lead"));
    }

    private CaseList.Page list(Map<String, String> said, String phrase) {
        return cases.of(CaseQuery.of(said), phrase);
    }

    private static List<UUID> ids(CaseList.Page page) {
        return page.rows().stream().map(CaseList.Row::id).toList();
    }

    private static void as(String user) {
        SecurityContextHolder.getContext().setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null,
                AuthorityUtils.createAuthorityList("ROLE_" + user.toUpperCase())));
    }
}
