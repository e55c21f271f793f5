package org.apusilta.volunteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apusilta.ApusiltaTest;
import org.apusilta.messaging.LinkPage;
import org.apusilta.messaging.Messages;
import org.apusilta.volunteer.internal.CareEvents;
import org.apusilta.volunteer.internal.Recreations;
import org.apusilta.volunteer.internal.Recreations.Answered;
import org.apusilta.volunteer.internal.Recreations.Invited;
import org.apusilta.volunteer.internal.Recreations.Recreation;
import org.apusilta.volunteer.internal.Recreations.Segment;
import org.apusilta.volunteer.process.RecreationProcess;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Recreation events from the plan to who came: seats, answers by link and phone, cancelling, and what is forgotten. */
@ApusiltaTest
class RecreationIT {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    @Autowired MockMvc web;
    @Autowired Registered registered;
    @Autowired Volunteers volunteers;
    @Autowired Recreations recreations;
    @Autowired RecreationProcess process;
    @Autowired CareEvents events;
    @Autowired Messages messages;
    @Autowired org.springframework.jdbc.core.simple.JdbcClient jdbc;
    @Autowired TaskService tasks;
    @Autowired RuntimeService runtime;
    @Autowired ManagementService jobs;
    @Autowired List<LinkPage> pages;
    @Autowired List<OwnTasks> inHand;

    @AfterEach
    void today() {
        ClockUtil.reset();
    }

    @Test
    void fromThePlanToWhoCame() throws Exception {
        var day = helsinki().plusDays(20);
        var place = web.perform(post("/volunteers/recreation/new").with(csrf()).with(east()).param("titleFi", "Kesäretki").param("titleSv", "Sommarutflykt").param("titleEn", "Summer outing")
                        .param("place", "Suomenlinna, lautta").param("day", day.toString()).param("from", "11:00").param("until", "15:30").param("answerBy", day.minusDays(5).toString())
                        .param("seats", "2").param("major", "7")).andExpect(flash().attribute("said", "care.recreation.planned")).andReturn().getResponse().getRedirectedUrl();
        var id = UUID.fromString(place.substring(place.lastIndexOf('/') + 1));
        var comes = registered.volunteer("Tulee", "ne");
        var declines = registered.volunteer("Kieltää", "ne");
        var silent = registered.volunteer("Vaiti", "ne");
        var mourns = registered.volunteer("Suree", "ne");
        assertThat(guests(id)).contains(comes, mourns);
        volunteers.coolOff(mourns, helsinki().plusDays(3), "coordinator");
        assertThat(guests(id)).doesNotContain(mourns);
        web.perform(post("/volunteers/recreation/{id}/invite", id).with(csrf()).with(east()).param("volunteer", comes.toString(), declines.toString(), silent.toString(), mourns.toString()))
                .andExpect(flash().attribute("invitedNow", 4));
        work(id);
        assertThat(letters(mourns)).as("nothing cheerful now").isEmpty();
        assertThat(messages.of(comes)).singleElement().satisfies(letter -> {
            assertThat(letter.body()).contains("Kesäretki", "klo 11.00–15.30", "Suomenlinna, lautta");
            assertThat(attached(letter.id())).contains("SUMMARY:Kesäretki", "STATUS:CONFIRMED");
        });
        assertThat(own(comes)).singleElement().satisfies(task -> assertThat(task.doors()).singleElement().satisfies(door -> assertThat(door.asks()).isTrue()));
        assertThat(own(mourns)).isEmpty();
        assertThat(byLink(id, comes, "yes")).containsEntry("said", "yes");
        assertThat(byLink(id, declines, "no")).containsEntry("said", "no");
        assertThat(byLink(id, silent, "perhaps")).containsEntry("said", "choose");
        web.perform(get("/volunteers/recreation/{id}", id).param("choose", "true").locale(Locale.forLanguageTag("fi")).with(east())).andExpect(status().isOk())
                .andExpect(content().string(containsString("Tulee Vesala")));
        timerGoesOff(id);
        work(id);
        assertThat(List.of(letters(comes), letters(silent), letters(declines))).containsExactly(List.of("recreation-invitation"),
                List.of("recreation-invitation", "recreation-reminder"), List.of("recreation-invitation"));
        ClockUtil.setCurrentTime(Date.from(day.plusDays(1).atTime(9, 30).atZone(HELSINKI).toInstant()));
        timerGoesOff(id);
        assertThat(byLink(id, silent, "yes")).containsEntry("said", "late");
        web.perform(get("/api/volunteers/{id}/card", id).locale(Locale.forLanguageTag("sv")).with(east())).andExpect(status().isOk())
                .andExpect(content().string(org.hamcrest.Matchers.allOf(containsString("Sommarutflykt"), containsString("/volunteers/recreation/" + id), containsString("1 / 2"))));
        web.perform(post("/volunteers/recreation/{id}/attendance", id).with(csrf()).with(east()).param("volunteer", comes.toString())).andExpect(flash().attribute("said", "care.recreation.noted"));
        web.perform(post("/volunteers/recreation/{id}/attendance", id).with(csrf()).with(east())).andExpect(flash().attribute("problem", "care.recreation.problem.task"));
        work(id);
        assertThat(events.of(comes)).singleElement().satisfies(event -> {
            assertThat(event.kind()).isEqualTo(CareKind.RECREATION);
            assertThat(event.day()).isEqualTo(day);
        });
        assertThat(Stream.of(declines, silent).flatMap(one -> events.of(one).stream())).isEmpty();
        assertThat(recreations.invited(id)).as("nobody's no is kept").extracting(Invited::volunteerId).containsExactly(comes);
        over(id);
    }

