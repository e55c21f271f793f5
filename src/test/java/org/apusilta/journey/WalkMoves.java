package org.apusilta.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apusilta.casefile.AdHocTasks;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.engine.OverdueWatch;
import org.apusilta.engine.Words;
import org.apusilta.engine.forms.ServedForms.Field;
import org.apusilta.journey.Walk.Happened;
import org.apusilta.messaging.internal.LinkDesk;
import org.apusilta.messaging.internal.Postman;
import org.apusilta.operations.Failing;
import org.apusilta.request.AskedBy;
import org.apusilta.request.Change;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.NewRequest;
import org.apusilta.request.Reports;
import org.apusilta.request.RequestChanges;
import org.apusilta.volunteer.Volunteers;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What can happen in the city. Each move looks for what it could do now, in an order that is the same in every run, and throws the
 * walk's dice; it gives back what happened, or null when it could do nothing. A new move is one more line in {@link #all}.
 */
@TestComponent
public class WalkMoves {

    /** So many cases live at once; more come only when one has ended. */
    private static final int LIVING = 40;
    private static final int LATEST_LINKS = 400;

    /** Answers by which a case goes forward: without a preference hardly one would become a support. */
    private static final Set<Object> FORWARD = Set.of("ACCEPTED", "VOLUNTEER", "YES", "CONTINUE", "READY", "RECORDED", "PHONE", "PAPER", "WELL", "SEND", "RETRY", "GO_ON", "WIDEN",
            "INTERVIEW", "SUITABLE", "GIVEN", "BOOKED", "GOOD", "LOOK_AGAIN", "MAY_BE_ASSIGNED", "THANK", "AGAIN", "ADOPTED", "HELD");
    /** Answers by which a case comes to its end, when nothing new is begun. */
    private static final Set<Object> ENDING = Set.of("DECLINED", "STOP", "END", "NOBODY", "GO_ON", "RETRY", "WORRY", "CANCEL", "RETURNED", "NO", "DONE",
            "GIVE_UP", "REFUSED", "CLOSE", "LEAVE_OUT", "LEAVE", "SKIP", "AGREED", "TALKED", "THANKS", "HELD", "SETTLED");

    /** One thing that can happen. @param weight how often, against the others */
    record Move(String name, int weight, Supplier<@Nullable Happened> happen) {}

    record Due(String id, UUID caseId, String process, String step) {}

    private record Link(String token, String purpose, UUID caseId, UUID subject, boolean fresh) {}

    /** Thrown after the engine's call, where a process could be killed. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final Journey journey;
    private final LinkDesk desk;
    private final Postman post;
    private final WalkAnswers answers;
    private final WalkLives lives;
    private final Words words;
    private final Catalogue catalogue;
    private final OverdueWatch overdue;
    private final Volunteers volunteers;
    private final RequestChanges changes;
    private final Reports reports;
    private final DefaultListableBeanFactory beans;
    private final TransactionTemplate transaction;
    private Walk walk;
    private Failing failing;
    private int mendedAt;

    WalkMoves(Journey journey, LinkDesk desk, Postman post, WalkAnswers answers, WalkLives lives, Words words, Catalogue catalogue, OverdueWatch overdue, Volunteers volunteers,
            RequestChanges changes, Reports reports, DefaultListableBeanFactory beans, PlatformTransactionManager transactions) {
        this.journey = journey;
        this.desk = desk;
        this.post = post;
        this.answers = answers;
        this.lives = lives;
        this.words = words;
        this.catalogue = catalogue;
        this.overdue = overdue;
        this.volunteers = volunteers;
        this.changes = changes;
        this.reports = reports;
        this.beans = beans;
        this.transaction = new TransactionTemplate(transactions);
    }

    List<Move> all(Walk on) {
        walk = on;
        var cases = List.of(
                new Move("a job runs", 62, this::jobRuns),
                new Move("time passes", 14, this::timePasses),
                new Move("the mails go out", 12, this::mailsGoOut),
                new Move("a task is done", 42, this::taskDone),
                new Move("an applicant's way goes on", 16, this::applicantGoesOn),
                new Move("a form that does not fit is refused", 3, this::formRefused),
                new Move("a link is answered", 30, this::linkAnswered),
                new Move("a request comes", 10, this::requestComes),
                new Move("the client withdraws", 1, this::clientWithdraws),
                new Move("the client dies", 1, this::clientDies),
                new Move("somebody tells of a death", 1, this::deathTold),
                new Move("a volunteer leaves", 1, this::volunteerLeaves),
                new Move("a volunteer rests", 1, this::volunteerRests),
                new Move("the request changes", 1, this::requestChanges),
                new Move("a closed case is taken up again", 1, this::takenUpAgain),
                new Move("a coordinator asks for something", 1, this::adHocTask),
                new Move("the watch looks for late tasks", 1, this::watched),
                new Move("a step begins to fail", 1, this::beginsToFail),
                new Move("killed in the middle", 4, this::killed));
        return Stream.concat(cases.stream(), lives.all(on).stream()).toList();
    }

    /** Some for friends in the east, some for all kinds of help anywhere. */
    void partners() {
        for (int i = 0; i < 3; i++) {
            journey.aPartner();
            journey.aPartner(kinds(), true);
        }
        journey.aNetwork(3);
    }

