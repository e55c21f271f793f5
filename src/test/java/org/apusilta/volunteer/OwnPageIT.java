package org.apusilta.volunteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apusilta.ApusiltaTest;
import org.apusilta.messaging.Messages;
import org.apusilta.messaging.Messages.Sent;
import org.apusilta.messaging.internal.Postman;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The volunteer's own page: who gets in, on which device, and what is kept; and the same by phone. */
@ApusiltaTest
class OwnPageIT {

    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    @Autowired MockMvc web;
    @Autowired Registered registered;
    @Autowired Volunteers volunteers;
    @Autowired Messages messages;
    @Autowired Postman post;
    @Autowired JdbcClient jdbc;

    private final String mail = "oma" + UUID.randomUUID() + "@postia.example";
    private UUID id;

    @BeforeEach
    void somebody() {
        id = registered.volunteer("Impi", "se");
        registered.change(id, "UPDATE apusilta.volunteer SET email = '" + mail + "'");
    }

    @AfterEach
    void today() {
        ClockUtil.reset();
    }

    @Test
    void whoeverAsksReadsTheSameAndOnlyWhomWeKnowGetsALink() throws Exception {
        for (var typed : List.of(mail, " " + mail.toUpperCase(Locale.ROOT) + " ", "nobody@postia.example", "040", "", "' OR 1=1 --", "x".repeat(500))) {
            ask(typed).andExpect(status().isFound()).andExpect(redirectedUrl("/own?sent"));
        }
        assertThat(links()).hasSize(2).allSatisfy(sent -> {
            assertThat(sent.to()).isEqualTo(mail);
            assertThat(sent.channel()).isEqualTo("EMAIL");
            assertThat(sent.subject()).doesNotContain("Impi");
        });
        web.perform(get("/own?sent").header("Accept-Language", "en")).andExpect(status().isOk()).andExpect(content().string(containsString("If we know the address or number")));
    }

    @Test
    void anEntryThatWasMergedLeadsToWhoStays() throws Exception {
        var former = registered.volunteer("Impi", "se");
        registered.change(former, "UPDATE apusilta.volunteer SET email = 'vanha" + mail + "', status = 'LEFT', left_on = DATE '2026-01-01', merged_into = '" + id + "'");
        ask("vanha" + mail);
        assertThat(links()).singleElement().satisfies(sent -> assertThat(sent.to()).isEqualTo(mail));
        assertThat(messages.of(former)).isEmpty();
    }

    @Test
    void aPhoneNumberIsKnownHoweverItIsWrittenAndGetsATextMessage() throws Exception {
        var number = "40" + String.format("%07d", Math.abs(id.hashCode()) % 10_000_000);
        registered.change(id, "UPDATE apusilta.volunteer SET phone = '+358 " + number.substring(0, 2) + " " + number.substring(2) + "'");
        ask("0" + number).andExpect(redirectedUrl("/own?sent"));
        ask("00358-" + number).andExpect(redirectedUrl("/own?sent"));
        ask(number.substring(1)).andExpect(redirectedUrl("/own?sent"));
        assertThat(links()).hasSize(2).allSatisfy(sent -> assertThat(sent.channel()).isEqualTo("SMS"));
    }

