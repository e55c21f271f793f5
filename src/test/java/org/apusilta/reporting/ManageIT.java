package org.apusilta.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.apusilta.ApusiltaTest;
import org.apusilta.engine.CaseStepFigures;
import org.apusilta.engine.CaseStepFigures.Place;
import org.apusilta.engine.CaseStepFigures.Scope;
import org.apusilta.relationship.SupportFigures;
import org.apusilta.reporting.internal.Overview;
import org.apusilta.reporting.internal.Overviews;
import org.apusilta.request.Border;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Figures against cases counted by hand. The cases live in March 2031, where no other test comes. */
@ApusiltaTest
class ManageIT {

    private static final Instant NOW = Instant.parse("2031-03-12T10:00:00Z"); // a Wednesday
    private static final String MAJOR = "4";

    @Autowired CaseStepFigures steps;
    @Autowired Overviews overviews;
    @Autowired JdbcClient database;
    @Autowired RuntimeService runtime;
    @Autowired TaskService tasks;
    @Autowired MockMvc mvc;

    @BeforeEach
    void isMarch2031() {
        ClockUtil.setCurrentTime(Date.from(NOW));
    }

    @AfterEach
    void isToday() {
        ClockUtil.reset();
    }

    @Test
    void openCasesAreCountedByStageAndAge() {
        var before = overviews.of(MAJOR, 4, "help-request");
        open(3, "help-request", "screenRequest");
        open(10, "find-volunteer", "chooseVolunteer");
        open(10, "find-volunteer", "awaitOfferAnswer");
        open(100, "support-relationship", "followUpDue");
        closed(20, 2, "DECLINED");

        var after = overviews.of(MAJOR, 4, "help-request");

        assertThat(after.open() - before.open()).isEqualTo(4);
        assertThat(after.running() - before.running()).isEqualTo(1);
        assertThat(after.searching() - before.searching()).isEqualTo(2);
        assertThat(more(before, after, "RECEIVED")).containsExactly(1, 0, 0, 0, 0);
        assertThat(more(before, after, "MATCHING")).containsExactly(0, 1, 0, 0, 0);
        assertThat(more(before, after, "OFFERED")).containsExactly(0, 1, 0, 0, 0);
        assertThat(more(before, after, "ACTIVE")).containsExactly(0, 0, 0, 0, 1);
        assertThat(more(before, after, "MEETING")).containsOnly(0);
    }

    @Test
    void whatIsAllProfessionalsWorkIsAFigureOfItsOwn() {
        var before = overviews.of(MAJOR, 4, "help-request");
        var declined = request(daysAgo(5), "PROFESSIONAL", daysAgo(2));
        piece(declined, "FRIEND_VISIT", "KIND", null);
        piece(declined, "CLEANING", "WORDS", "SUPPORT_SERVICES");
        request(daysAgo(5), "DECLINED", daysAgo(2));

        var after = overviews.of(MAJOR, 4, "help-request");

        assertThat(after.professional() - before.professional()).isEqualTo(1);
        assertThat(after.declined()).contains(new Border.Declined("FRIEND_VISIT", "SUPPORT_SERVICES", "401", 1));
        assertThat(overviews.of("8", 4, "help-request").declined()).as("of another district").isEmpty();
    }

    private void piece(UUID id, String code, String source, String service) {
        database.sql("""
                insert into apusilta.border_piece (request_id, code, occasion, source, service, proposed, decided, decided_by, decided_at)
                values (?, ?, ?, ?, ?, 'UNCLEAR', 'PROFESSIONAL', 'coordinator', ?)""")
                .params(id, code, id, source, service, java.sql.Timestamp.from(daysAgo(4))).update();
    }