    private List<String> kinds() {
        return catalogue.kinds().stream().map(org.apusilta.catalogue.Kind::code).sorted().toList();
    }

    /** What happens without anybody's doing: what failed works again. */
    void before() {
        if (failing != null && walk.step() >= mendedAt) {
            mended();
        }
    }

    void mended() {
        if (failing != null) {
            failing.close();
            failing = null;
        }
    }

    // --- the machine

    private @Nullable Happened jobRuns() {
        var due = due();
        if (due.isEmpty()) {
            return null;
        }
        var job = due.get(walk.dice.nextInt(walk.chance(50) ? Math.min(3, due.size()) : due.size()));   // or who came last would wait for all others
        return new Happened(job.caseId(), "a job runs: " + job.process() + "." + job.step() + (ran(job) ? "" : " fails"));
    }

    /** @return whether it went well; only what was made to fail may not */
    boolean ran(Due job) {
        walk.about(job.caseId(), "run a job of " + job.process() + "." + job.step());
        int before = failing == null ? 0 : failing.times();
        try {
            journey.jobs.executeJob(job.id());
            return true;
        } catch (RuntimeException problem) {
            if (failing != null && failing.times() > before) {
                return false;
            }
            throw problem;
        }
    }

    /** @return the jobs and timers that are due now, the one that waits longest first */
    List<Due> due() {
        return sorted(journey.database.sql(DUE + " AND (j.duedate_ IS NULL OR j.duedate_ <= ?)").param(java.sql.Timestamp.from(walk.now())).query(Row.class).list());
    }

    private static final String DUE = """
            SELECT j.id_ AS id, j.duedate_ AS due, j.handler_type_ AS handler, d.act_id_ AS step, d.proc_def_key_ AS process, i.business_key_ AS business_key
            FROM act_ru_job j JOIN act_ru_jobdef d ON d.id_ = j.job_def_id_ JOIN act_ru_execution i ON i.id_ = j.process_instance_id_
            WHERE j.retries_ > 0""";

    record Row(String id, java.sql.@Nullable Timestamp due, String handler, String step, String process, String businessKey) {}

    private List<Due> sorted(List<Row> rows) {
        return rows.stream().sorted(Comparator.<Row, Instant>comparing(row -> row.due() == null ? Instant.EPOCH : row.due().toInstant())
                        .thenComparing(row -> walk.number(UUID.fromString(row.businessKey()))).thenComparing(Row::process).thenComparing(Row::step).thenComparing(Row::handler))
                .map(row -> new Due(row.id(), UUID.fromString(row.businessKey()), row.process(), row.step())).toList();
    }

    /** Nobody does anything until the next timer goes off, or for some hours. */
    private @Nullable Happened timePasses() {
        if (walk.chance(40)) {
            walk.passes(Duration.ofMinutes(20 + walk.dice.nextInt(600)));
            return new Happened(null, "time passes");
        }
        return untilNext() ? new Happened(null, "time passes: until the next timer") : null;
    }

    boolean untilNext() {
        var next = journey.database.sql("SELECT min(duedate_) FROM act_ru_job WHERE retries_ > 0 AND duedate_ > ? AND process_instance_id_ IS NOT NULL")
                .param(java.sql.Timestamp.from(walk.now())).query(java.sql.Timestamp.class).optional();
        next.ifPresent(then -> walk.passesTo(then.toInstant().plusSeconds(60)));
        return next.isPresent();
    }

