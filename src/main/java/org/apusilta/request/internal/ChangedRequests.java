package org.apusilta.request.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.engine.CaseDistrict;
import org.apusilta.request.AskedBy;
import org.apusilta.request.ByHand;
import org.apusilta.request.Change;
import org.apusilta.request.Change.Result;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.Reports.ToldBy;
import org.apusilta.request.RequestChanges;
import org.apusilta.request.RequestStatus;
import org.apusilta.request.process.HelpRequestProcess;
import org.apusilta.request.process.HelpRequestProcess.Heard;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes what is asked for, keeps what was before, and lets the process know. Public for {@code request.process} only. */
@Service
@Transactional
public class ChangedRequests implements RequestChanges {

    private static final Pattern TIME = Pattern.compile("(MON|TUE|WED|THU|FRI|SAT|SUN)_(AM|PM|EVE)");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RequestRows rows;
    private final HelpRequests requests;
    private final HelpRequestProcess process;
    private final ToldReports reports;
    private final BorderTable border;
    private final Catalogue catalogue;
    private final CaseDistrict running;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    ChangedRequests(RequestRows rows, HelpRequests requests, HelpRequestProcess process, ToldReports reports, BorderTable border, Catalogue catalogue,
            CaseDistrict running, ApplicationEventPublisher events, JdbcClient jdbc, Clock clock) {
        this.rows = rows;
        this.requests = requests;
        this.process = process;
        this.reports = reports;
        this.border = border;
        this.catalogue = catalogue;
        this.running = running;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A refusal comes before anything is written, so it spoils no transaction of the caller's: the page can say what is wrong. */
    @Override
    @Transactional(noRollbackFor = IllegalArgumentException.class)
    public Result wish(UUID caseId, Change change) {
        var request = taken(caseId);
        check(change);
        if (over(request)) {
            return Result.CLOSED;
        }
        var self = request.askedBy == AskedBy.SELF;
        var id = keep(request, change, self ? "CLIENT" : "REQUESTER", null);
        if (broughtTogether(caseId)) {
            reports.change(caseId, self ? ToldBy.CLIENT : ToldBy.REQUESTER, id, change.words());
            return Result.TO_COORDINATOR;
        }
        apply(request, id, change, null);
        tell(request);
        return Result.DONE;
    }

    @Override
    public Result record(UUID caseId, Change change, boolean screenAnew, String account) {
        var request = taken(caseId);
        check(change);
        if (over(request)) {
            return Result.CLOSED;
        }
        var together = broughtTogether(caseId);
        apply(request, keep(request, change, "COORDINATOR", account), change, account);
        if (together && !screenAnew || requests.status(caseId) == RequestStatus.ACTIVE) {
            return Result.KEPT;
        }
        tell(request);
        return Result.DONE;
    }

    private void tell(HelpRequest request) {
        if (process.requestChanged(request.instanceId) == Heard.NOBODY_WAITS) {
            events.publishEvent(new ByHand(request.id, ByHand.What.CHANGE));
        }
    }

    /** A coordinator has agreed to a change that was wished by link: it holds, and before the support runs it is screened anew. */
    void agreed(UUID changeId, String account) {
        var row = jdbc.sql("SELECT case_id, wanted::text AS wanted, words FROM apusilta.request_change WHERE id = ? AND applied_at IS NULL").param(changeId)
                .query((result, n) -> Map.entry(result.getObject("case_id", UUID.class), read(result.getString("wanted")))).optional();
        row.ifPresent(wished -> {
            var request = taken(wished.getKey());
            if (!over(request)) {
                apply(request, changeId, change(wished.getValue()), account);
                if (requests.status(request.id) != RequestStatus.ACTIVE) {
                    tell(request);
                }
            }
        });
    }

    @Override
    @Transactional(readOnly = true)
    public List<Changed> of(UUID caseId) {
        return jdbc.sql("SELECT id, said_by, account, words, wanted::text AS wanted, coalesce(was, '{}')::text AS was, said_at, applied_at FROM apusilta.request_change WHERE case_id = ? ORDER BY said_at")
                .param(caseId).query(ChangedRequests::changed).list();
    }

    /** @return whether the request was changed after this moment */
    @Transactional(readOnly = true)
    public boolean since(UUID caseId, Instant moment) {
        return jdbc.sql("SELECT count(*) FROM apusilta.request_change WHERE case_id = ? AND applied_at > ?").params(caseId, Timestamp.from(moment)).query(Integer.class).single() > 0;
    }

    private boolean broughtTogether(UUID caseId) {
        var status = requests.status(caseId);
        return status == RequestStatus.MEETING || status == RequestStatus.AGREEMENT || status == RequestStatus.ACTIVE;
    }

    private static boolean over(HelpRequest request) {
        return request.outcome != null || request.withdrawnAt != null || request.diedAt != null;
    }

    private UUID keep(HelpRequest request, Change change, String saidBy, @Nullable String account) {
        var id = UUID.randomUUID();
        jdbc.sql("INSERT INTO apusilta.request_change (id, case_id, said_by, account, words, wanted, said_at) VALUES (?, ?, ?, ?, ?, ?::jsonb, ?)")
                .params(id, request.id, saidBy, account, change.words(), written(wanted(change)), now()).update();
        return id;
    }

    private void apply(HelpRequest request, UUID changeId, Change change, @Nullable String account) {
        var was = new LinkedHashMap<String, String>();
        if (change.kinds() != null) {
            was.put("kinds", String.join(",", request.kinds));
            request.kinds.clear();
            request.kinds.addAll(new LinkedHashSet<>(change.kinds()));
            border.forgetKindsBut(request.id, request.kinds);
        }
        if (change.times() != null) {
            was.put("times", String.join(",", request.times));
            request.times = change.times().toArray(String[]::new);
        }
        if (change.languages() != null) {
            was.put("languages", String.join(",", request.languages));
            request.languages = change.languages().toArray(String[]::new);
        }
        if (change.hoursPerWeek() != null) {
            was.put("hoursPerWeek", String.valueOf(request.hoursPerWeek));
            request.hoursPerWeek = change.hoursPerWeek();
        }
        if (change.district() != null) {
            was.put("district", request.district);
            request.district = change.district();
            var major = catalogue.district(change.district()).orElseThrow().majorCode();
            if (!major.equals(request.major)) {
                request.major = major;
                running.move(request.id, major);
            }
        }
        if (change.startOn() != null) {
            was.put("startOn", String.valueOf(request.startOn));
            request.startOn = change.startOn();
        }
        rows.flush();
        jdbc.sql("UPDATE apusilta.request_change SET was = ?::jsonb, applied_at = ?, applied_by = ? WHERE id = ?").params(written(was), now(), account, changeId).update();
    }

    private void check(Change change) {
        require(!wanted(change).isEmpty() || change.words() != null && !change.words().isBlank());
        require(change.words() == null || change.words().length() <= 4000);
        require(change.kinds() == null || !change.kinds().isEmpty() && change.kinds().stream().allMatch(kind -> catalogue.kind(kind).isPresent()));
        require(change.times() == null || change.times().stream().allMatch(time -> TIME.matcher(time).matches()));
        require(change.languages() == null || !change.languages().isEmpty() && change.languages().stream().allMatch(one -> LANGUAGE.matcher(one).matches()));
        require(change.hoursPerWeek() == null || change.hoursPerWeek() >= 0.5 && change.hoursPerWeek() <= 60);
        var today = LocalDate.now(clock.withZone(Intake.HELSINKI));
        require(change.startOn() == null || !change.startOn().isBefore(today) && !change.startOn().isAfter(today.plusYears(1)));
        require(change.district() == null || catalogue.district(change.district()).isPresent());
    }

    private static void require(boolean right) {
        if (!right) {
            throw new IllegalArgumentException("not a change");
        }
    }

    private static Map<String, String> wanted(Change change) {
        var wanted = new LinkedHashMap<String, String>();
        put(wanted, "kinds", change.kinds() == null ? null : String.join(",", change.kinds()));
        put(wanted, "times", change.times() == null ? null : String.join(",", change.times()));
        put(wanted, "languages", change.languages() == null ? null : String.join(",", change.languages()));
        put(wanted, "hoursPerWeek", change.hoursPerWeek());
        put(wanted, "district", change.district());
        put(wanted, "startOn", change.startOn());
        return wanted;
    }

    private static void put(Map<String, String> wanted, String field, @Nullable Object value) {
        if (value != null) {
            wanted.put(field, value.toString());
        }
    }

    private static Change change(Map<String, String> wanted) {
        return new Change(list(wanted.get("kinds")), list(wanted.get("times")), list(wanted.get("languages")),
                wanted.containsKey("hoursPerWeek") ? Double.valueOf(wanted.get("hoursPerWeek")) : null, wanted.get("district"),
                wanted.containsKey("startOn") ? LocalDate.parse(wanted.get("startOn")) : null, null);
    }

    private static @Nullable List<String> list(@Nullable String joined) {
        return joined == null ? null : joined.isEmpty() ? new ArrayList<>() : Arrays.asList(joined.split(","));
    }

    private static Changed changed(ResultSet row, int n) throws SQLException {
        var applied = row.getTimestamp("applied_at");
        return new Changed(row.getObject("id", UUID.class), row.getString("said_by"), row.getString("account"), row.getString("words"),
                read(row.getString("wanted")), read(row.getString("was")), row.getTimestamp("said_at").toInstant(), applied == null ? null : applied.toInstant());
    }

    private static String written(Map<String, String> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> read(String json) {
        try {
            return JSON.readValue(json, new TypeReference<LinkedHashMap<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private HelpRequest taken(UUID id) {
        return rows.take(id).orElseThrow(() -> new NoSuchElementException("no such request"));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