    @Test
    void visitsConcernsPausesAndWhatWasNotAgreedAreCounted() {
        var id = request(daysAgo(60), null, null);
        var support = UUID.randomUUID();
        var period = UUID.randomUUID();
        database.sql("insert into apusilta.support (id, case_id, volunteer_id, started_at, period, version) values (?, ?, ?, ?, 1, 0)")
                .params(support, id, UUID.randomUUID(), java.sql.Timestamp.from(daysAgo(50))).update();
        database.sql("insert into apusilta.follow_up_period (id, support_id, number, began_at, version) values (?, ?, 1, ?, 0)")
                .params(period, support, java.sql.Timestamp.from(daysAgo(50))).update();
        var before = overviews.of(MAJOR, 4, "help-request");
        database.sql("insert into apusilta.concern (id, period_id, raised_by, raised_at) values (?, ?, 'CLIENT', ?)").params(UUID.randomUUID(), period, java.sql.Timestamp.from(daysAgo(1))).update();
        database.sql("insert into apusilta.support_pause (id, support_id, reason, asked_by, began_at, paused_until) values (?, ?, 'HOLIDAY', 'CLIENT', ?, '2031-03-30')")
                .params(UUID.randomUUID(), support, java.sql.Timestamp.from(daysAgo(1))).update();
        var held = met(support, "2031-03-04", "DONE", 90);
        met(support, "2031-03-05", "DONE", 45);
        met(support, "2031-03-06", "NOT_DONE", null);
        met(support, "2031-03-07", null, null);
        database.sql("""
                insert into apusilta.scope_drift (id, case_id, visit_id, code, proposed, source, seen_at) values (?, ?, ?, 'CLEANING', 'PROFESSIONAL', 'SPOTTED', ?)""")
                .params(UUID.randomUUID(), id, held, java.sql.Timestamp.from(daysAgo(3))).update();

        var after = overviews.of(MAJOR, 4, "help-request");

        assertThat(after.now().concerns() - before.now().concerns()).isEqualTo(1);
        assertThat(after.now().pauses() - before.now().pauses()).isEqualTo(1);
        assertThat(after.now().drifts() - before.now().drifts()).isEqualTo(1);
        assertThat(after.visits()).contains(new SupportFigures.Visits(LocalDate.parse("2031-03-03"), 2, 1, 0, 1, 135));
        assertThat(after.drifts()).contains(new SupportFigures.Drifts("CLEANING", 0, 1, 0, 0, 0, 0, 1));
    }

    private UUID met(UUID support, String day, String answer, Integer minutes) {
        var id = UUID.randomUUID();
        database.sql("insert into apusilta.visit (id, support_id, planned_on, asked_at, answer, minutes, answered_at) values (?, ?, cast(? as date), ?, ?, ?, ?)")
                .params(id, support, day, java.sql.Timestamp.from(daysAgo(3)), answer, minutes, answer == null ? null : java.sql.Timestamp.from(daysAgo(3))).update();
        return id;
    }

    @Test
    void weeksAreCountedFromMondayInHelsinki() {
        var before = overviews.of(MAJOR, 4, "help-request");
        // Sunday 23.30 UTC is Monday 1.30 in Helsinki
        request(Instant.parse("2031-03-09T23:30:00Z"), null, null);
        request(Instant.parse("2031-03-09T21:30:00Z"), null, null);
        var begun = request(Instant.parse("2031-03-03T08:00:00Z"), "ENDED", Instant.parse("2031-03-11T08:00:00Z"));
        visit(begun, "help-request", "supportActivated", "noneEndEvent", Instant.parse("2031-03-05T08:00:00Z"), Instant.parse("2031-03-05T08:00:00Z"));

        var after = overviews.of(MAJOR, 4, "help-request");

        assertThat(after.weeks()).extracting(Overview.Week::monday).containsExactly(LocalDate.parse("2031-02-17"),
                LocalDate.parse("2031-02-24"), LocalDate.parse("2031-03-03"), LocalDate.parse("2031-03-10"));
        assertThat(more(before, after, 2)).containsExactly(2, 1, 0);
        assertThat(more(before, after, 3)).containsExactly(1, 0, 1);
    }

