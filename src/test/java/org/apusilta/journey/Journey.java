package org.apusilta.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apusilta.agreement.Agreements;
import org.apusilta.casefile.AdHocTasks;
import org.apusilta.engine.forms.ServedForms;
import org.apusilta.matching.Matching;
import org.apusilta.matching.Waiting;
import org.apusilta.messaging.LinkPage;
import org.apusilta.relationship.Supports;
import org.apusilta.partner.HandOffs;
import org.apusilta.partner.NetworkAsks;
import org.apusilta.partner.Partner;
import org.apusilta.partner.Partners;
import org.apusilta.request.AskedBy;
import org.apusilta.request.FirstMeetings;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.NewRequest;
import org.apusilta.volunteer.DemoRegister;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Walks one case through the real processes as its people would: tasks by their key, answers through the links' pages, time by
 * the engine's clock. Tests say where to go and look at what stands in the tables.
 */
@TestComponent
public class Journey {

    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final long REGISTER_SEED = 77;
    private static final int ENOUGH = 60;

    final HelpRequests requests;
    final Matching matching;
    final Agreements agreements;
    final Supports supports;
    final TaskService tasks;
    final RuntimeService runtime;
    final ManagementService jobs;
    final HistoryService history;
    final RepositoryService drawings;
    final JdbcClient database;
    final HandOffs handOffs;
    final FirstMeetings meetings;
    final ServedForms forms;
    final NetworkAsks networks;
    final Waiting waiting;
    private final Partners partners;
    private final List<LinkPage> pages;
    private final DemoRegister register;
    private final AdHocTasks adHocTasks;

    Journey(HelpRequests requests, Matching matching, Agreements agreements, Supports supports, TaskService tasks, RuntimeService runtime,
            ManagementService jobs, HistoryService history, RepositoryService drawings, JdbcClient database, HandOffs handOffs, FirstMeetings meetings, NetworkAsks networks, Waiting waiting, Partners partners, List<LinkPage> pages, DemoRegister register,
            AdHocTasks adHocTasks, ServedForms forms) {
        this.requests = requests;
        this.matching = matching;
        this.agreements = agreements;
        this.supports = supports;
        this.tasks = tasks;
        this.runtime = runtime;
        this.jobs = jobs;
        this.history = history;
        this.drawings = drawings;
        this.database = database;
        this.handOffs = handOffs;
        this.meetings = meetings;
        this.networks = networks;
        this.waiting = waiting;
        this.partners = partners;
        this.pages = pages;
        this.register = register;
        this.adHocTasks = adHocTasks;
        this.forms = forms;
    }

    /** Some hundreds of invented volunteers; more when the tests before have booked those who fit {@link #aRequest}. */
    void somePeople() {
        while (whoFit() < ENOUGH) {
            register.fill(1_000, REGISTER_SEED + database.sql("select count(*) from apusilta.volunteer").query(Long.class).single(), n -> {});
        }
    }

