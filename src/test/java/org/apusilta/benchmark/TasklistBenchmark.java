package org.apusilta.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apusilta.casefile.CaseList;
import org.apusilta.casefile.CaseQuery;
import org.apusilta.engine.Accounts;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.filter.Filter;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.Sent;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What Tasklist asks for each filter (a page of tasks and their number) and the case list's first page, as a coordinator of one major
 * district with authorisations on. Their own queue stays at 300 while the city's grows from 1,000 to 100,000 open tasks: one case of
 * the engine's, its rows written again with new ids by SQL, at seven different steps and due ten days before today's to nine after;
 * every fifth task is taken, by this coordinator or by one of the rest of the city.
 */
@Benchmark("tasklist")
@Application
class TasklistBenchmark {

    private static final String WHO = "coordinator-east";
    private static final int PAGE = 15;
    private static final int TIMES = 40;
    /** Enough for the compiler: the small city is measured first and must not look slow for that. */
    private static final int WARM_UP = 60;
    private static final int LATE = 95;
    private static final List<String> STEPS = List.of("screenRequest", "chooseVolunteer", "confirmWithClient", "arrangeFirstMeeting", "finaliseAgreement", "followUp", "widenSearch");
    private static final Pattern LIVE = Pattern.compile("act_ru_|apusilta\\.(help_request|client|requester|request_kind|case_step|open_task)$");

    @Autowired HelpRequests requests;
    @Autowired ManagementService jobs;
    @Autowired FilterService filters;
    @Autowired IdentityService identity;
    @Autowired Accounts accounts;
    @Autowired CaseList cases;
    @Autowired JdbcTemplate jdbc;
    @Autowired TransactionTemplate transaction;

    @Test
    void theCityGrowsAndOnesOwnQueueStays() {
        var rows = new Rows(jdbc);
        long then = rows.now();
        var id = requests.submit(Sent.bySelf()).id();
        for (var due = jobs.createJobQuery().messages().list(); !due.isEmpty(); due = jobs.createJobQuery().messages().list()) {
            due.forEach(job -> jobs.executeJob(job.getId()));
        }
        assertThat(id).isNotNull();
        var template = rows.since(then, LIVE);
        var ids = List.copyOf(rows.ids(template));
        int own = Scale.of(300);
        int few = Scale.of(1_000);
        int many = Scale.of(100_000);
        grow(template, ids, 2, own, "7", "703");
        grow(template, ids, own + 1, few, "1", "101");
        var small = measure(own);
        grow(template, ids, few + 1, many, "1", "101");
        var large = measure(own);
        assertThat(jdbc.queryForObject("SELECT count(*) FROM act_ru_task", Integer.class)).isEqualTo(many);
        var report = new Report("tasklist", "query", few + " tasks: median ms", "p95 ms", many + " tasks: median ms", "p95 ms", "ratio of p95");
        Figure worst = null;
        for (var name : small.keySet()) {
            var figure = Figure.of("tasklist." + name, large.get(name).percentile(LATE), "ms p95", small.get(name).percentile(LATE));
            report.row(name, small.get(name).median(), figure.baseline(), large.get(name).median(), figure.value(), figure.ratio());
            report.figure(figure);
            worst = worst == null || figure.ratio() > worst.ratio() ? figure : worst;
        }
        report.atMost(new Figure("tasklist", worst.value(), "ms p95, " + worst.name(), worst.baseline(), worst.ratio()), 2);
        report.done();
    }

    private Map<String, Samples> measure(int own) {
        jdbc.execute("VACUUM ANALYZE");
        // what loading has left to write is not the queue's
        jdbc.execute("CHECKPOINT");
        var account = accounts.find(WHO).orElseThrow();
        identity.setAuthentication(WHO, List.copyOf(account.groups()));
        SecurityContextHolder.getContext().setAuthentication(UsernamePasswordAuthenticationToken.authenticated(WHO, null, AuthorityUtils.createAuthorityList("ROLE_COORDINATOR")));
        try {
            var all = filters.createFilterQuery().list();
            assertThat(all).isNotEmpty();
            var samples = all.stream().collect(Collectors.toMap(Filter::getName, one -> new Samples(), (one, other) -> one, java.util.TreeMap::new));
            samples.put("case list", new Samples());
            long most = 0;
            for (int i = -WARM_UP; i < TIMES; i++) {
                for (var filter : all) {
                    var into = i < 0 ? new Samples() : samples.get(filter.getName());
                    most = Math.max(most, into.of(() -> {
                        filters.listPage(filter.getId(), 0, PAGE);
                        return filters.count(filter.getId());
                    }));
                }
                assertThat((i < 0 ? new Samples() : samples.get("case list")).of(() -> cases.of(CaseQuery.of(Map.of()), null)).total()).isEqualTo(own);
            }
            assertThat(most).as("a coordinator sees the own queue and no more").isEqualTo(own);
            return samples;
        } finally {
            identity.clearAuthentication();
            SecurityContextHolder.clearContext();
        }
    }

    /** Copies numbered from one to the other, into this district. */
    private void grow(List<Rows.Row> template, List<String> ids, int from, int to, String major, String district) {
        transaction.executeWithoutResult(tx -> {
            jdbc.execute("SET LOCAL session_replication_role = replica");
            for (var row : template) {
                var columns = row.values().keySet();
                var values = row.values().entrySet().stream().map(cell -> expression(cell.getKey(), cell.getValue(), ids, major, district)
                        + "::" + type(row.table(), cell.getKey())).collect(Collectors.joining(", "));
                jdbc.update("INSERT INTO " + row.table() + " (" + String.join(", ", columns) + ") SELECT " + values + " FROM generate_series(" + from + ", " + to + ") n");
            }
            jdbc.update("UPDATE apusilta.open_task SET assignee = CASE team WHEN 'coordinators-7' THEN ? ELSE 'coordinator' END WHERE assignee IS NULL AND hashtext(task_id) % 5 = 0", WHO);
            jdbc.update("UPDATE act_ru_task t SET assignee_ = o.assignee FROM apusilta.open_task o WHERE o.task_id = t.id_ AND o.assignee IS NOT NULL AND t.assignee_ IS NULL");
        });
    }

    private String type(String table, String column) {
        return jdbc.queryForObject("SELECT format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = ?::regclass AND attname = ?", String.class, table, column);
    }

    private static String expression(String column, String value, List<String> ids, String major, String district) {
        var quoted = "'" + value.replace("'", "''") + "'";
        if (value.equals("screenRequest") && List.of("task_def_key_", "step").contains(column)) {
            return "(ARRAY['" + String.join("', '", STEPS) + "'])[1 + n % " + STEPS.size() + "]";
        }
        if (List.of("due_date_", "due").contains(column)) {
            return "(" + quoted + "::timestamp + (n % 20 - 10) * interval '1 day')";
        }
        if (column.equals("reference")) {
            return "('BENCH-' || n)";
        }
        if (column.equals("major")) {
            return "'" + major + "'";
        }
        if (column.equals("district") || value.equals("703")) {
            return "'" + district + "'";
        }
        if (value.contains("coordinators-7")) {
            return quoted.replace("coordinators-7", "coordinators-" + major);
        }
        var sql = quoted;
        for (var id : ids) {
            if (value.contains(id)) {
                sql = "replace(" + sql + ", '" + id + "', md5('" + id + "' || n)::uuid::text)";
            }
        }
        return sql;
    }
}
