package org.apusilta.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apusilta.ApusiltaTest;
import org.apusilta.matching.internal.Visiting;
import org.apusilta.messaging.Messages;
import org.apusilta.messaging.Recipient.Role;
import org.apusilta.messaging.internal.Postman;
import org.apusilta.relationship.internal.Closings;
import org.apusilta.request.AskedBy;
import org.apusilta.request.Change;
import org.apusilta.request.HelpRequests.DeathToldBy;
import org.apusilta.request.Reports;
import org.apusilta.request.RequestChanges;
import org.apusilta.request.RequestStatus;
import org.apusilta.volunteer.Volunteers;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Endings: planned, faded, broken, and by death. Told to the right people in the right order, and everything closes the same day. */
@ApusiltaTest
class EndingsIT {

    @Autowired Journey walk;
    @Autowired org.apusilta.casefile.internal.UntoldMessages letters;
    @Autowired Messages messages;
    @Autowired Postman post;
    @Autowired Closings closings;
    @Autowired Volunteers volunteers;
    @Autowired Visiting visiting;
    @Autowired Reports reports;
    @Autowired RequestChanges changes;
    @Autowired IdentityService identity;
    @Autowired List<org.apusilta.engine.FormFilling> fillings;

    @BeforeEach
    void people() {
        walk.somePeople();
    }

    @AfterEach
    void today() {
        ClockUtil.reset();
    }

    @Test
    void whoMovesToAnotherPartOfTheCityIsScreenedThere() {
        var id = walk.received();
        walk.accept(id);
        assertThat(changes.record(id, new Change(null, null, null, null, "101", null, "Muutin keskustaan."), true, "coordinator")).isEqualTo(Change.Result.DONE);
        walk.runJobs(id);
        var task = walk.task(id, "screenRequest");
        assertThat(walk.tasks.getIdentityLinksForTask(task.getId())).as("the coordinators of where the client lives now")
                .anyMatch(link -> "coordinators-1".equals(link.getGroupId())).noneMatch(link -> "coordinators-7".equals(link.getGroupId()));
    }

    /** What runs goes on, and is the new district's from that moment: its tasks, the rights to them, and what comes later. */
    @Test
    void aRunningSupportFollowsTheClientToAnotherDistrict() {
        var id = walk.supported(AskedBy.SELF);
        walk.timePassesUntil(id, "followUpDue");
        walk.timePassesUntil(id, "checkInsOverdue");
        var task = walk.task(id, "followUp").getId();
        walk.tasks.setAssignee(task, "coordinator-east");
        assertThat(seen(task, "coordinator-east", "coordinators-7")).isTrue();
        assertThat(changes.record(id, new Change(null, null, null, null, "101", null, "Muutti keskustaan."), false, "coordinator")).isEqualTo(Change.Result.KEPT);

        assertThat(walk.tasks.getIdentityLinksForTask(task)).extracting(link -> link.getGroupId()).containsExactly("coordinators-1");
        assertThat(seen(task, "coordinator-east", "coordinators-7")).as("not the old district's any more").isFalse();
        assertThat(seen(task, "coordinator-centre", "coordinators-1")).as("but the new one's").isTrue();
        assertThat(walk.database.sql("select distinct team from apusilta.open_task where case_id = ?").param(id).query(String.class).list()).containsExactly("coordinators-1");
        assertThat(walk.database.sql("select count(*) from apusilta.open_task where case_id = ? and assignee is not null").param(id).query(Integer.class).single()).isZero();
        assertThat(walk.runtime.createVariableInstanceQuery().variableName("majorDistrict").processInstanceIdIn(walk.runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(id.toString()).list().stream().map(one -> one.getId()).toArray(String[]::new)).list())
                .isNotEmpty().allSatisfy(one -> assertThat(one.getValue()).isEqualTo("1"));

        walk.complete(id, "followUp", "followUpOutcome", "END");
        assertThat(walk.tasks.getIdentityLinksForTask(walk.task(id, "closeRelationship").getId())).extracting(link -> link.getGroupId()).containsExactly("coordinators-1");
    }