    private int whoFit() {
        return database.sql("""
                select count(*) from apusilta.bookable b join apusilta.district d on d.code = '701'
                where b.kind_code = 'FRIEND_VISIT' and b.languages & (select 1::bigint << bit from apusilta.language_bit where code = 'fi') <> 0
                  and (b.x - d.x)::bigint * (b.x - d.x) + (b.y - d.y)::bigint * (b.y - d.y) <= b.max_distance_m::bigint * b.max_distance_m
                  and (b.resting_until is null or b.resting_until < ?)""")
                .param(LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), ZoneId.of("Europe/Helsinki"))).query(Integer.class).single();
    }

    /** @return id of a request that somebody has just sent, its first jobs run */
    UUID received() {
        return received(AskedBy.SELF);
    }

    UUID received(AskedBy askedBy) {
        var receipt = requests.submit(aRequest(askedBy));
        runJobs(receipt.id());
        return receipt.id();
    }

    static NewRequest aRequest(AskedBy askedBy) {
        int n = NAMES.incrementAndGet();
        return new NewRequest(askedBy,
                new NewRequest.Client("Testi-Aune Kanervasuo" + n, "+358 40 7654 " + (1000 + n), "aune" + n + "@client.example.org", 1941, "fi", "701",
                        "Koetuskuja " + n, Map.of("hearing", "kuulolaite")),
                new NewRequest.Requester("Kirsi Palvelumäki" + n, "kirsi" + n + "@city.example.org", null, "Itäinen palvelualue"), true,
                new NewRequest.Consent(null, null), List.of("FRIEND_VISIT"), "Toivoisin seuraa ja kahvihetken viikossa.", List.of("fi"), List.of(),
                true, 2.0, null, new NewRequest.Home(false, false, false, false, null), Map.of(),
                new NewRequest.Care("Kotihoidon tiimi 4", "Kirsi Palvelumäki", null, "PROGRESS"), "fi", null);
    }

    /** @return the case's open task with this key; fails when it is not there */
    Task task(UUID id, String key) {
        var task = tasks.createTaskQuery().processInstanceBusinessKey(id.toString()).taskDefinitionKey(key).singleResult();
        assertThat(task).as(key + " is open; open are " + openTasks(id)).isNotNull();
        return task;
    }

    List<String> openTasks(UUID id) {
        return tasks.createTaskQuery().processInstanceBusinessKey(id.toString()).list().stream().map(Task::getTaskDefinitionKey).toList();
    }

    /** How many tasks of our own somebody or something has asked for in this case. */
    long adHocs(UUID id) {
        return openTasks(id).stream().filter("doAdHocTask"::equals).count();
    }

    void complete(UUID id, String key, Map<String, Object> decided) {
        tasks.complete(task(id, key).getId(), decided);
        runJobs(id);
    }

    void complete(UUID id, String key, String variable, Object value) {
        complete(id, key, Map.of(variable, value));
    }

    /** Runs the case's jobs that are due now, until none is. */
    void runJobs(UUID id) {
        for (Job job = nextJob(id); job != null; job = nextJob(id)) {
            jobs.executeJob(job.getId());
        }
    }

    private Job nextJob(UUID id) {
        return instances(id).stream().flatMap(i -> jobs.createJobQuery().processInstanceId(i).executable().list().stream()).findFirst().orElse(null);
    }

    List<Job> allJobs(UUID id) {
        return instances(id).stream().flatMap(i -> jobs.createJobQuery().processInstanceId(i).list().stream()).toList();
    }

    List<String> instances(UUID id) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(id.toString()).list().stream().map(i -> i.getId()).toList();
    }

    /** Moves the clock to just after the timer at this element and runs what is due then. */
    void timePassesUntil(UUID id, String element) {
        var timer = instances(id).stream()
                .flatMap(i -> jobs.createJobQuery().processInstanceId(i).activityId(element).timers().list().stream()).findFirst();
        assertThat(timer).as("a timer at " + element).isPresent();
        ClockUtil.setCurrentTime(new Date(timer.get().getDuedate().getTime() + 60_000));
        runJobs(id);
    }

    /** A task of our own in this case, asked for by a coordinator. */
    void adHocTask(UUID id) {
        adHocTask(id, AdHocTasks.Kind.CALL_CLIENT, "Soita Aunelle ja kysy, miten kahvihetki sujui.");
    }

    void adHocTask(UUID id, AdHocTasks.Kind kind, String what) {
        var before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated("coordinator", null,
                AuthorityUtils.createAuthorityList("ROLE_COORDINATOR"))));
        try {
            adHocTasks.ask(id, kind, what);
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    void accept(UUID id) {
        complete(id, "screenRequest", "screeningOutcome", "ACCEPTED");
    }

    UUID chooseFirst(UUID id) {
        var first = matching.candidates(id, 1, Locale.ENGLISH).get(0).volunteerId();
        complete(id, "chooseVolunteer", "chosenVolunteerId", first.toString());
        return first;
    }

    void offerAnswered(UUID id, String answer) {
        answer("offer", id, openOffer(id).id(), Map.of("answer", answer));
    }

    /** The volunteer's yes, then the client's by their own link. */
    void bothSayYes(UUID id) {
        offerAnswered(id, "yes");
        clientAnswered(id, "yes");
    }

    void clientAnswered(UUID id, String answer) {
        var offer = matching.offers(id).stream().filter(o -> o.state() == Matching.OfferState.ACCEPTED).findFirst().orElseThrow();
        answer("client-offer", id, offer.id(), Map.of("answer", answer));
    }

    /** @return the time we were in touch last with a client who waits */
    UUID contact(UUID id) {
        return database.sql("select id from apusilta.waiting_contact where case_id = ? order by number desc limit 1").param(id).query(UUID.class).single();
    }

    void stillWanted(UUID id, Map<String, String> fields) {
        answer("still-wanted", id, contact(id), fields);
    }

    Matching.Offer openOffer(UUID id) {
        return matching.offers(id).stream().filter(o -> o.state() == Matching.OfferState.OPEN).findFirst().orElseThrow();
    }

    void answer(String purpose, UUID id, UUID subject, Map<String, String> fields) {
        answer(purpose, id, subject, fields, true);
    }

    /** @return the page that answers */
    LinkPage.Page answered(String purpose, UUID id, UUID subject, Map<String, String> fields) {
        var page = pages.stream().filter(p -> p.purpose().equals(purpose)).findFirst().orElseThrow();
        return page.answer(new LinkPage.Opened(id, purpose, subject, Locale.forLanguageTag("fi")), fields);
    }

    /** @param working whether what is due afterwards is run */
    void answer(String purpose, UUID id, UUID subject, Map<String, String> fields, boolean working) {
        answered(purpose, id, subject, fields);
        if (working) {
            runJobs(id);
        }
    }

    /** @return a partner of the east that takes friends' visits, speaks Finnish and is asked by mail */
    Partner aPartner() {
        return aPartner(List.of("FRIEND_VISIT"), false);
    }

    Partner aPartner(List<String> kinds, boolean wholeCity) {
        var partner = new Partner(UUID.randomUUID(), "Koetusyhdistys " + NAMES.incrementAndGet(), Partner.Type.NGO, true, wholeCity,
                kinds, wholeCity ? List.of() : List.of("7"), List.of("fi"), List.of(),
                List.of(new Partner.Contact("Raija Hiekkaniemi", "raija" + NAMES.get() + "@partner.example.org", "+358 40 1112233", "fi")));
        partners.save(partner);
        return partner;
    }

    /** From the request to a network whose members are asked. */
    UUID networkAsked(int members) {
        var id = received();
        accept(id);
        complete(id, "chooseVolunteer", "chosenVolunteerId", "NOBODY");
        complete(id, "widenSearch", "searchOutcome", "ASK_NETWORK");
        complete(id, "chooseNetwork", Map.of("networkDecision", "ASK", "chosenNetworkId", aNetwork(members).toString()));
        return id;
    }

    UUID aNetwork(int members) {
        var network = UUID.randomUUID();
        database.sql("insert into apusilta.partner_network (id, name) values (?, ?)").params(network, "Koeverkosto " + network).update();
        for (int i = 0; i < members; i++) {
            database.sql("insert into apusilta.partner_membership (partner_id, network_id) values (?, ?)").params(aPartner().id(), network).update();
        }
        return network;
    }

    void memberAnswers(UUID id, int member, String answer) {
        var asked = networks.of(id);
        answer("network-ask", id, asked.get(asked.size() - 1).members().get(member).id(), Map.of("answer", answer));
    }

    /** From the request to a partner who is asked. */
    UUID handedOff(AskedBy askedBy) {
        var id = received(askedBy);
        handOver(id);
        return id;
    }

    /** From screening to the question to a partner. */
    void handOver(UUID id) {
        accept(id);
        complete(id, "chooseVolunteer", "chosenVolunteerId", "NOBODY");
        complete(id, "widenSearch", "searchOutcome", "HAND_OFF");
        sendTo(id, aPartner());
    }

    void sendTo(UUID id, Partner partner) {
        complete(id, "prepareHandOff", Map.of("handOffDecision", "SEND", "chosenPartnerId", partner.id().toString(), "consentFrom", "CLIENT",
                "consentHow", "PHONE", "consentOn", "2026-11-20", "sharedContact", "PHONE"));
    }

    HandOffs.HandOff handOff(UUID id) {
        var all = handOffs.of(id);
        return all.get(all.size() - 1);
    }

    /** How many links that open or ask something still open a page. */
    int openLinks(UUID id) {
        return database.sql("select count(*) from apusilta.link where case_id = ? and purpose in ('partner-hand-off', 'help-arrived', 'offer', 'client-offer', 'visit', 'meeting-client', 'meeting-volunteer', 'still-wanted', 'network-ask') and revoked_at is null")
                .param(id).query(Integer.class).single();
    }

    void partnerAnswers(UUID id, String answer) {
        answer("partner-hand-off", id, handOff(id).id(), Map.of("answer", answer, "reason", "Ei ole nyt vapaita ystäviä."));
    }

    /** From a partner's yes to the day we ask whether help has arrived. */
    UUID arrivalAsked() {
        var id = handedOff(AskedBy.SELF);
        partnerAnswers(id, "yes");
        timePassesUntil(id, "arrivalCheckDue");
        return id;
    }

    /** The first meeting is arranged; it was the day before yesterday, so both are asked at once how it was, whatever the hour the tests run at. */
    void met(UUID id) {
        complete(id, "arrangeFirstMeeting", Map.of("meetingDate", theOtherDay(), "accompanied", true));
    }

    static String theOtherDay() {
        return LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), ZoneId.of("Europe/Helsinki")).minusDays(2).toString();
    }

    FirstMeetings.Meeting meeting(UUID id) {
        var all = meetings.of(id);
        return all.get(all.size() - 1);
    }

    void saysOfMeeting(UUID id, String side, String felt, String goOn, String words) {
        answer("meeting-" + side, id, meeting(id).id(), Map.of("felt", felt, "goOn", goOn, "words", words));
    }

    /** From the request to a first meeting that went well. */
    UUID metAndWantToGoOn() {
        return metAndWantToGoOn(AskedBy.SELF);
    }

    private UUID metAndWantToGoOn(AskedBy askedBy) {
        var id = received(askedBy);
        accept(id);
        chooseFirst(id);
        bothSayYes(id);
        met(id);
        complete(id, "recordFirstMeeting", "meetingOutcome", "CONTINUE");
        return id;
    }

    /** From the request to a support that runs. */
    UUID supported() {
        return supported(AskedBy.SELF);
    }

    UUID supported(AskedBy askedBy) {
        var id = metAndWantToGoOn(askedBy);
        complete(id, "finaliseAgreement", "agreementOutcome", "READY");
        bothConfirmByLink(id);
        return id;
    }

    void bothConfirmByLink(UUID id) {
        var versions = agreements.of(id);
        var version = versions.get(versions.size() - 1).id();
        answer("agreement-client", id, version, Map.of("confirm", "yes"));
        answer("agreement-volunteer", id, version, Map.of("confirm", "yes"));
    }

    void tellsUs(UUID id, Map<String, String> fields) {
        answer("tell-us-client", id, supports.of(id).orElseThrow().id(), fields);
    }

    void checkedIn(UUID id, String side) {
        answer("check-in-" + side, id, supports.runningPeriod(id).orElseThrow(), Map.of("wellbeing", "4", "worried", "no"));
    }

    /** Looks for each of these into every text and byte column of every ACT_ table. */
    void engineKnowsNothingOf(List<String> secrets) {
        var columns = database.sql("""
                select table_name, column_name from information_schema.columns where table_schema = 'public' and table_name like 'act\\_%'
                and data_type in ('character varying', 'text', 'bytea', 'character')""").query().listOfRows();
        assertThat(columns).hasSizeGreaterThan(200);
        for (var column : columns) {
            var table = column.get("table_name");
            var name = column.get("column_name");
            for (String secret : secrets) {
                var found = database.sql("select count(*) from public." + table + " where position(:secret in \"" + name + "\"::text) > 0"
                        + " or position(:hex in \"" + name + "\"::text) > 0")
                        .param("secret", secret).param("hex", HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8)))
                        .query(Integer.class).single();
                assertThat(found).as(table + "." + name + " holds something personal").isZero();
            }
        }
    }
}