    /** Until then nobody has got them, and what is taken back before never leaves. */
    private @Nullable Happened mailsGoOut() {
        int before = waitingMails();
        post.deliver();
        return before == 0 ? null : new Happened(null, "the mails go out: " + before);
    }

    private int waitingMails() {
        return journey.database.sql("SELECT count(*) FROM apusilta.message m WHERE next_try <= ?").param(java.sql.Timestamp.from(walk.now())).query(Integer.class).single();
    }

    private @Nullable Happened beginsToFail() {
        if (failing != null) {
            return null;
        }
        var steps = journey.drawings.createProcessDefinitionQuery().latestVersion().orderByProcessDefinitionKey().asc().list().stream()
                .flatMap(one -> journey.drawings.getBpmnModelInstance(one.getId()).getModelElementsByType(ServiceTask.class).stream())
                .filter(ServiceTask::isCamundaAsyncBefore).map(ServiceTask::getId).sorted().toList();
        var step = walk.one(steps);
        failing = Failing.instead(beans, step);
        mendedAt = walk.step() + 20 + walk.dice.nextInt(120);
        return new Happened(null, "a step begins to fail: " + step);
    }

    /** Does what would be done, and dies after the engine's call, before the commit: nothing may have happened. */
    private @Nullable Happened killed() {
        if (failing != null) {
            return null;
        }
        var before = everything();
        var done = new Happened[1];
        try {
            transaction.executeWithoutResult(t -> {
                done[0] = walk.chance(60) ? jobRuns() : walk.chance(60) ? taskDone() : linkAnswered();
                throw new Killed();
            });
        } catch (Killed afterTheEnginesCall) {
            if (!before.equals(everything())) {
                throw new AssertionError("killed in " + done[0] + ", and something had happened");
            }
        }
        return done[0] == null ? null : new Happened(done[0].caseId(), "killed in the middle: " + done[0].what());
    }

    private String everything() {
        return journey.database.sql("""
                SELECT md5(coalesce(string_agg(x, ' ' ORDER BY x), '')) FROM (
                  SELECT id_ || coalesce(assignee_, '') AS x FROM act_ru_task UNION ALL SELECT id_ || retries_ || coalesce(duedate_::text, '') FROM act_ru_job
                  UNION ALL SELECT id_ || coalesce(act_id_, '') FROM act_ru_execution UNION ALL SELECT id_ || rev_ FROM act_ru_variable
                  UNION ALL SELECT id || state || coalesce(client_answer, '') FROM apusilta.offer UNION ALL SELECT id || coalesce(outcome, '') FROM apusilta.help_request
                  UNION ALL SELECT id || state FROM apusilta.message UNION ALL SELECT id || load::text FROM apusilta.volunteer
                  UNION ALL SELECT id || coalesce(used_at::text, '') || coalesce(revoked_at::text, '') FROM apusilta.link UNION ALL SELECT count(*)::text FROM apusilta.words
                  UNION ALL SELECT id || coalesce(outcome, '') || coalesce(guardian_answer, '') FROM apusilta.application UNION ALL SELECT id || coalesce(application_id::text, '') FROM apusilta.interview_slot
                  UNION ALL SELECT id::text || taken || coalesce(cancelled_at::text, '') FROM apusilta.recreation UNION ALL SELECT id || coalesce(outcome, '') FROM apusilta.care_due
                  UNION ALL SELECT id || state FROM apusilta.training_signup UNION ALL SELECT id || coalesce(valid_from::text, '') FROM apusilta.city_agreement) all_of_it""")
                .query(String.class).single();
    }

    // --- people at their desks

    private @Nullable Happened taskDone() {
        var tasks = tasks();
        var people = walk.chance(35) ? tasks.stream().filter(task -> walk.number(caseOf(task)) >= Walk.PEOPLE).toList() : tasks;
        return tasks.isEmpty() ? null : done(walk.one(people.isEmpty() ? tasks : people), FORWARD);
    }

