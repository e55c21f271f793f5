package org.apusilta.volunteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.apusilta.ApusiltaTest;
import org.apusilta.volunteer.internal.Recruitment;
import org.apusilta.volunteer.internal.Recruitment.Opening;
import org.apusilta.volunteer.internal.RecruitmentFunnel;
import org.apusilta.volunteer.internal.RecruitmentRule;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** For what we take volunteers follows from who waits and who is free. */
@ApusiltaTest
class RecruitmentIT {

    private static final String ARCTIC_EAST = "801";

    @Autowired Recruitment recruitment;
    @Autowired RecruitmentFunnel funnel;
    @Autowired RecruitmentRule rule;
    @Autowired List<WaitingForHelp> waiting;
    @Autowired JdbcClient database;

    @Test
    void eachKindAndPartOfTheCityIsOpenAsTheNumbersSay() {
        var open = recruitment.openings();
        assertThat(open).hasSizeGreaterThan(300).extracting(Opening::major).contains("1", "2", "3", "4", "5", "6", "7", "8");
        assertThat(open).filteredOn(one -> !one.said()).allSatisfy(one -> {
            if (rule.open(waits(one.kind(), one.major(), "fi"), free(one.kind(), one.major(), "fi"))) {
                assertThat(one.open()).isTrue();
                assertThat(one.languages()).as("where Finnish is wanted, everybody is").isEmpty();
            } else {
                var wanted = new TreeSet<String>();
                waiting.stream().flatMap(all -> all.waiting().stream()).filter(who -> who.kind().equals(one.kind()) && who.major().equals(one.major()))
                        .filter(who -> rule.open(waits(one.kind(), one.major(), who.language()), free(one.kind(), one.major(), who.language()))).forEach(who -> wanted.add(who.language()));
                assertThat(one.languages()).isEqualTo(wanted);
                assertThat(one.open()).isEqualTo(!wanted.isEmpty());
            }
        });
    }

    /** Enough people are free in the far east and nobody waits there. */
    @Test
    @Transactional
    void whereEnoughAreFreeNobodyIsTakenAndAGroupAlwaysIs() {
        for (int n = 0; n < 45; n++) {
            var id = UUID.randomUUID();
            database.sql("""
                    insert into apusilta.volunteer (id, given_name, family_name, birth_year, language, district, x, y, status, joined_on, capacity, max_distance_m, car, strength, pets_ok, smoke_ok)
                    values (?, 'Vapaa', 'Vilho', 1960, 'fi', ?, 0, 0, 'ACTIVE', date '2026-01-01', 1, 5000, false, false, false, false)""").params(id, ARCTIC_EAST).update();
            database.sql("insert into apusilta.volunteer_kind values (?, 'PARK_GODPARENT')").param(id).update();
            database.sql("insert into apusilta.volunteer_language values (?, 'fi', 'C1')").param(id).update();
        }
        assertThat(opening("PARK_GODPARENT", "8")).as("nobody waits").satisfies(one -> assertThat(one.open()).isFalse());
        assertThat(recruitment.wants(Applying.of(NewApplication.Age.ADULT, 1970, null, null, "PARK_GODPARENT"))).as("in the east some are wanted or not, as the numbers say")
                .isEqualTo(opening("PARK_GODPARENT", "7").open() && (opening("PARK_GODPARENT", "7").languages().isEmpty()
                        || opening("PARK_GODPARENT", "7").languages().stream().anyMatch(Map.of("fi", "", "sv", "")::containsKey)));
        assertThat(recruitment.wants(Applying.group())).as("a group is always wanted").isTrue();
    }

    @Test
    @Transactional
    void whereSomebodyHeardOfUsIsCountedByWhatBecameOfItAndFewAreHidden() {
        funnel.rows().forEach(row -> assertThat(row.cells()).hasSize(funnel.columns().size()).allMatch(cell -> cell == null || cell == 0 || cell >= 5));
        heard("EVENT", "NOT_NOW", 40);
        heard("EVENT", "ACTIVE", 30);
        heard("WEB", "NOT_NOW", 20);
        var row = funnel.rows().stream().filter(one -> one.code().equals("EVENT")).findFirst().orElseThrow();
        assertThat(row.cells().get(funnel.columns().indexOf("NOT_NOW"))).isGreaterThanOrEqualTo(40);
    }

    private void heard(String source, String outcome, int people) {
        database.sql("""
                insert into apusilta.application (id, reference, sending, received_at, means, given_name, family_name, email, birth_year, age_band, language, district, reach_m, heard_from, outcome, closed_at)
                select gen_random_uuid(), 'V' || :source || :outcome || n, gen_random_uuid(), now(), 'PAGE', 'A', 'B', 'a@example.org', 1960, 'ADULT', 'fi', '101', 5000, :source, :outcome, now()
                from generate_series(1, :people) n""").param("source", source).param("outcome", outcome).param("people", people).update();
    }

    private Opening opening(String kind, String major) {
        return recruitment.openings().stream().filter(one -> one.kind().equals(kind) && one.major().equals(major)).findFirst().orElseThrow();
    }

    private int waits(String kind, String major, String language) {
        return waiting.stream().flatMap(all -> all.waiting().stream()).filter(one -> one.kind().equals(kind) && one.major().equals(major) && one.language().equals(language))
                .mapToInt(WaitingForHelp.Waiting::people).sum();
    }

    private int free(String kind, String major, String language) {
        return database.sql("""
                select count(distinct v.id) from apusilta.volunteer v join apusilta.volunteer_kind k on k.volunteer_id = v.id and k.kind_code = ?
                join apusilta.volunteer_language l on l.volunteer_id = v.id and l.code = ? and l.level >= 'B1' join apusilta.district d on d.code = v.district and d.major_code = ?
                where v.status = 'ACTIVE' and v.load < v.capacity and (v.resting_until is null or v.resting_until < current_date)""").params(kind, language, major).query(Integer.class).single();
    }
}
