package org.apusilta.journey;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apusilta.agreement.internal.Agreeing;
import org.apusilta.agreement.internal.AgreementPdf;
import org.apusilta.engine.Accounts;
import org.apusilta.engine.Words;
import org.apusilta.request.AskedBy;
import org.apusilta.volunteer.DemoRegister;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One case the whole way, from the request to the answer after its good ending, without touching the clock: what is not due yet is
 * done at once. Tasks are completed by a coordinator who is logged in, with the form served and checked. Several threads may each walk one.
 */
@TestComponent
public class WholeCase {

    private static final Locale FINNISH = Locale.forLanguageTag("fi");
    private static final String WHO = "coordinator";
    private static final Pattern VOLUNTEER = Pattern.compile("\"value\":\"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\"");

    private final Journey walk;
    private final DemoRegister register;
    private final IdentityService identity;
    private final Agreeing agreeing;
    private final AgreementPdf pdf;
    private final Accounts accounts;
    private final AtomicInteger turn = new AtomicInteger();
    private final Words words;
    private final TransactionTemplate transaction;
    private @Nullable Authentication coordinator;

    WholeCase(Journey walk, DemoRegister register, IdentityService identity, Accounts accounts, Agreeing agreeing, AgreementPdf pdf, Words words,
            TransactionTemplate transaction) {
        this.walk = walk;
        this.register = register;
        this.identity = identity;
        this.agreeing = agreeing;
        this.pdf = pdf;
        this.accounts = accounts;
        this.words = words;
        this.transaction = transaction;
    }

    /** Enough volunteers that as many cases as are walked find somebody; and the coordinator logs in. */
    public void people(int count, long seed) {
        register.fill(count, seed, n -> {});
        coordinator = new Authentication(WHO, List.copyOf(accounts.find(WHO).orElseThrow().groups()));
    }

    /** @return id of the case, closed */
    public UUID live() {
        var id = begin();
        complete(id, "screenRequest", Map.of("screeningOutcome", "ACCEPTED"));
        var offer = offered(id);
        answer("offer", id, offer, Map.of("answer", "yes"));
        answer("client-offer", id, offer, Map.of("answer", "yes"));
        complete(id, "arrangeFirstMeeting", Map.of("meetingDate", Journey.theOtherDay(), "accompanied", true, "words_place", "Itäkeskuksen kirjasto kello 13"));
        complete(id, "recordFirstMeeting", Map.of("meetingOutcome", "CONTINUE"));
        complete(id, "finaliseAgreement", Map.of("agreementOutcome", "READY"));
        var version = walk.database.sql("select id from apusilta.agreement_version where case_id = ?").param(id).query(UUID.class).single();
        answer("agreement-client", id, version, Map.of("confirm", "yes"));
        answer("agreement-volunteer", id, version, Map.of("confirm", "yes"));
        timer(id, "followUpDue");
        var period = walk.database.sql("select p.id from apusilta.follow_up_period p join apusilta.support s on s.id = p.support_id where s.case_id = ?").param(id).query(UUID.class).single();
        answer("check-in-client", id, period, Map.of("wellbeing", "4", "worried", "no"));
        answer("check-in-volunteer", id, period, Map.of("wellbeing", "4", "worried", "no"));
        complete(id, "followUp", Map.of("followUpOutcome", "END"));
        complete(id, "closeRelationship", Map.of("closingReason", "GOAL_MET"));
        answer("what-next", id, id, Map.of("wish", "REMATCH"));
        return id;
    }

    /** @return id of a case that waits to be screened */
    public UUID begin() {
        var id = walk.requests.submit(Journey.aRequest(AskedBy.SELF)).id();
        jobs(id);
        return id;
    }

    /** A case that ends at screening, all told: the shortest life. */
    public void declined() {
        var id = begin();
        complete(id, "screenRequest", Map.of("screeningOutcome", "DECLINED", "words_reason", "Pyyntö ei ole vapaaehtoisten työtä."));
    }

    /** @return the agreement of a lived case, drawn as a PDF */
    public byte[] paper(UUID id) {
        return pdf.of(agreeing.newest(id).orElseThrow());
    }

