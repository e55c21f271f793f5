package org.apusilta.engine.desk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.task.TaskQuery;

/**
 * A filter in Tasklist, in the order it stands there. Each names the reader's own groups, so that the same list serves a
 * coordinator's districts and a team lead's whole city; the engine's rights decide beside it. The colours are dark enough to be
 * read as text on white. Tasklist opens the first by itself.
 */
enum Queue {
    SCREEN("#005ea5", keys("screenRequest", "decideWithoutAnswer")),
    MATCH("#00692f", keys("chooseVolunteer", "confirmWithClient")),
    NOBODY_FOUND("#a83c00", keys("widenSearch")),
    WAITING("#8a4b08", keys("callWaitingClient", "arrangeInterim", "reviewChange")),
    PARTNERS("#3d5a80", keys("chooseNetwork", "prepareHandOff", "callPartner", "checkArrival")),
    FIRST_MEETINGS("#006f7a", keys("arrangeFirstMeeting", "recordFirstMeeting")),
    AGREEMENTS("#6e4c9f", keys("finaliseAgreement", "collectConfirmations", "settleFitness")),
    FOLLOW_UPS("#7a5300", keys("followUp", "checkContact", "decideScopeDrift", "closeRelationship", "helpOnward")),
    CONCERNS("#b01038", keys("handleConcern", "agreeOutcome", "checkReport", "tellBreach", "callVolunteer", "callRequester", "debriefVolunteer")),
    CARE("#7b2d6b", keys("approveThanks", "contactVolunteer", "offerFirstTask", "reviewWishes", "sayGoodbye", "settleCases", "recordAttendance")),
    APPLICANTS("#2d5f2e", keys("reviewApplication", "callGuardian", "arrangeGroup", "bookByPhone", "holdInterview", "takeReferences", "decideApplication", "followTraining",
            "collectCheckConsent", "requestExtract", "checkExtract", "awaitAssessment", "collectCityConfirmation")),
    OVERDUE("#b01038", tasks -> readers(tasks.dueBeforeExpression("${now()}"))),
    MINE("#1a1a1a", tasks -> tasks.taskAssigneeExpression("${currentUser()}")),
    ALL("#595959", Queue::readers);

    /** Where a filter keeps which queue it is: names change with the language. */
    static final String PROPERTY = "queue";

    private final String colour;
    private final UnaryOperator<TaskQuery> condition;

    Queue(String colour, UnaryOperator<TaskQuery> condition) {
        this.colour = colour;
        this.condition = condition;
    }

    /** @return the most pressing first, then what is due first, then the oldest */
    TaskQuery query(TaskQuery tasks) {
        return condition.apply(tasks.active()).orderByTaskPriority().desc().orderByDueDate().asc().orderByTaskCreateTime().asc();
    }

    /** @return the bundle's key for name and description */
    String key() {
        return "engine.queue." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Map<String, Object> properties(String description) {
        return Map.of(PROPERTY, name(), "description", description, "priority", ordinal() * 10, "color", colour, "refresh", true,
                "showUndefinedVariable", false, "variables", List.of());
    }

    private static UnaryOperator<TaskQuery> keys(String... tasks) {
        return query -> readers(query.taskDefinitionKeyIn(tasks));
    }

    /**
     * Says what rights say anyway, so that the database begins at the reader's tasks and not at the city's. Each task has a candidate
     * group, and only groups have rights: an "or mine" would show nothing more and make the database read every open task.
     */
    private static TaskQuery readers(TaskQuery tasks) {
        return tasks.taskCandidateGroupInExpression("${queueGroups.ofReader()}").includeAssignedTasks();
    }
}