    /** Of one applicant: what is due, else what a person has to do; or else nobody would come so far as to be a volunteer. */
    private @Nullable Happened applicantGoesOn() {
        var applying = lives.applying();
        if (applying.isEmpty()) {
            return null;
        }
        var id = walk.one(applying);
        var due = due().stream().filter(job -> job.caseId().equals(id)).findFirst();
        if (due.isPresent()) {
            return new Happened(id, "an applicant's way goes on: " + due.get().process() + "." + due.get().step() + (ran(due.get()) ? "" : " fails"));
        }
        var tasks = tasks().stream().filter(task -> caseOf(task).equals(id)).toList();
        return tasks.isEmpty() ? null : new Happened(id, "an applicant's way goes on: " + done(walk.one(tasks), FORWARD).what());
    }

    /** Takes the task up and does it, as its form allows. @param preferred answers that are given more often than others */
    Happened done(Task task, Set<Object> preferred) {
        var caseId = caseOf(task);
        walk.about(caseId, "do " + task.getTaskDefinitionKey());
        var filled = filled(task, caseId, preferred);
        walk.about(caseId, "do " + task.getTaskDefinitionKey() + " " + filled);
        journey.forms.refusal(task, caseId, filled).ifPresent(refusal -> {
            throw new AssertionError(task.getTaskDefinitionKey() + " refuses what its own form lets one choose: " + refusal + " of " + filled.keySet());
        });
        var written = new TreeMap<String, String>();
        var decided = new LinkedHashMap<String, Object>();
        filled.forEach((key, value) -> {
            if (key.startsWith("words_")) {
                written.put(key.substring("words_".length()), value.toString());
            } else {
                decided.put(key, value);
            }
        });
        transaction.executeWithoutResult(t -> {
            if (lives.aboutPeople(caseId)) {
                journey.tasks.setAssignee(task.getId(), "coordinator");   // a no to somebody, or what the law lets one see, is a named person's
            }
            words.keep(caseId, task.getId(), task.getTaskDefinitionKey(), written, "coordinator");
            journey.tasks.complete(task.getId(), decided);
        });
        return new Happened(caseId, "a task is done: " + task.getTaskDefinitionKey() + " " + told(filled));
    }

    /** Ids are new in every run. */
    private static Map<String, Object> told(Map<String, Object> filled) {
        var told = new LinkedHashMap<String, Object>();
        filled.forEach((key, value) -> {
            if (!key.startsWith("words_") || key.startsWith("words_border")) {
                told.put(key, value.toString().length() == 36 ? "SOMEBODY" : value);
            }
        });
        return told;
    }

    private Map<String, Object> filled(Task task, UUID caseId, Set<Object> preferred) {
        for (int tries = 0; tries < 30; tries++) {
            var filled = filledOnce(task, caseId, tries < 15 ? preferred : Set.of());   // such as a time for a talk, when none is free
            if (filled != null) {
                return filled;
            }
        }
        throw new AssertionError(task.getTaskDefinitionKey() + " demands a choice where nothing can be chosen, whatever else one answers");
    }

    /** @return null when this way leads to a question that has no answer, such as which partner when none fits */
    private @Nullable Map<String, Object> filledOnce(Task task, UUID caseId, Set<Object> preferred) {
        var known = new HashMap<>(journey.forms.known(task));
        var filled = new LinkedHashMap<String, Object>();
        for (var field : journey.forms.fields(task, caseId)) {
            // what a form asks begins empty, whatever was answered the last time
            known.put(field.key(), null);
            if (journey.forms.seen(field, known) && (field.required() || walk.chance(50))) {
                if (field.options().isEmpty() && Set.of("radio", "select").contains(field.type())) {
                    return null;
                }
                var value = value(field, preferred);
                filled.put(field.key(), value);
                known.put(field.key(), value);
            }
        }
        return filled;
    }

    private Object value(Field field, Set<Object> preferred) {
        return switch (field.type()) {
            case "radio", "select" -> {
                var better = field.options().stream().filter(option -> preferred.contains(option) || option.toString().length() == 36 && preferred == FORWARD).toList();
                yield !better.isEmpty() && walk.chance(90) ? walk.one(better) : walk.one(field.options());
            }
            case "checkbox" -> walk.dice.nextBoolean();
            case "number" -> 1 + walk.dice.nextInt(120);
            case "datetime" -> walk.today().plusDays(walk.dice.nextInt(40) - (field.past() ? 39 : 5)).toString();
            default -> walk.words();
        };
    }