    @Test
    void twoNeverGetTheLastSeatAndAFreedOneIsFreeForAll() throws Exception {
        var id = planned(1);
        var people = Stream.generate(() -> registered.volunteer("Paikka", "ne")).limit(4).toList();
        process.invite(id, people, List.of("7"));
        var invitations = recreations.invited(id).stream().map(Invited::id).toList();
        var hands = Executors.newFixedThreadPool(4);
        try {
            var answers = hands.invokeAll(invitations.stream().<Callable<Answered>>map(one -> () -> recreations.answer(one, true, null)).toList()).stream().map(one -> {
                try {
                    return one.get();
                } catch (InterruptedException | ExecutionException e) {
                    throw new IllegalStateException(e);
                }
            }).toList();
            assertThat(answers).containsOnlyOnce(Answered.YES).containsOnly(Answered.YES, Answered.FULL);
        } finally {
            hands.shutdown();
        }
        assertThat(recreations.find(id).orElseThrow().taken()).isOne();
        var has = recreations.invited(id).stream().filter(one -> "YES".equals(one.answer())).findFirst().orElseThrow();
        var waits = recreations.invited(id).stream().filter(one -> one.answer() == null).toList();
        assertThat(recreations.answer(has.id(), true, null)).as("again").isEqualTo(Answered.YES);
        web.perform(post("/volunteers/recreation/{id}/answers", id).with(csrf()).with(east()).param("invitation", waits.get(0).id().toString()).param("comes", "true"))
                .andExpect(flash().attribute("problem", "care.recreation.problem.full"));
        recreations.send(id);
        volunteers.coolOff(waits.get(2).volunteerId(), helsinki().plusDays(3), "coordinator");
        assertThat(recreations.answer(has.id(), false, null)).isEqualTo(Answered.NO);
        assertThat(letters(waits.get(0).volunteerId())).as("who found it full hears of the seat").containsExactly("recreation-invitation", "recreation-seat-free");
        assertThat(letters(waits.get(2).volunteerId())).as("but not who mourns").containsExactly("recreation-invitation");
        assertThat(letters(has.volunteerId())).containsExactly("recreation-invitation");
        web.perform(post("/volunteers/recreation/{id}/answers", id).with(csrf()).with(east()).param("invitation", waits.get(0).id().toString()).param("comes", "true"))
                .andExpect(flash().attribute("said", "care.recreation.answered.YES"));
        assertThat(recreations.answer(waits.get(1).id(), true, null)).isEqualTo(Answered.FULL);
        volunteers.leave(waits.get(0).volunteerId(), "VOLUNTEER");
        assertThat(letters(waits.get(1).volunteerId())).as("each seat is told of").endsWith("recreation-seat-free", "recreation-seat-free");
        assertThat(recreations.find(id).orElseThrow().taken()).as("who leaves needs no seat").isZero();
        assertThat(recreations.answer(waits.get(1).id(), true, null)).isEqualTo(Answered.YES);
    }