    private boolean seen(String task, String who, String team) {
        identity.setAuthentication(who, List.of(team), List.of());
        try {
            return walk.tasks.createTaskQuery().taskId(task).count() == 1;
        } finally {
            identity.clearAuthentication();
        }
    }

    @Test
    void aPlannedEndingHasALastVisitThenThanksThenAQuestion() {
        var id = closing(AskedBy.RELATIVE);
        var volunteer = walk.supports.of(id).orElseThrow().volunteerId();
        walk.complete(id, "closeRelationship", Map.of());
        assertThat(walk.openTasks(id)).as("not said: asked again").contains("closeRelationship");

        walk.complete(id, "closeRelationship", Map.of("closingReason", "MOVE_TO_CARE", "farewellOn", inDays(100).toString()));
        assertThat(walk.requests.status(id)).as("until the last visit it runs").isEqualTo(RequestStatus.ACTIVE);
        assertThat(visiting.view(id, volunteer)).as("and the volunteer can open what they need").isPresent();
        assertThat(sent(id, "thanks-client", Role.CLIENT)).isEmpty();

        walk.timePassesUntil(id, "farewellHeld");
        assertThat(walk.requests.status(id)).isEqualTo(RequestStatus.ENDED);
        assertThat(visiting.view(id, volunteer)).as("closed the same day").isEmpty();
        assertThat(sent(id, "thanks-client", Role.CLIENT)).hasSize(1);
        assertThat(sent(id, "thanks-volunteer", Role.VOLUNTEER)).hasSize(1);
        assertThat(sent(id, "support-ended", Role.REQUESTER)).as("who asked for the client hears it, too").hasSize(1);
        assertThat(why(id)).isEqualTo("MOVE_TO_CARE");

        walk.answer("what-next", id, id, Map.of("wish", "PAUSE"));
        assertThat(closings.find(id).orElseThrow().wish()).as("a break needs a day").isNull();
        walk.answer("what-next", id, id, Map.of("wish", "PAUSE", "until", inDays(30).toString()));
        assertThat(volunteers.restingUntil(volunteer)).contains(inDays(30));
        assertThat(walk.instances(id)).isEmpty();
        walk.answer("what-next", id, id, Map.of("wish", "GROUP"));
        assertThat(closings.find(id).orElseThrow().wish()).as("the first answer stays").isEqualTo(Closings.Wish.PAUSE);
    }

    @Test
    void aVolunteerWhoWouldLikeAGroupIsCalled() {
        var id = closing();
        walk.complete(id, "closeRelationship", "closingReason", "GOAL_MET");
        walk.answer("what-next", id, id, Map.of("wish", "GROUP"));
        assertThat(walk.openTasks(id)).containsExactly("helpOnward");
        walk.complete(id, "helpOnward", "onwardOutcome", "GROUP");
        assertThat(walk.instances(id)).isEmpty();
    }

    @Test
    void noAnswerToWhatNextIsAnAnswer() {
        var id = closing();
        walk.complete(id, "closeRelationship", "closingReason", "VOLUNTEER_STOPS");
        assertThat(parted(id)).containsExactly(true);
        walk.timePassesUntil(id, "wishOverdue");
        assertThat(walk.instances(id)).isEmpty();
        walk.answer("what-next", id, id, Map.of("wish", "TALK"));
        assertThat(closings.find(id).orElseThrow().wish()).as("nobody would hear it any more: the page says so and whom to call").isNull();
    }