    @Test
    void aLinkOpensThePageOnTheDeviceThatOpensItFirstAndOnNoOther() throws Exception {
        var link = aLink();
        // a mail scanner looks, twice: nothing is opened by looking
        web.perform(get(link)).andExpect(status().isOk());
        web.perform(get(link)).andExpect(status().isOk());
        var device = opened(link);
        assertThat(device.isHttpOnly()).isTrue();
        assertThat(device.getAttribute("SameSite")).isEqualTo("Lax");
        page(device).andExpect(status().isOk()).andExpect(content().string(containsString("Impi")));
        // the same link again, here: the page; elsewhere, by looking or by the button: refused, with a way on
        web.perform(get(link).cookie(device)).andExpect(redirectedUrl("/own/page"));
        for (var elsewhere : List.of(get(link), post(link).with(csrf()), get(link).cookie(new Cookie("APUSILTA-OWN", "stolen-guess")))) {
            web.perform(elsewhere.param("lang", "en")).andExpect(status().isOk())
                    .andExpect(content().string(containsString("opened on another device"))).andExpect(content().string(containsString("href=\"/own\"")));
        }
        web.perform(get("/own/page")).andExpect(redirectedUrl("/own?closed"));
        web.perform(get("/own/page").cookie(new Cookie("APUSILTA-OWN", "stolen-guess"))).andExpect(redirectedUrl("/own?closed"));
        assertThat(events()).containsSubsequence("SENT", "OPENED", "REFUSED");

        // another link on another device takes over; closing closes
        var other = opened(aLink());
        page(device).andExpect(redirectedUrl("/own?closed"));
        page(other).andExpect(status().isOk());
        web.perform(post("/own/close").with(csrf()).cookie(other)).andExpect(redirectedUrl("/own"));
        page(other).andExpect(redirectedUrl("/own?closed"));
        assertThat(events()).contains("TAKEN_OVER", "CLOSED");
    }

    @Test
    void linkAndPageAreShortLived() throws Exception {
        var link = aLink();
        var page = opened(aLink());
        later(Duration.ofMinutes(61));
        web.perform(get(link).param("lang", "en")).andExpect(status().isOk()).andExpect(content().string(containsString("too old")));
        web.perform(post(link).with(csrf()).param("lang", "en")).andExpect(content().string(containsString("Ask for a new link")));
        page(page).andExpect(status().isOk());
        later(Duration.ofHours(13));
        page(page).andExpect(redirectedUrl("/own?closed"));
        web.perform(post("/own/do/leave").with(csrf()).cookie(page).param("sure", "yes")).andExpect(redirectedUrl("/own?closed"));
        assertThat(volunteers.hasLeft(id)).isFalse();
    }

    @Test
    void noMoreThanFiveLinksAnHourAndTheAnswerIsTheSame() throws Exception {
        for (int i = 0; i < 8; i++) {
            ask(mail).andExpect(redirectedUrl("/own?sent"));
        }
        assertThat(links()).hasSize(5);
        assertThat(events()).contains("TOO_MANY");
        later(Duration.ofMinutes(61));
        ask(mail);
        assertThat(links()).hasSize(6);
    }

    @Test
    void oneAddressCannotAskWithoutEnd() throws Exception {
        for (int i = 0; i < 25; i++) {
            web.perform(post("/own").with(csrf()).with(from("192.0.2.77")).param("contact", i < 20 ? "nobody@postia.example" : mail)).andExpect(redirectedUrl("/own?sent"));
        }
        assertThat(links()).isEmpty();
    }

    @Test
    void anotherVolunteersTasksStayShut() throws Exception {
        var other = registered.volunteer("Oskari", "se");
        var mine = opened(aLink());
        var someCase = UUID.randomUUID();
        for (var path : List.of("/own/task/visit/" + someCase + "/" + other, "/own/task/offer/" + someCase + "/" + UUID.randomUUID(),
                "/own/task/own-page/" + id + "/" + UUID.randomUUID(), "/own/task/status/" + someCase + "/" + someCase, "/own/task/tell-us-client/" + someCase + "/" + someCase)) {
            web.perform(get(path).cookie(mine)).andExpect(status().isGone());
            web.perform(post(path).with(csrf()).cookie(mine).param("answer", "yes")).andExpect(status().isGone());
            web.perform(get(path + "/file").cookie(mine)).andExpect(status().isNotFound());
        }
        web.perform(post("/own/visit/" + someCase).with(csrf()).cookie(mine)).andExpect(flash().attribute("problem", "own.said.visit.over"));
        assertThat(volunteers.restingUntil(other)).isEmpty();
    }