    /**
     * The clients take turns among those the form offers, so that they seldom want the same person. Whoever was booked by another case
     * meanwhile is not asked: the form that is sent no longer offers them, or the task stands there again, and the next one is chosen.
     */
    private UUID offered(UUID id) {
        while (true) {
            try {
                submit(id, task(id, "chooseVolunteer"), this::oneOf);
                jobs(id);
            } catch (Refused booked) {
                continue;
            }
            var open = walk.database.sql("select id from apusilta.offer where case_id = ? and state = 'OPEN'").param(id).query(UUID.class).optional();
            if (open.isPresent()) {
                return open.get();
            }
        }
    }

    /** Whoever does not take the first says why. */
    private Map<String, Object> oneOf(String form) {
        var offered = VOLUNTEER.matcher(form).results().map(found -> found.group(1)).toList();
        int which = turn.getAndIncrement() % offered.size();
        return which == 0 ? Map.of("chosenVolunteerId", offered.get(0))
                : Map.of("chosenVolunteerId", offered.get(which), "words_reason", "Asuu samassa talossa.");
    }

    private void complete(UUID id, String key, Map<String, Object> decided) {
        submit(id, task(id, key), form -> decided);
        jobs(id);
    }

    private String task(UUID id, String key) {
        return walk.database.sql("select t.id_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_ where e.business_key_ = ? and t.task_def_key_ = ?")
                .params(id.toString(), key).query(String.class).single();
    }

    /** Tasklist asks for the form, the door holds what comes back against it with its own rights, the engine takes it from the coordinator. */
    private void submit(UUID id, String taskId, Function<String, Map<String, Object>> decision) {
        identity.setAuthentication(coordinator);
        try {
            var task = walk.tasks.createTaskQuery().taskId(taskId).initializeFormKeys().singleResult();
            var decided = decision.apply(walk.forms.text(task, id, FINNISH));
            identity.clearAuthentication();
            walk.forms.refusal(task, id, decided).ifPresent(refusal -> {
                throw new Refused(task.getTaskDefinitionKey() + " is refused: " + refusal);
            });
            identity.setAuthentication(coordinator);
            transaction.executeWithoutResult(tx -> {
                words.keep(id, taskId, task.getTaskDefinitionKey(), written(decided), WHO);
                walk.tasks.complete(taskId, facts(decided));
            });
        } finally {
            identity.clearAuthentication();
        }
    }

    private static final class Refused extends RuntimeException {

        Refused(String why) {
            super(why);
        }
    }

    private static Map<String, String> written(Map<String, Object> sent) {
        return sent.entrySet().stream().filter(one -> one.getKey().startsWith("words_")).collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().toString()));
    }

    private static Map<String, Object> facts(Map<String, Object> sent) {
        return sent.entrySet().stream().filter(one -> !one.getKey().startsWith("words_")).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void answer(String purpose, UUID id, UUID subject, Map<String, String> fields) {
        walk.answered(purpose, id, subject, fields);
        jobs(id);
    }

    private void timer(UUID id, String element) {
        var job = walk.database.sql("""
                select j.id_ from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_ join act_ru_jobdef d on d.id_ = j.job_def_id_
                where e.business_key_ = ? and d.act_id_ = ? and j.type_ = 'timer'""").params(id.toString(), element).query(String.class).single();
        walk.jobs.executeJob(job);
        jobs(id);
    }

    /** The work of a job executor that belongs to this case; one short look each, as it has. */
    private void jobs(UUID id) {
        for (var next = nextJob(id); next.isPresent(); next = nextJob(id)) {
            walk.jobs.executeJob(next.get());
        }
    }

    private java.util.Optional<String> nextJob(UUID id) {
        return walk.database.sql("""
                select j.id_ from act_ru_execution e join act_ru_job j on e.id_ = j.process_instance_id_
                where e.business_key_ = ? and (j.type_ = 'message' or j.duedate_ <= now()) limit 1""").param(id.toString()).query(String.class).optional();
    }
}