    @Test
    void whatFadedOutEndsGently() {
        var id = closing(AskedBy.SOCIAL_WORKER);
        walk.database.sql("update apusilta.help_request set tell_back = 'NOTHING' where id = ?").param(id).update();
        walk.complete(id, "closeRelationship", "closingReason", "FADED");
        assertThat(parted(id)).isEmpty();
        assertThat(sent(id, "support-faded", Role.CLIENT)).hasSize(1);
        assertThat(sent(id, "support-faded", Role.VOLUNTEER)).hasSize(1);
        assertThat(sent(id, "support-faded", Role.REQUESTER)).as("the client agreed that nothing is told").isEmpty();
        assertThat(messages.of(id)).noneMatch(m -> m.template().startsWith("thanks-"));
        assertThat(walk.instances(id)).isEmpty();
    }

    @Test
    void aBreachIsToldByAPersonAndTheLeadHears() {
        var id = closing();
        var volunteer = walk.supports.of(id).orElseThrow().volunteerId();
        int before = messages.of(id).size();
        walk.complete(id, "closeRelationship", "closingReason", "BREACH");
        assertThat(walk.openTasks(id)).containsExactly("tellBreach");
        assertThat(visiting.view(id, volunteer)).isEmpty();
        assertThat(volunteers.restingUntil(volunteer)).as("not proposed meanwhile").isPresent();
        assertThat(messages.of(id).subList(before, messages.of(id).size())).as("only the lead is written to").allMatch(m -> m.role() == Role.STAFF);
        walk.complete(id, "tellBreach", "breachOutcome", "BOTH");
        walk.timePassesUntil(id, "debriefDue");
        walk.complete(id, "debriefVolunteer", "debriefOutcome", "WELL");
        assertThat(walk.instances(id)).isEmpty();
        assertThat(why(id)).isEqualTo("BREACH");
        assertThat(parted(id)).as("these two are not brought together again").containsExactly(false);
    }

    /** @return whether the two parted well, when that counts for later matches */
    private List<Boolean> parted(UUID id) {
        return walk.database.sql("select good from apusilta.pair_end where case_id = ?").param(id).query(Boolean.class).list();
    }

    /** Told by link, made sure of by a person, the volunteer called first, then who asked; and no machine writes to the client's side. */
    @Test
    void aDeathIsToldByPeopleInTheRightOrder() {
        var id = walk.received(AskedBy.RELATIVE);
        walk.accept(id);
        var volunteer = walk.chooseFirst(id);
        walk.bothSayYes(id);
        reports.clientDied(id, Reports.ToldBy.REQUESTER, "Äiti nukkui pois eilen.");
        assertThat(walk.openTasks(id)).containsExactlyInAnyOrder("arrangeFirstMeeting", "checkReport");
        walk.complete(id, "checkReport", Map.of());
        assertThat(walk.openTasks(id)).as("not decided: asked again").contains("checkReport");

        walk.complete(id, "checkReport", "reportOutcome", "CONFIRMED");
        assertThat(walk.openTasks(id)).as("the volunteer first").containsExactly("callVolunteer");
        assertThat(messages.of(id)).as("what waited for the client's side is taken back")
                .noneMatch(m -> m.state().equals("PLANNED") && m.role() != Role.VOLUNTEER);
        post.deliver();
        walk.complete(id, "callVolunteer", "volunteerCalled", "KNEW");
        assertThat(walk.openTasks(id)).as("who told us need not be called").isEmpty();
        walk.timePassesUntil(id, "debriefDue");
        walk.complete(id, "debriefVolunteer", Map.of("debriefOutcome", "SUPPORT", "restUntil", inDays(90).toString()));
        assertThat(walk.instances(id)).isEmpty();
        assertThat(volunteers.restingUntil(volunteer)).contains(inDays(90));
        assertThat(messages.of(id)).noneMatch(m -> m.template().equals("offer-withdrawn") || m.template().equals("request-withdrawn"));
        walk.engineKnowsNothingOf(List.of("nukkui pois"));
    }