    @Test
    void timesDaysAndLoadAreKeptAndNotKnownStaysApartFromAlways() throws Exception {
        var mine = opened(aLink());
        act(mine, "times", "known", "UNKNOWN").andExpect(flash().attribute("said", "own.said.times"));
        assertThat(slots()).isNull();
        page(mine).andExpect(content().string(containsString("id=\"known-UNKNOWN\" value=\"UNKNOWN\" checked=\"checked\"")));
        act(mine, "times", "known", "ANY");
        assertThat(slots()).isEqualTo(2097151);
        act(mine, "times", "known", "SOME").andExpect(flash().attribute("problem", "own.said.times.incomplete"));
        act(mine, "times", "known", "SOME", "slots", "MON_AM", "slots", "SUN_EVE", "slots", "NEVER");
        assertThat(slots()).isEqualTo(1 | 1 << 20);

        var day = LocalDate.now(ZoneId.of("Europe/Helsinki")).plusDays(3);
        act(mine, "block", "first", day.toString()).andExpect(flash().attribute("said", "own.said.block"));
        for (var wrong : List.of(day.minusDays(9).toString(), "yesterday", day.plusYears(3).toString(), "")) {
            act(mine, "block", "first", wrong).andExpect(flash().attribute("problem", "own.said.block.incomplete"));
        }
        act(mine, "block", "first", day.toString(), "last", day.minusDays(1).toString()).andExpect(flash().attribute("problem", "own.said.block.incomplete"));
        var block = jdbc.sql("SELECT id FROM apusilta.block_out WHERE volunteer_id = ?").param(id).query(UUID.class).single();
        var other = registered.volunteer("Oskari", "se");
        jdbc.sql("INSERT INTO apusilta.block_out VALUES (gen_random_uuid(), ?, ?, ?, 'VOLUNTEER', now())").params(other, day, day).update();
        var others = jdbc.sql("SELECT id FROM apusilta.block_out WHERE volunteer_id = ?").param(other).query(UUID.class).single();
        act(mine, "unblock", "block", others.toString());
        assertThat(jdbc.sql("SELECT count(*) FROM apusilta.block_out WHERE volunteer_id = ?").param(other).query(Integer.class).single()).isOne();
        act(mine, "unblock", "block", block.toString()).andExpect(flash().attribute("said", "own.said.unblock"));
        assertThat(jdbc.sql("SELECT count(*) FROM apusilta.block_out WHERE volunteer_id = ?").param(id).query(Integer.class).single()).isZero();

        act(mine, "load", "capacity", "3", "hours", "2,5").andExpect(flash().attribute("said", "own.said.load"));
        assertThat(jdbc.sql("SELECT capacity || ' ' || hours_limit FROM apusilta.volunteer WHERE id = ?").param(id).query(String.class).single()).isEqualTo("3 2.5");
        registered.change(id, "UPDATE apusilta.volunteer SET load = 2");
        act(mine, "load", "capacity", "1").andExpect(flash().attribute("said", "own.said.tooFew"));
        for (var wrong : List.of("0", "11", "2.5", "many", "-1")) {
            act(mine, "load", "capacity", wrong).andExpect(flash().attribute("problem", "own.said.load.incomplete"));
        }
        act(mine, "load", "capacity", "2", "hours", "0").andExpect(flash().attribute("problem", "own.said.load.incomplete"));
        act(mine, "nonsense", "x", "y").andExpect(flash().attribute("problem", "own.said.incomplete"));
    }