    @Test
    void timeInAStageAddsUpACasesVisitsAndLeavesOutWhoIsStillThere() {
        var cases = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        // 1 + 3 days in two visits, 2 days, 10 days; the fourth came back and is still there
        stayed(cases.get(0), "arrangeFirstMeeting", 20, 19);
        stayed(cases.get(0), "recordFirstMeeting", 15, 12);
        stayed(cases.get(1), "arrangeFirstMeeting", 9, 7);
        stayed(cases.get(2), "arrangeFirstMeeting", 14, 4);
        stayed(cases.get(3), "arrangeFirstMeeting", 8, 7);
        visit(cases.get(3), "help-request", "recordFirstMeeting", "userTask", daysAgo(7), null);
        var places = java.util.Map.of("MEETING", List.of(new Place("help-request", "arrangeFirstMeeting"), new Place("help-request", "recordFirstMeeting")));

        var figures = steps.stages(places, new Scope(cases, daysAgo(30), NOW));

        // 2, 4 and 10 days: the middle one is 4, nine tenths of the way is 4 + 0.8 × 6
        assertThat(figures).containsExactly(new CaseStepFigures.StageFigure("MEETING", 3, Duration.ofDays(4), Duration.ofMinutes(12672)));
        assertThat(steps.stages(places, new Scope(cases, daysAgo(6), NOW))).extracting(CaseStepFigures.StageFigure::cases).containsExactly(1);
        assertThat(steps.stages(places, new Scope(List.of(), daysAgo(30), NOW))).isEmpty();
    }

    @Test
    void aStepKnowsWhoStandsThereAndHowLongOthersWaited() {
        var cases = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        stayed(cases.get(0), "screenRequest", 10, 9);
        stayed(cases.get(1), "screenRequest", 10, 7);
        stayed(cases.get(1), "screenRequest", 60, 40);
        visit(cases.get(1), "help-request", "screenRequest", "userTask", daysAgo(5), null);
        visit(cases.get(2), "help-request", "screenRequest", "userTask", daysAgo(2), null);

        var figures = steps.steps("help-request", new Scope(cases, daysAgo(30), NOW));

        assertThat(figures).containsExactly(new CaseStepFigures.StepFigure("screenRequest", "userTask", 2, daysAgo(5), 2,
                Duration.ofDays(2), Duration.ofHours(67).plusMinutes(12)));
    }

    @Test
    void queuesCountWhatIsLateInADistrict() {
        var place = new Place("help-request", "screenRequest");
        int open = queue("coordinators-4", place).open();
        int late = queue("coordinators-4", place).overdue();
        int elsewhere = queue("coordinators-5", place).open();
        ClockUtil.setCurrentTime(Date.from(daysAgo(60)));
        var due = atScreening();
        ClockUtil.setCurrentTime(Date.from(NOW));
        atScreening();

        var queue = queue("coordinators-4", place);

        assertThat(queue.open()).isEqualTo(open + 2);
        assertThat(queue.overdue()).isEqualTo(late + 1);
        assertThat(queue.oldestDue()).isBeforeOrEqualTo(due.toInstant());
        assertThat(queue("coordinators-5", place).open()).isEqualTo(elsewhere);
        assertThat(steps.queues(null).stream().filter(one -> one.task().equals(place)).findFirst().orElseThrow().open()).isGreaterThanOrEqualTo(open + 2);
    }

    @Test
    void thePageSpeaksThreeLanguagesAndHasATableForEachChart() throws Exception {
        open(3, "help-request", "screenRequest");
        for (var title : java.util.Map.of("fi", "Tilannekuva", "sv", "Lägesbild", "en", "Overview").entrySet()) {
            var page = mvc.perform(get("/manage").param("lang", title.getKey()).param("major", MAJOR).with(user("manager").roles("MANAGER")))
                    .andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
            assertThat(page).contains("<h1>" + title.getValue() + "</h1>").contains("id=\"ages\"", "id=\"weeks-table\"", "id=\"times\"", "id=\"steps\"")
                    .contains("data-step=\"screenRequest\"").doesNotContain("??").contains("/camunda/app/cockpit/");
        }
    }