    @Test
    void whatIsWrittenToTheClientAfterADeathNeverLeaves() {
        var id = walk.received();
        walk.requests.clientDied(id, DeathToldBy.OTHER, "coordinator");
        walk.runJobs(id);
        var client = walk.requests.client(id);
        messages.send(new Messages.Draft(id, new org.apusilta.messaging.Recipient(Role.CLIENT, client.name(), client.email(), client.phone(), "fi"), "request-withdrawn",
                Map.of("reference", "AP-1"), null));
        messages.send(new Messages.Draft(id, new org.apusilta.messaging.Recipient(Role.PARTNER, "Joku", client.email(), null, "fi"), "request-withdrawn",
                Map.of("reference", "AP-1"), null));
        post.deliver();
        assertThat(messages.of(id)).filteredOn(m -> m.template().equals("request-withdrawn")).hasSize(2).allMatch(m -> m.state().equals("REVOKED"));
    }

    /** Two requests, sent apart, that seem to be one person's: a death in one ends only that one, and a person looks at the other. */
    @Test
    void aDeathInOneRequestMakesAPersonLookAtTheOtherOfTheSamePerson() {
        var id = walk.received();
        var same = walk.received();
        var namesake = walk.received();
        walk.database.sql("update apusilta.client set name = 'Aino Kaksonen', birth_year = 1938, phone = '040 111 2222', email = null, address = null where request_id = ?").param(id).update();
        walk.database.sql("update apusilta.client set name = 'aino kaksonen ', birth_year = 1938, phone = '0401112222', email = null, address = 'Muu katu 2' where request_id = ?").param(same).update();
        walk.database.sql("update apusilta.client set name = 'Aino Kaksonen', birth_year = 1938, phone = '050 999 9999', email = null, address = null where request_id = ?").param(namesake).update();
        walk.requests.clientDied(id, DeathToldBy.OTHER, "coordinator");
        walk.runJobs(id);
        assertThat(walk.openTasks(same)).containsExactlyInAnyOrder("screenRequest", "checkReport");
        assertThat(walk.requests.died(same)).as("nothing ends by itself").isFalse();
        assertThat(walk.openTasks(namesake)).as("a name alone is nobody").containsExactly("screenRequest");
        assertThat(reports.of(same)).singleElement().satisfies(report -> {
            assertThat(report.toldBy()).isEqualTo("OTHER_CASE");
            assertThat(report.words()).isEqualTo(walk.requests.facts(id).reference());
        });
        var form = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
        form.putArray("components").addObject().put("id", "whatToDo").put("text", "Joku on kertonut linkin kautta");
        fillings.stream().filter(one -> one.form().equals("request/check-report")).findFirst().orElseThrow()
                .fill(form, same, walk.task(same, "checkReport").getId(), java.util.Locale.forLanguageTag("fi"));
        assertThat(form.toString()).contains("Sama henkilö on voinut kuolla: tarkista", walk.requests.facts(id).reference()).doesNotContain("linkin kautta");

        walk.accept(same);
        post.deliver();
        assertThat(sent(same, "request-accepted", Role.CLIENT)).as("nothing automatic while a person looks").singleElement().extracting(Messages.Sent::state).isEqualTo("PLANNED");

        walk.complete(same, "checkReport", "reportOutcome", "CONFIRMED");
        walk.runJobs(same);
        assertThat(sent(same, "request-accepted", Role.CLIENT)).as("taken back").singleElement().extracting(Messages.Sent::state).isEqualTo("REVOKED");
        assertThat(walk.requests.status(same)).isEqualTo(RequestStatus.ENDED);
        walk.engineKnowsNothingOf(List.of("Kaksonen"));
    }

    @Test
    void aReportThatIsNotSoChangesNothingAndUntilThenNoLetterLeaves() {
        var id = walk.received();
        reports.clientDied(id, Reports.ToldBy.CLIENT, null);
        walk.accept(id);
        post.deliver();
        assertThat(sent(id, "request-accepted", Role.CLIENT)).as("held back until a person has found out").singleElement().extracting(Messages.Sent::state).isEqualTo("PLANNED");

        walk.complete(id, "checkReport", "reportOutcome", "NOT_SO");
        post.deliver();
        assertThat(sent(id, "request-accepted", Role.CLIENT)).as("let go").singleElement().extracting(Messages.Sent::state).isEqualTo("SENT");
        assertThat(walk.openTasks(id)).containsExactly("chooseVolunteer");
        assertThat(walk.requests.died(id)).isFalse();
    }

