package org.apusilta.volunteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apusilta.ApusiltaTest;
import org.apusilta.security.Access;
import org.apusilta.volunteer.internal.Persons;
import org.apusilta.volunteer.internal.Person;
import org.apusilta.volunteer.internal.RegisterQuery;
import org.apusilta.volunteer.internal.RegisterSearch;
import org.apusilta.volunteer.internal.Sight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/** The register: found in whatever form a name is typed, narrowed down, kept as a segment; changed with a history, by two at once. */
@ApusiltaTest
class RegisterIT {

    private static final int MANY = 10_000;
    private static final Sight CITY = Sight.ofDistricts(Access.ALL_DISTRICTS);

    /** Generous, as the build machine may be busy; measured alone it is a small part of this. */
    private static final Duration QUICK = Duration.ofMillis(1_500);

    @Autowired MockMvc web;
    @Autowired RegisterSearch search;
    @Autowired Persons people;
    @Autowired Registered registered;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Yrttimaa", "yrtimaa", "Yrttimaan", "Sirkku-Liisa Yrttimaa", "yrttimaa sirku", "Yrttimää", "sirkku.yrttimaa@postia.example", "0400 555 0199",
        "+358 400 5550199"})
    void somebodyIsFoundByNameMailOrPhoneHoweverItIsTyped(String typed) {
        var id = registered.volunteer("Sirkku-Liisa", "yi");
        registered.change(id, "UPDATE apusilta.volunteer SET family_name = 'Yrttimaa', email = 'Sirkku.Yrttimaa@postia.example', phone = '+358 400 555 0199'");
        assertThat(found(Map.of("sort", "best"), typed)).contains(id);
        assertThat(found(Map.of(), "Zzyzxqw Brghtn")).isEmpty();
    }

    @Test
    void theListIsNarrowedByWhatThePersonIsAndCan() {
        var one = registered.volunteer("Kitkerä", "se");
        registered.change(one, "DELETE FROM apusilta.volunteer_kind");
        jdbc.sql("INSERT INTO apusilta.volunteer_kind VALUES (?, 'FRIEND_VISIT')").param(one).update();
        jdbc.sql("INSERT INTO apusilta.volunteer_interest VALUES (?, 'CHESS')").param(one).update();
        jdbc.sql("INSERT INTO apusilta.organisation VALUES ('TESTIKERHO', 'Testikerho ry') ON CONFLICT DO NOTHING").update();
        registered.change(one, "UPDATE apusilta.volunteer SET organisation = 'TESTIKERHO'");
        for (var fits : List.of(Map.of("language", "se"), Map.of("language", "se", "level", "C2"), Map.of("language", "se", "kind", "FRIEND_VISIT"), Map.of("language", "se", "interest", "CHESS"),
                Map.of("language", "se", "major", "7"), Map.of("language", "se", "organisation", "ANY"), Map.of("organisation", "TESTIKERHO"), Map.of("language", "se", "status", "ALL"))) {
            assertThat(found(fits, null)).as(fits.toString()).contains(one);
        }
        for (var not : List.of(Map.of("language", "he"), Map.of("language", "se", "kind", "CHESS_MATE", "interest", "CARDS"), Map.of("language", "se", "major", "1"),
                Map.of("language", "se", "organisation", "OWN"), Map.of("language", "se", "status", "LEFT"), Map.of("language", "se", "status", "PAUSED"))) {
            assertThat(found(not, null)).as(not.toString()).doesNotContain(one);
        }
        registered.change(one, "UPDATE apusilta.volunteer SET resting_until = DATE '2099-01-01'");
        assertThat(found(Map.of("language", "se", "status", "PAUSED"), null)).contains(one);
        assertThat(found(Map.of("language", "se"), null)).as("who rests is not among the active").doesNotContain(one);
    }

    @Test
    void tenThousandAreListedSortedAndSearchedQuicklyAndEachIsOnOnePageOnly() {
        transaction.executeWithoutResult(tx -> {
            jdbc.sql("""
                    INSERT INTO apusilta.volunteer (id, given_name, family_name, email, phone, birth_year, language, district, x, y, status, joined_on, capacity, max_distance_m, car, strength,
                      pets_ok, smoke_ok)
                    SELECT gen_random_uuid(), (ARRAY['Aino', 'Eino', 'Sirkka', 'Väinö', 'Åsa', 'Lempi', 'Otto'])[1 + n % 7] || '-' || n / 100, (ARRAY['Virtanen', 'Korhonen', 'Lindqvist', 'Mäkelä', 'Öhman'])[1 + n % 5],
                      'n' || n || '@postia.example', '+358 000 ' || n, 1930 + n % 70, 'fi', '703', 0, 0, 'ACTIVE', DATE '2020-01-01' + n % 900, 2, 4000, false, false, true, true
                    FROM generate_series(1, :many) n""").param("many", MANY).update();
            jdbc.sql("""
                    INSERT INTO apusilta.volunteer_language SELECT id, 'fi', 'C2' FROM apusilta.volunteer v WHERE NOT EXISTS
                      (SELECT 1 FROM apusilta.volunteer_language l WHERE l.volunteer_id = v.id)""").update();
            jdbc.sql("ANALYZE apusilta.volunteer, apusilta.volunteer_language").update();
            var report = new ArrayList<String>();
            for (var sort : RegisterQuery.Sort.values()) {
                report.add(sort + " " + quick(Map.of("sort", sort.name().toLowerCase(java.util.Locale.ROOT)), null));
            }
            report.add("page 150 " + quick(Map.of("page", "150"), null));
            report.add("language " + quick(Map.of("language", "fi", "level", "C1", "major", "7"), null));
            report.add("name " + quick(Map.of("sort", "best"), "aino virtanen"));
            report.add("typo " + quick(Map.of("sort", "best"), "vritanen"));
            System.out.println("register, " + MANY + " people, milliseconds: " + report);
            var seen = new TreeSet<UUID>();
            var pages = search.of(CITY, RegisterQuery.of(Map.of("sort", "joined")), null).pages();
            for (int page = 1; page <= Math.min(40, pages); page++) {
                search.of(CITY, RegisterQuery.of(Map.of("sort", "joined", "page", "" + page)), null).rows().forEach(row -> assertThat(seen.add(row.id())).isTrue());
            }
            assertThat(search.of(CITY, RegisterQuery.of(Map.of("page", "9999")), null).rows()).as("leafed too far: the last page").isNotEmpty();
            tx.setRollbackOnly();
        });
    }

    @Test
    void aNameTypedNeverStandsInAnAddressAndASegmentIsAQuestion() throws Exception {
        var id = registered.volunteer("Lehmus", "yi");
        registered.change(id, "UPDATE apusilta.volunteer SET family_name = 'Rekisteriniemi'");
        var session = new MockHttpSession();
        var there = web.perform(as("lead", "LEAD", post("/volunteers/search").param("phrase", "Rekisterinemi").session(session)))
                .andExpect(status().is3xxRedirection()).andExpect(header().string("Location", not(containsString("Rekis")))).andReturn().getResponse().getRedirectedUrl();
        web.perform(as("lead", "LEAD", get(there).session(session))).andExpect(content().string(containsString("Rekisteriniemi Lehmus"))).andExpect(content().string(not(containsString("??"))));
        web.perform(as("lead", "LEAD", post("/volunteers/segments").param("name", "Jiddiš").param("back", "language=yi&page=3").param("shared", "true")))
                .andExpect(redirectedUrl("/volunteers?language=yi&page=3"));
        var segment = jdbc.sql("SELECT id FROM apusilta.volunteer_segment WHERE name = 'Jiddiš'").query(UUID.class).single();
        web.perform(as("coordinator", "COORDINATOR", get("/volunteers/segments/{id}", segment))).andExpect(redirectedUrl("/volunteers?language=yi"));
        web.perform(as("coordinator", "COORDINATOR", post("/volunteers/segments/{id}/remove", segment)));
        assertThat(jdbc.sql("SELECT count(*) FROM apusilta.volunteer_segment WHERE id = ?").param(segment).query(Integer.class).single()).as("only its owner takes it away").isOne();
        web.perform(as("lead", "LEAD", post("/volunteers/segments/{id}/remove", segment)));
        assertThat(jdbc.sql("SELECT count(*) FROM apusilta.volunteer_segment WHERE id = ?").param(segment).query(Integer.class).single()).isZero();
        web.perform(as("coordinator-east", "COORDINATOR", get("/volunteers").param("status", "ALL").param("major", "1"))).andExpect(content().string(containsString("Nobody")));
    }

    @Test
    void whoChangedWhatIsKeptAndCannotBeRewritten() throws Exception {
        var id = registered.volunteer("Kaarna", "yi");
        web.perform(as("coordinator-east", "COORDINATOR", edit(id, "phone", "+358 50 000 7777").param("kinds", "FRIEND_VISIT").param("consents", "EMAIL")
                .param("speaks", "sv").param("level", "B2"))).andExpect(redirectedUrl("/volunteers/" + id));
        var fields = jdbc.sql("SELECT field || ' ' || coalesce(old_value, '–') || '>' || coalesce(new_value, '–') || ' ' || changed_by FROM apusilta.volunteer_history WHERE volunteer_id = ? ORDER BY id")
                .param(id).query(String.class).list();
        assertThat(fields).contains("phone +358 000 111 222>+358 50 000 7777 coordinator-east", "speaks.yi C2>– coordinator-east", "speaks.sv –>B2 coordinator-east",
                "consent.EMAIL –>true coordinator-east").noneMatch(line -> line.startsWith("kind.FRIEND_VISIT") || line.startsWith("consent.SMS") || line.startsWith("given_name"));
        web.perform(as("lead", "LEAD", get("/volunteers/{id}/history", id).locale(java.util.Locale.forLanguageTag("fi"))))
                .andExpect(content().string(containsString("+358 50 000 7777"))).andExpect(content().string(containsString("Eero Idänpää"))).andExpect(content().string(not(containsString("register.field"))));
        for (var forbidden : List.of("UPDATE apusilta.volunteer_history SET new_value = 'x' WHERE volunteer_id = ?", "DELETE FROM apusilta.volunteer_history WHERE volunteer_id = ?")) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> jdbc.sql(forbidden).param(id).update()).isInstanceOf(DataAccessException.class).hasMessageContaining("only added to");
        }
    }

    @Test
    void twoWhoChangeTheSamePersonAreToldAndNothingTypedIsLost() throws Exception {
        var id = registered.volunteer("Samaan", "yi");
        var first = edit(id, "phone", "+358 50 111 0000");
        var second = edit(id, "phone", "+358 50 222 0000");
        web.perform(as("coordinator-east", "COORDINATOR", first)).andExpect(status().is3xxRedirection());
        web.perform(as("lead", "LEAD", second)).andExpect(status().isOk()).andExpect(content().string(containsString("+358 50 111 0000"))).andExpect(content().string(containsString("+358 50 222 0000")));
        assertThat(people.find(id).phone()).isEqualTo("+358 50 111 0000");
        web.perform(as("lead", "LEAD", edit(id, "phone", "+358 50 222 0000"))).andExpect(status().is3xxRedirection());
        assertThat(people.find(id).phone()).isEqualTo("+358 50 222 0000");
    }

    @Test
    void whatIsWrongIsSaidAndNobodyElsesPeopleAreChanged() throws Exception {
        var id = registered.volunteer("Virhe", "yi");
        web.perform(as("lead", "LEAD", edit(id, "email", "not an address").param("birthYear", "19"))).andExpect(status().isOk())
                .andExpect(content().string(containsString("href=\"#email\""))).andExpect(content().string(containsString("not an address")));
        registered.change(id, "UPDATE apusilta.volunteer SET district = '101'");
        web.perform(as("coordinator-east", "COORDINATOR", get("/volunteers/{id}/edit", id))).andExpect(status().isForbidden());
        web.perform(as("coordinator-east", "COORDINATOR", edit(id, "phone", "1234567"))).andExpect(status().isForbidden());
        web.perform(as("coordinator-east", "COORDINATOR", get("/volunteers/{id}/history", id))).andExpect(status().isForbidden());
        web.perform(as("lead", "LEAD", get("/volunteers/{id}/edit", UUID.randomUUID()))).andExpect(status().isNotFound());
    }

    private MockHttpServletRequestBuilder edit(UUID id, String field, String value) {
        Person now = people.find(id);
        var sent = post("/volunteers/{id}/edit", id).param("version", "" + now.version()).param("givenName", now.givenName()).param("familyName", now.familyName())
                .param("language", now.language()).param("district", now.district()).param("capacity", "" + now.capacity()).param("kilometres", "5").param("gender", "F")
                .param("car", "1").param("strength", "1").param("petsOk", "1").param("smokeOk", "1");
        if (!field.equals("email")) {
            sent.param("email", now.email());
        }
        return sent.param(field, value).param("birthYear", "" + now.birthYear());
    }

    private Set<UUID> found(Map<String, String> said, String phrase) {
        var ids = new TreeSet<UUID>();
        search.of(CITY, RegisterQuery.of(said), phrase).rows().forEach(row -> ids.add(row.id()));
        return ids;
    }

    private long quick(Map<String, String> said, String phrase) {
        var from = System.nanoTime();
        assertThat(search.of(CITY, RegisterQuery.of(said), phrase).rows()).isNotEmpty();
        var took = Duration.ofNanos(System.nanoTime() - from);
        assertThat(took).as(said + " " + phrase).isLessThan(QUICK);
        return took.toMillis();
    }

    private static MockHttpServletRequestBuilder as(String who, String role, MockHttpServletRequestBuilder request) {
        return request.with(user(who).roles(role)).with(org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf())
                .header("Accept-Language", request == null ? "" : "en");
    }
}