    @Test
    void allOfItGoesByPhoneTooAndIsMarkedSo() throws Exception {
        byPhone(id, "times", "known", "ANY").andExpect(flash().attribute("said", "own.said.times"));
        byPhone(id, "block", "first", LocalDate.now(ZoneId.of("Europe/Helsinki")).plusDays(2).toString());
        byPhone(id, "rest", "until", LocalDate.now(ZoneId.of("Europe/Helsinki")).plusDays(20).toString(), "reason", "HEALTH", "words", "Lonkkaleikkaus.");
        assertThat(jdbc.sql("SELECT times_told_by FROM apusilta.volunteer WHERE id = ?").param(id).query(String.class).single()).isEqualTo("coordinator-east");
        assertThat(jdbc.sql("SELECT said_by FROM apusilta.block_out WHERE volunteer_id = ?").param(id).query(String.class).single()).isEqualTo("coordinator-east");
        assertThat(jdbc.sql("SELECT said_by || reason || words FROM apusilta.volunteer_change WHERE volunteer_id = ?").param(id).query(String.class).single())
                .isEqualTo("coordinator-eastHEALTHLonkkaleikkaus.");
        page(opened(aLink())).andExpect(content().string(containsString("(by phone)"))).andExpect(content().string(containsString("Told by phone on")));
        web.perform(get("/volunteers/" + id + "/by-phone").with(staff("coordinator-east", "COORDINATOR"))).andExpect(status().isOk()).andExpect(content().string(containsString("On the phone: Impi Vesala")));
        web.perform(get("/volunteers/" + id).with(staff("coordinator-east", "COORDINATOR"))).andExpect(status().isOk()).andExpect(content().string(containsString("/by-phone")));

        registered.change(id, "UPDATE apusilta.volunteer SET district = (SELECT min(code) FROM apusilta.district WHERE major_code <> '7')");
        byPhone(id, "times", "known", "UNKNOWN").andExpect(status().isForbidden());
        web.perform(get("/volunteers/" + id + "/by-phone").with(staff("coordinator-east", "COORDINATOR"))).andExpect(status().isForbidden());
        web.perform(get("/volunteers/" + UUID.randomUUID() + "/by-phone").with(staff("lead", "LEAD"))).andExpect(status().isNotFound());
    }

    /** Neither e-mail nor a phone that gets messages: a person tells it, and the list of what is to be told leads there. */
    @Test
    void whatNoMachineBringsToAVolunteerIsToldByAPerson() throws Exception {
        registered.change(id, "UPDATE apusilta.volunteer SET email = NULL, phone = NULL");
        var message = messages.send(new Messages.Draft(id, new org.apusilta.messaging.Recipient(org.apusilta.messaging.Recipient.Role.VOLUNTEER, "Impi Vesala", null, null, "fi"),
                "volunteer-returns", java.util.Map.of("page", "http://localhost/own"), null));
        web.perform(get("/cases/to-tell").with(staff("coordinator-east", "COORDINATOR"))).andExpect(content().string(containsString("/volunteers/" + id + "/by-phone#to-tell")));
        web.perform(get("/volunteers/" + id + "/by-phone").with(staff("coordinator-east", "COORDINATOR"))).andExpect(content().string(containsString("Taukosi on ohi")));
        web.perform(post("/volunteers/" + id + "/by-phone/told").with(csrf()).with(staff("coordinator-east", "COORDINATOR")).param("message", message.toString()))
                .andExpect(flash().attribute("said", "own.said.told"));
        assertThat(messages.of(id).get(0).state()).isEqualTo("TOLD");
    }

    @Test
    void whoLookedIsReadByRoleAndUnitAndNeverByNameAndStaysAsItIs() throws Exception {
        web.perform(get("/volunteers/" + id).with(staff("coordinator-east", "COORDINATOR"))).andExpect(status().isOk());
        web.perform(get("/volunteers/" + id).with(staff("coordinator-east", "COORDINATOR"))).andExpect(status().isOk());
        web.perform(get("/volunteers/" + id).with(staff("lead", "LEAD"))).andExpect(status().isOk());
        byPhone(id, "times", "known", "ANY");
        var name = jdbc.sql("SELECT display_name FROM apusilta.account WHERE username = 'coordinator-east'").query(String.class).single();
        page(opened(aLink())).andExpect(content().string(containsString("Coordinator"))).andExpect(content().string(containsString("Team lead")))
                .andExpect(content().string(containsString("Opened your card"))).andExpect(content().string(containsString("Eastern")))
                .andExpect(content().string(not(containsString(name)))).andExpect(content().string(not(containsString("coordinator-east"))));
        assertThat(jdbc.sql("SELECT account || ' ' || what FROM apusilta.volunteer_look WHERE volunteer_id = ? ORDER BY id").param(id).query(String.class).list())
                .containsExactly("coordinator-east CARD", "lead CARD", "coordinator-east CHANGE");
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM apusilta.volunteer_look WHERE volunteer_id = ?").param(id).update()).hasMessageContaining("never rewritten");
        assertThatThrownBy(() -> jdbc.sql("UPDATE apusilta.volunteer_look SET account = 'x' WHERE volunteer_id = ?").param(id).update()).hasMessageContaining("never rewritten");
    }