    private @Nullable Happened formRefused() {
        var tasks = tasks();
        if (tasks.isEmpty()) {
            return null;
        }
        var task = walk.one(tasks);
        var caseId = caseOf(task);
        var wrong = new LinkedHashMap<>(filled(task, caseId, FORWARD));
        var fields = journey.forms.fields(task, caseId);
        var choices = fields.stream().filter(field -> !field.options().isEmpty()).toList();
        var texts = fields.stream().filter(field -> field.longest() > 0).toList();
        walk.about(caseId, "send something that does not fit " + task.getTaskDefinitionKey());
        String how;
        int dice = walk.dice.nextInt(4);
        switch (dice == 1 && choices.isEmpty() || dice == 3 && texts.isEmpty() ? 0 : dice) {
            case 0 -> {
                how = "something it does not ask";
                wrong.put("walkedIn", "ACCEPTED");
            }
            case 1 -> {
                how = "a choice it does not offer";
                wrong.put(walk.one(choices).key(), "SOMETHING_ELSE");
            }
            case 2 -> {
                how = "nothing at all";
                wrong.clear();
            }
            default -> {
                var text = walk.one(texts);
                how = "too long a text";
                wrong.put(text.key(), "a".repeat(text.longest() + 1));
            }
        }
        if (journey.forms.refusal(task, caseId, wrong).isEmpty()) {
            throw new AssertionError(task.getTaskDefinitionKey() + " takes " + how);
        }
        try {
            journey.tasks.complete(task.getId(), Map.of("walkedIn", walk.words()));
        } catch (RuntimeException refused) {
            return new Happened(caseId, "a form that does not fit is refused: " + task.getTaskDefinitionKey() + ", " + how);
        }
        throw new AssertionError("the engine took a variable nobody allowed, with " + task.getTaskDefinitionKey());
    }

    List<Task> tasks() {
        return journey.tasks.createTaskQuery().initializeFormKeys().list().stream()
                .sorted(Comparator.<Task>comparingInt(task -> walk.number(caseOf(task))).thenComparing(Task::getTaskDefinitionKey).thenComparing(Task::getCreateTime)).toList();
    }

    private final Map<String, UUID> casesOfInstances = new HashMap<>();

    UUID caseOf(Task task) {
        return casesOfInstances.computeIfAbsent(task.getProcessInstanceId(), instance -> UUID.fromString(
                journey.runtime.createProcessInstanceQuery().processInstanceId(instance).singleResult().getBusinessKey()));
    }

    private @Nullable Happened adHocTask() {
        var open = living();
        if (open.isEmpty()) {
            return null;
        }
        var id = walk.one(open);
        walk.about(id, "ask for an ad-hoc task");
        journey.adHocTask(id, walk.one(AdHocTasks.Kind.ASKED), walk.words());
        return new Happened(id, "a coordinator asks for something");
    }

    private Happened watched() {
        return new Happened(null, "the watch looks for late tasks: " + overdue.look());
    }

    // --- clients, requesters, volunteers, partners

    private @Nullable Happened requestComes() {
        if (living().size() >= LIVING) {
            return null;
        }
        var id = journey.requests.submit(request()).id();
        return new Happened(id, "a request comes");
    }

    private NewRequest request() {
        var plain = Journey.aRequest(walk.one(AskedBy.values()));
        var client = plain.client();
        var districts = catalogue.districts().stream().map(org.apusilta.catalogue.District::code).sorted().toList();
        var wanted = walk.chance(75) ? List.of("FRIEND_VISIT") : walk.some(2, kinds());
        return new NewRequest(plain.askedBy(),
                new NewRequest.Client(client.name(), walk.chance(80) ? client.phone() : null, walk.chance(80) ? client.email() : null, walk.chance(80) ? client.birthYear() : null,
                        walk.one("fi", "fi", "sv", "en", "ru"), walk.chance(60) ? "701" : walk.one(districts), client.address(), client.practical()),
                plain.requester(), true, plain.consent(), wanted, walk.one("Toivoisin seuraa. ", "Lääkkeiden jako ja pesuapu. ", "") + walk.words(),
                walk.chance(85) ? List.of("fi") : List.of(walk.one("sv", "en", "ru", "so")), walk.chance(70) ? List.of() : List.of("MON_AM", "WED_PM"), walk.dice.nextBoolean(),
                walk.one(1.0, 2.0, 2.0, 2.0, 3.0, 12.0, 30.0), walk.chance(80) ? null : walk.today().plusDays(walk.dice.nextInt(60)),
                new NewRequest.Home(walk.chance(20), walk.chance(10), walk.chance(20), walk.chance(15), walk.chance(85) ? null : walk.one("F", "M")), Map.of(),
                walk.chance(80) ? plain.care() : new NewRequest.Care(null, null, null, null), walk.one("fi", "sv", "en"), null);
    }