    @Test
    void aCancelledEventIsToldToThoseWhoMightHaveComeAndEndsThere() throws Exception {
        var id = planned(5);
        var comes = registered.volunteer("Tulossa", "ne");
        var declines = registered.volunteer("Estynyt", "ne");
        process.invite(id, List.of(comes, declines), List.of("7"));
        work(id);
        byLink(id, comes, "yes");
        byLink(id, declines, "no");
        web.perform(post("/volunteers/recreation/{id}/cancel", id).with(csrf()).with(east())).andExpect(flash().attribute("problem", "care.recreation.problem.sure"));
        web.perform(post("/volunteers/recreation/{id}/cancel", id).with(csrf()).with(east()).param("sure", "true")).andExpect(flash().attribute("said", "care.recreation.cancelled"));
        work(id);
        assertThat(letters(comes)).containsExactly("recreation-invitation", "recreation-cancelled");
        assertThat(letters(declines)).containsExactly("recreation-invitation");
        over(id);
        assertThat(recreations.invited(id)).as("nobody knows any longer who said no").hasSize(2).allSatisfy(one -> assertThat(one.answer()).isNull());
        assertThat(messages.of(comes)).last().satisfies(letter -> assertThat(attached(letter.id())).contains("STATUS:CANCELLED"));
        var link = new LinkPage.Opened(comes, "recreation", invitation(id, comes), Locale.ENGLISH);
        assertThat(page().show(link).view()).isEqualTo("recreation-over");
        assertThat(new String(page().file(link).content(), StandardCharsets.UTF_8)).contains("STATUS:CANCELLED");
        assertThat(process.cancel(id)).isFalse();
    }

    @Test
    void theCalendarFileKeepsToItsRules() {
        var id = UUID.randomUUID();
        process.plan(new Recreation(id, "Kiitosjuhla, kahvit ja hyvin pitkä ohjelma äänekkään kuoron kanssa; tervetuloa mukaan", "Tackfest", "Party", "Kulttuurikeskus Stoa, Turunlinnantie 1", at(30, 13), at(30, 16),
                helsinki().plusDays(20), 10, 0, "7", "coordinator-east", null, null, null));
        var who = registered.volunteer("Kalenteri", "ne");
        process.invite(id, List.of(who), List.of("7"));
        var file = page().file(new LinkPage.Opened(who, "recreation", invitation(id, who), Locale.forLanguageTag("fi")));
        var text = new String(file.content(), StandardCharsets.UTF_8);
        assertThat(text.split("\r\n", -1)).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        assertThat(text.replace("\r\n ", "")).contains("BEGIN:VEVENT\r\n", "SUMMARY:Kiitosjuhla\\, kahvit ja hyvin pitkä ohjelma äänekkään kuoron kanssa\\; tervetuloa mukaan\r\n",
                "LOCATION:Kulttuurikeskus Stoa\\, Turunlinnantie 1\r\n", "STATUS:CONFIRMED\r\n");
    }