    @Test
    void unknownChoicesAreAnsweredAsIfNothingWereChosen() throws Exception {
        mvc.perform(get("/manage").param("major", "99").param("weeks", "x").param("process", "<script>").with(user("manager").roles("MANAGER")))
                .andExpect(status().isOk()).andExpect(content().string(org.hamcrest.Matchers.not(org.hamcrest.Matchers.containsString("<script>"))));
    }

    @Test
    void theDrawingIsServedAndNothingElse() throws Exception {
        mvc.perform(get("/manage/drawings/help-request").with(user("manager").roles("MANAGER")))
                .andExpect(status().isOk()).andExpect(content().contentTypeCompatibleWith("application/xml"))
                .andExpect(content().string(org.hamcrest.Matchers.containsString("screenRequest")));
        mvc.perform(get("/manage/drawings/secrets").with(user("manager").roles("MANAGER"))).andExpect(status().isNotFound());
        mvc.perform(get("/manage").with(user("coordinator").roles("COORDINATOR"))).andExpect(status().isForbidden());
    }

    private CaseStepFigures.Queue queue(String group, Place place) {
        return steps.queues(group).stream().filter(one -> one.task().equals(place)).findFirst()
                .orElse(new CaseStepFigures.Queue(place, 0, 0, null));
    }

    private Date atScreening() {
        var instance = runtime.createProcessInstanceByKey("help-request").businessKey(UUID.randomUUID().toString())
                .setVariable("majorDistrict", MAJOR).setVariable("urgency", "NORMAL").startBeforeActivity("screenRequest").execute();
        return tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult().getDueDate();
    }

    private static List<Integer> more(Overview before, Overview after, String stage) {
        var was = counts(before, stage);
        var is = counts(after, stage);
        return java.util.stream.IntStream.range(0, is.size()).mapToObj(i -> is.get(i) - was.get(i)).toList();
    }

    private static List<Integer> counts(Overview overview, String stage) {
        return overview.stages().stream().filter(row -> row.stage().equals(stage)).findFirst().orElseThrow().counts();
    }

    private static List<Integer> more(Overview before, Overview after, int week) {
        var was = before.weeks().get(week);
        var is = after.weeks().get(week);
        return List.of(is.received() - was.received(), is.begun() - was.begun(), is.closed() - was.closed());
    }

    private void open(int daysOld, String process, String step) {
        visit(request(daysAgo(daysOld), null, null), process, step, "userTask", daysAgo(1), null);
    }

    private void closed(int daysOld, int closedDaysAgo, String outcome) {
        request(daysAgo(daysOld), outcome, daysAgo(closedDaysAgo));
    }

    private void stayed(UUID caseId, String step, int from, int to) {
        visit(caseId, "help-request", step, "userTask", daysAgo(from), daysAgo(to));
    }

    private static Instant daysAgo(int days) {
        return NOW.minus(Duration.ofDays(days));
    }

    private UUID request(Instant receivedAt, String outcome, Instant closedAt) {
        var id = UUID.randomUUID();
        database.sql("""
                insert into apusilta.help_request (id, reference, asked_by, district, major, description, times, languages, recurring,
                    pets_at_home, smoking_at_home, needs_strength, needs_car, received_at, outcome, closed_at)
                values (?, ?, 'SELF', '401', ?, '', '{}', '{}', true, false, false, false, false, ?, ?, ?)""")
                .params(id, id.toString(), MAJOR, java.sql.Timestamp.from(receivedAt), outcome, closedAt == null ? null : java.sql.Timestamp.from(closedAt)).update();
        return id;
    }

    private void visit(UUID caseId, String process, String step, String type, Instant entered, Instant left) {
        database.sql("""
                insert into apusilta.case_step (case_id, process, instance_id, activity_instance_id, step, type, entered_at, left_at)
                values (?, ?, 'by hand', ?, ?, ?, ?, ?)""")
                .params(caseId, process, UUID.randomUUID().toString(), step, type, java.sql.Timestamp.from(entered),
                        left == null ? null : java.sql.Timestamp.from(left)).update();
    }
}