    private @Nullable Happened clientWithdraws() {
        var cases = walk.chance(85) ? living() : walk.cases();
        if (cases.isEmpty()) {
            return null;
        }
        var id = walk.one(cases);
        walk.about(id, "withdraw");
        journey.requests.withdraw(id, walk.one(HelpRequests.Who.values()));
        return new Happened(id, "the client withdraws");
    }

    private @Nullable Happened clientDies() {
        var cases = walk.chance(85) ? living() : walk.cases();
        if (cases.isEmpty() || walk.chance(40)) {
            return null;
        }
        var id = walk.one(cases);
        walk.about(id, "the client dies");
        journey.requests.clientDied(id, walk.one(HelpRequests.DeathToldBy.values()), "coordinator");
        return new Happened(id, "the client dies");
    }

    private @Nullable Happened deathTold() {
        var cases = living();
        if (cases.isEmpty() || walk.chance(40)) {
            return null;
        }
        var id = walk.one(cases);
        walk.about(id, "tell of a death");
        reports.clientDied(id, walk.one(Reports.ToldBy.values()), walk.chance(50) ? walk.words() : null);
        return new Happened(id, "somebody tells of a death");
    }

    private @Nullable Happened volunteerLeaves() {
        var id = withVolunteer();
        if (id == null) {
            return null;
        }
        walk.about(id, "the volunteer leaves");
        volunteers.leave(volunteer(id), "coordinator");
        return new Happened(id, "a volunteer leaves");
    }

    private @Nullable Happened volunteerRests() {
        var id = withVolunteer();
        if (id == null) {
            return null;
        }
        walk.about(id, "the volunteer rests");
        volunteers.pause(volunteer(id), walk.today().plusDays(1 + walk.dice.nextInt(60)), walk.one("coordinator", "VOLUNTEER"));
        return new Happened(id, "a volunteer rests");
    }

    private @Nullable UUID withVolunteer() {
        var cases = living().stream().filter(id -> volunteer(id) != null).toList();
        return cases.isEmpty() ? null : walk.one(cases);
    }

    private @Nullable UUID volunteer(UUID id) {
        return journey.database.sql("SELECT volunteer_id FROM apusilta.offer WHERE case_id = ? AND state IN ('OPEN', 'ACCEPTED')").param(id).query(UUID.class).optional().orElse(null);
    }

    private @Nullable Happened requestChanges() {
        var cases = walk.chance(90) ? living() : walk.cases();
        if (cases.isEmpty()) {
            return null;
        }
        var id = walk.one(cases);
        var change = new Change(walk.chance(20) ? walk.some(2, kinds()) : null, List.of("SAT_AM", "SUN_AM"), null, walk.one(0.5, 1.5, 3.5, null), walk.chance(20) ? "703" : null, null, walk.words());
        walk.about(id, "change " + change);
        var became = walk.chance(50) ? changes.wish(id, change) : changes.record(id, change, walk.chance(70), "coordinator");
        return new Happened(id, "the request changes: " + became);
    }

    private @Nullable Happened takenUpAgain() {
        var living = living();
        var closed = walk.cases().stream().filter(id -> !living.contains(id) && journey.requests.next(id).isEmpty() && !journey.requests.died(id)).toList();
        if (closed.isEmpty() || living.size() >= LIVING) {
            return null;
        }
        var id = walk.one(closed);
        walk.about(id, "take up again");
        journey.requests.reopen(id, "Kirsi Palvelumäki");
        return new Happened(id, "a closed case is taken up again");
    }

    private List<UUID> living() {
        var open = Set.copyOf(journey.database.sql("SELECT id FROM apusilta.help_request WHERE outcome IS NULL").query(UUID.class).list());
        return walk.cases().stream().filter(open::contains).toList();
    }