    @Test
    void whatIsWrongIsSaidAndAnotherDistrictsPeopleStayTheirs() throws Exception {
        web.perform(post("/volunteers/recreation/new").with(csrf()).with(east()).param("titleFi", "").param("seats", "x").param("major", "1"))
                .andExpect(flash().attribute("problems", List.of("titleFi", "titleSv", "titleEn", "place", "seats", "major", "day", "times", "answerBy")));
        var id = planned(3);
        var southern = registered.volunteer("Etelän", "ne");
        registered.change(southern, "UPDATE apusilta.volunteer SET district = '101'");
        web.perform(post("/volunteers/recreation/{id}/invite", id).with(csrf()).with(east()).param("volunteer", southern.toString())).andExpect(flash().attribute("problem", "care.recreation.problem.nobody"));
        web.perform(get("/volunteers/recreation/{id}", id).param("choose", "true").with(east())).andExpect(content().string(not(containsString("Etelän Vesala"))));
        web.perform(get("/volunteers/recreation/{id}", UUID.randomUUID()).with(east())).andExpect(status().isNotFound());
        web.perform(get("/volunteers/recreation").locale(Locale.forLanguageTag("sv")).with(east())).andExpect(content().string(containsString("Tackfest")));
    }

    private UUID planned(int seats) {
        var id = UUID.randomUUID();
        process.plan(new Recreation(id, "Kiitosjuhla", "Tackfest", "Thank-you party", "Stoa", at(30, 13), at(30, 16), helsinki().plusDays(20), seats, 0, "7", "coordinator-east", null, null, null));
        return id;
    }

    private static Instant at(int days, int hour) {
        return helsinki().plusDays(days).atTime(hour, 0).atZone(HELSINKI).toInstant();
    }

    private static RequestPostProcessor east() {
        return user("coordinator-east").roles("COORDINATOR");
    }

    private List<UUID> guests(UUID id) {
        return recreations.guests(id, new Segment(List.of("7"), "fi", "FRIEND_VISIT", 5)).stream().map(Recreations.Guest::id).toList();
    }

    private UUID invitation(UUID id, UUID who) {
        return recreations.invited(id).stream().filter(one -> one.volunteerId().equals(who)).findFirst().orElseThrow().id();
    }

    private Map<String, Object> byLink(UUID id, UUID who, String answer) {
        return page().answer(new LinkPage.Opened(who, "recreation", invitation(id, who), Locale.forLanguageTag("fi")), Map.of("answer", answer)).model();
    }

    private List<OwnTasks.Task> own(UUID who) {
        return inHand.stream().flatMap(one -> one.of(who, Locale.ENGLISH).stream()).filter(task -> task.what().equals("Summer outing")).toList();
    }

    private LinkPage page() {
        return pages.stream().filter(one -> one.purpose().equals("recreation")).findFirst().orElseThrow();
    }

    private List<String> letters(UUID who) {
        return messages.of(who).stream().map(Messages.Sent::template).toList();
    }

    private void timerGoesOff(UUID id) {
        jobs.executeJob(jobs.createJobQuery().processInstanceId(instance(id)).timers().singleResult().getId());
        work(id);
    }

    private void work(UUID id) {
        for (var due = due(id); !due.isEmpty(); due = due(id)) {
            due.forEach(jobs::executeJob);
        }
    }

    private List<String> due(UUID id) {
        return jobs.createJobQuery().processInstanceId(instance(id)).messages().list().stream().map(job -> job.getId()).toList();
    }

    private String instance(UUID id) {
        return recreations.find(id).map(Recreation::instanceId).orElseThrow();
    }

    private String attached(UUID message) {
        return jdbc.sql("SELECT convert_from(content, 'UTF8') FROM apusilta.message_attachment WHERE message_id = ?").param(message).query(String.class).single();
    }

    private void over(UUID id) {
        assertThat(runtime.createProcessInstanceQuery().processInstanceId(instance(id)).count()).isZero();
    }

    private static LocalDate helsinki() {
        return LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), HELSINKI);
    }
}