    /** Told by link while a coordinator heard it, too: nobody is to check what is on record. */
    @Test
    void aDeathSomebodyRecordsMeanwhileNeedsNoCheckingAnyMore() {
        var id = walk.received();
        reports.clientDied(id, Reports.ToldBy.VOLUNTEER, "Hän on kuollut.");
        assertThat(walk.openTasks(id)).contains("checkReport");

        walk.requests.clientDied(id, DeathToldBy.OTHER, "coordinator");
        walk.runJobs(id);
        assertThat(walk.openTasks(id)).doesNotContain("checkReport");
        assertThat(reports.of(id)).singleElement().satisfies(report -> {
            assertThat(report.outcome()).isEqualTo("CONFIRMED");
            assertThat(report.settledBy()).isEqualTo("coordinator");
        });
    }

    /** A letter that a person is to bring is not on their list while another finds out whether the client lives. */
    @Test
    void whatAPersonWouldTellTheClientWaitsToo() {
        var id = walk.received();
        walk.database.sql("update apusilta.client set email = null, phone = null where request_id = ?").param(id).update();
        reports.clientDied(id, Reports.ToldBy.VOLUNTEER, null);
        walk.accept(id);
        assertThat(sent(id, "request-accepted", Role.CLIENT)).singleElement().extracting(Messages.Sent::state).isEqualTo("BY_HAND");
        assertThat(untold(id)).isZero();
        walk.complete(id, "checkReport", "reportOutcome", "NOT_SO");
        assertThat(untold(id)).isPositive();
    }

    private long untold(UUID id) {
        return letters.in(java.util.Set.of("7")).stream().filter(one -> one.caseId().equals(id)).count();
    }

    /** Once two have been brought together, a wish by link is a coordinator's to agree to. */
    @Test
    void aWishAfterTheMatchIsAgreedToByAPerson() {
        var id = walk.received();
        walk.accept(id);
        walk.chooseFirst(id);
        walk.bothSayYes(id);
        assertThat(changes.wish(id, new Change(List.of("PHONE_FRIEND"), null, null, null, null, null, "Soitto riittäisi."))).isEqualTo(Change.Result.TO_COORDINATOR);
        assertThat(walk.requests.facts(id).kinds()).containsExactly("FRIEND_VISIT");
        walk.complete(id, "checkReport", "reportOutcome", "CONFIRMED");
        assertThat(walk.requests.facts(id).kinds()).containsExactly("PHONE_FRIEND");
        assertThat(walk.openTasks(id)).containsExactly("screenRequest");
        assertThat(sent(id, "volunteer-not-coming", Role.CLIENT)).hasSize(1);
        assertThat(changes.of(id)).singleElement().satisfies(change -> assertThat(change.was()).containsEntry("kinds", "FRIEND_VISIT"));
    }

    private String why(UUID id) {
        return walk.database.sql("select end_reason from apusilta.support where case_id = ?").param(id).query(String.class).single();
    }

    private UUID closing() {
        return closing(AskedBy.SELF);
    }

    private UUID closing(AskedBy askedBy) {
        var id = walk.supported(askedBy);
        walk.timePassesUntil(id, "followUpDue");
        walk.timePassesUntil(id, "checkInsOverdue");
        walk.complete(id, "followUp", "followUpOutcome", "END");
        return id;
    }

    private List<Messages.Sent> sent(UUID id, String template, Role role) {
        return messages.of(id).stream().filter(m -> m.template().equals(template) && m.role() == role).toList();
    }

    private static LocalDate inDays(int days) {
        return LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), java.time.ZoneId.of("Europe/Helsinki")).plusDays(days);
    }
}