    /** Somebody opens a link they got, answered before or not, in time or late, and sometimes sends the answer twice. */
    private @Nullable Happened linkAnswered() {
        var links = links();
        var fresh = links.stream().filter(Link::fresh).toList();
        var from = fresh.isEmpty() || walk.chance(15) ? links : fresh;
        if (from.isEmpty()) {
            return null;
        }
        var purpose = walk.one(from.stream().map(Link::purpose).distinct().sorted().toList());
        var link = walk.one(from.stream().filter(one -> one.purpose().equals(purpose)).limit(12).toList());
        var fields = lives.chosen(purpose, link.caseId(), link.subject(), answers.of(purpose, walk));
        var language = Locale.forLanguageTag(walk.one("fi", "sv", "en"));
        walk.about(link.caseId(), "answer " + purpose + " " + fields);
        desk.show(link.token(), language);
        boolean no = "no".equals(fields.get("answer")) && Set.of("offer", "client-offer", "recreation").contains(purpose);
        var before = no ? lives.registered() : "";
        boolean open = desk.answer(link.token(), fields, language).isPresent();
        if (no && !lives.registered().equals(before)) {
            throw new AssertionError("a no to " + purpose + " is remembered with the volunteer");
        }
        boolean twice = walk.chance(10);
        if (twice) {
            desk.answer(link.token(), fields, language);
        }
        return new Happened(link.caseId(), "a link is answered: " + purpose + " " + told(new TreeMap<>(fields)) + (open ? "" : ", which was closed") + (twice ? ", twice" : ""));
    }

    /** @return the links given out last, newest first */
    private List<Link> links() {
        var links = new ArrayList<Link>();
        for (var row : journey.database.sql("""
                SELECT m.demo_path, l.purpose, l.case_id, l.subject, l.used_at IS NULL AND l.revoked_at IS NULL AND h.outcome IS NULL AS fresh
                FROM apusilta.message m JOIN apusilta.link l ON l.id = m.link_id LEFT JOIN apusilta.help_request h ON h.id = l.case_id
                WHERE m.demo_path LIKE '/l/%' AND m.state = 'SENT' ORDER BY m.seq DESC LIMIT ?""").param(LATEST_LINKS).query().listOfRows()) {
            links.add(new Link(row.get("demo_path").toString().substring("/l/".length()), (String) row.get("purpose"), (UUID) row.get("case_id"), (UUID) row.get("subject"), (Boolean) row.get("fresh")));
        }
        return links;
    }

    /** @return pages that still name the client to a volunteer or a partner, when the case has ended: access closes the same day */
    List<String> tellingPages() {
        var telling = new TreeMap<String, String>();
        for (var row : journey.database.sql("""
                SELECT m.demo_path, l.purpose, l.case_id FROM apusilta.message m JOIN apusilta.link l ON l.id = m.link_id JOIN apusilta.help_request h ON h.id = l.case_id
                WHERE m.demo_path LIKE '/l/%' AND m.role IN ('VOLUNTEER', 'PARTNER') AND l.purpose NOT LIKE 'agreement-%' AND h.outcome IS NOT NULL
                ORDER BY m.seq DESC LIMIT 2000""").query().listOfRows()) {
            desk.show(row.get("demo_path").toString().substring("/l/".length()), Locale.forLanguageTag("fi"))
                    .filter(page -> page.model().toString().contains("Kanervasuo"))
                    .ifPresent(page -> telling.putIfAbsent((String) row.get("purpose"), "case " + walk.number((UUID) row.get("case_id"))));
        }
        return telling.entrySet().stream().map(Object::toString).toList();
    }

    // --- the end

    /** Nothing new is begun: what waits for a person is brought to its end, and else the clock runs. @return null when all have ended */
    @Nullable Happened ending() {
        post.deliver();
        var due = due();
        if (!due.isEmpty()) {
            var job = due.get(0);
            ran(job);
            return new Happened(job.caseId(), "a job runs: " + job.process() + "." + job.step());
        }
        var tasks = tasks();
        if (!tasks.isEmpty()) {
            return done(tasks.get(0), ENDING);
        }
        return untilNext() ? new Happened(null, "time passes: until the next timer") : null;
    }
}