    @Test
    void whatWasRefusedWasNotSeen() throws Exception {
        registered.change(id, "UPDATE apusilta.volunteer SET district = (SELECT min(code) FROM apusilta.district WHERE major_code <> '7')");
        web.perform(get("/volunteers/" + id).with(staff("coordinator-east", "COORDINATOR"))).andExpect(status().isForbidden());
        assertThat(jdbc.sql("SELECT count(*) FROM apusilta.volunteer_look WHERE volunteer_id = ?").param(id).query(Integer.class).single()).isZero();
    }

    @Test
    void whoHasLeftSeesWhatIsKeptAndIsOfferedNothingMore() throws Exception {
        var mine = opened(aLink());
        var next = LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), java.time.ZoneId.of("Europe/Helsinki")).plusDays(7);
        act(mine, "rest", "from", next.toString(), "until", next.minusDays(1).toString()).andExpect(flash().attribute("problem", "own.said.rest.incomplete"));
        act(mine, "rest", "from", "ensi viikolla", "until", next.toString()).andExpect(flash().attribute("problem", "own.said.rest.incomplete"));
        act(mine, "rest", "from", next.toString(), "until", next.plusDays(3).toString(), "reason", "TIME").andExpect(flash().attribute("said", "own.said.planned.rest"));
        page(mine).andExpect(content().string(containsString("id=\"planned-rest\"")));
        act(mine, "unplan").andExpect(flash().attribute("said", "own.said.unplan"));
        act(mine, "unplan").andExpect(flash().attribute("said", "own.said.notPlanned"));
        act(mine, "leave", "lastDay", next.toString()).andExpect(flash().attribute("problem", "own.said.leave.incomplete"));
        act(mine, "leave", "lastDay", next.minusDays(9).toString(), "sure", "yes").andExpect(flash().attribute("problem", "own.said.leave.incomplete"));
        act(mine, "leave", "lastDay", next.toString(), "sure", "yes").andExpect(flash().attribute("said", "own.said.planned.leave"));
        page(mine).andExpect(content().string(containsString("id=\"planned-leave\"")));
        act(mine, "leave").andExpect(flash().attribute("problem", "own.said.leave.incomplete"));
        act(mine, "leave", "sure", "yes", "reason", "LIFE").andExpect(flash().attribute("said", "own.said.left"));
        page(mine).andExpect(status().isOk()).andExpect(content().string(containsString("You stopped on"))).andExpect(content().string(containsString("Who has looked at my data")))
                .andExpect(content().string(not(containsString("/own/do/")))).andExpect(content().string(not(containsString("A break"))));
        act(mine, "rest", "until", LocalDate.now(ZoneId.of("Europe/Helsinki")).plusDays(3).toString()).andExpect(flash().attribute("said", "own.said.left"));
        act(mine, "wishes", "kinds", "FRIEND_VISIT").andExpect(flash().attribute("said", "own.said.left"));
        assertThat(volunteers.restingUntil(id)).isEmpty();
        assertThat(jdbc.sql("SELECT what FROM apusilta.volunteer_change WHERE volunteer_id = ?").param(id).query(String.class).list()).containsExactly("LEAVES");
    }

    private ResultActions ask(String contact) throws Exception {
        return web.perform(post("/own").with(csrf()).with(from("198.51.100." + ADDRESSES.incrementAndGet() % 250)).param("contact", contact));
    }

    private static RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    private List<Sent> links() {
        post.deliver();
        return messages.of(id).stream().filter(sent -> sent.template().equals("own-page-link")).toList();
    }

    /** @return the path of a link that was sent just now */
    private String aLink() throws Exception {
        ask(mail);
        var sent = links();
        return sent.get(sent.size() - 1).links().get(0);
    }

    private Cookie opened(String link) throws Exception {
        return web.perform(post(link).with(csrf())).andExpect(redirectedUrl("/own/page")).andReturn().getResponse().getCookie("APUSILTA-OWN");
    }

    @Test
    void whatSomebodyAvoidsAndWouldLikeToPractiseIsToldHereAndByPhone() throws Exception {
        var device = opened(aLink());
        page(device).andExpect(content().string(containsString("What I avoid and would like to practise")));
        web.perform(filled(post("/own/besides").with(csrf()).cookie(device), "avoids", "CAT", "avoids", "SNAKE", "practises", "sv")).andExpect(redirectedUrl("/own/page"));
        assertThat(jdbc.sql("SELECT code FROM apusilta.volunteer_avoid WHERE volunteer_id = ?").param(id).query(String.class).list()).containsExactly("CAT");
        assertThat(jdbc.sql("SELECT code FROM apusilta.volunteer_practice WHERE volunteer_id = ?").param(id).query(String.class).list()).containsExactly("sv");
        web.perform(filled(post("/own/besides").with(csrf()), "avoids", "DOG")).andExpect(redirectedUrl("/own?closed"));
        web.perform(filled(post("/volunteers/" + id + "/by-phone/besides").with(csrf()).with(staff("coordinator-east", "COORDINATOR")), "practises", "fi")).andExpect(redirectedUrl("/volunteers/" + id + "/by-phone"));
        assertThat(jdbc.sql("SELECT count(*) FROM apusilta.volunteer_avoid WHERE volunteer_id = ?").param(id).query(Integer.class).single()).isZero();
    }

    private ResultActions page(Cookie device) throws Exception {
        return web.perform(get("/own/page").cookie(device).header("Accept-Language", "en"));
    }

    private ResultActions act(Cookie device, String deed, String... fields) throws Exception {
        return web.perform(filled(post("/own/do/" + deed).with(csrf()).cookie(device), fields)).andExpect(redirectedUrl("/own/page"));
    }

    private ResultActions byPhone(UUID volunteer, String deed, String... fields) throws Exception {
        return web.perform(filled(post("/volunteers/" + volunteer + "/by-phone/do/" + deed).with(csrf()).with(staff("coordinator-east", "COORDINATOR")), fields));
    }

    private static MockHttpServletRequestBuilder filled(MockHttpServletRequestBuilder request, String... fields) {
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request;
    }

    private Integer slots() {
        return jdbc.sql("SELECT slots FROM apusilta.volunteer WHERE id = ?").param(id).query((row, n) -> row.getObject(1, Integer.class)).list().get(0);
    }

    private List<String> events() {
        return jdbc.sql("SELECT what FROM apusilta.own_event WHERE volunteer_id = ? ORDER BY id").param(id).query(String.class).list();
    }

    private static void later(Duration time) {
        ClockUtil.setCurrentTime(Date.from(ClockUtil.getCurrentTime().toInstant().plus(time)));
    }

    private static RequestPostProcessor staff(String name, String role) {
        var person = authentication(UsernamePasswordAuthenticationToken.authenticated(name, null, AuthorityUtils.createAuthorityList("ROLE_" + role)));
        return request -> {
            request.addPreferredLocale(Locale.ENGLISH);
            return person.postProcessRequest(request);
        };
    }
}
