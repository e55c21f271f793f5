package org.apusilta.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Requests taken in through HTTP by 16 clients with a session each, durable before they are answered. Baseline: the very rows one
 * request leaves, ours and the engine's, written again with new ids by plain JDBC, prepared and in batches, one transaction a request,
 * 16 at once. Afterwards every answer is held against the tables.
 */
@Benchmark("intake-burst")
@Application
class IntakeBurstBenchmark {

    private static final int CLIENTS = 16;
    private static final int TIMES = 5;
    /** Seconds until nearly all is compiled; the compiler has the same two cores. */
    private static final int WARM = 60;
    private static final int WARM_PLAIN = 10;
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern RECEIPT = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private static final Pattern OWN = Pattern.compile("^(?!.*(spring_session|flyway|shedlock)).*$");

    @Autowired JdbcTemplate jdbc;
    @Autowired TransactionTemplate transaction;
    @LocalServerPort int port;

    private final List<HttpClient> clients = new ArrayList<>();
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    /** Which ids a value of the template holds, so that the baseline need not look each time. */
    private final Map<String, int[]> held = new ConcurrentHashMap<>();
    private final AtomicLong number = new AtomicLong();

    @Test
    void requestsThroughTheDoor() throws Exception {
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(loggedIn());
        }
        int sent = AtOnce.warm(CLIENTS, Scale.of(WARM), this::send) + 1;
        var rows = new Rows(jdbc);
        long then = rows.now();
        send(0);
        var template = rows.since(then, OWN);
        var ids = List.copyOf(rows.ids(template));
        int written = AtOnce.warm(CLIENTS, Scale.of(WARM_PLAIN), n -> write(template, ids));
        var ours = new Samples();
        var plain = new Samples();
        int goes = Scale.of(600);
        for (int i = 0; i < TIMES; i++) {
            double http = AtOnce.perSecond(CLIENTS, goes, this::send);
            double rowsOnly = AtOnce.perSecond(CLIENTS, goes, n -> write(template, ids));
            sent += goes;
            written += goes;
            ours.add(http);
            plain.add(rowsOnly);
        }
        assertThat(accepted).as("none lost, none doubled").hasSize(sent);
        var kept = jdbc.queryForList("SELECT id::text FROM apusilta.help_request WHERE reference NOT LIKE 'BENCH-%'", String.class);
        assertThat(kept).as("each answer is one row, each row one answer").containsExactlyInAnyOrderElementsOf(accepted);
        assertThat(jdbc.queryForObject("SELECT count(*) FROM apusilta.help_request WHERE reference LIKE 'BENCH-%'", Integer.class)).as("the baseline wrote as much").isEqualTo(written);
        assertThat(jdbc.queryForObject("SELECT count(DISTINCT e.business_key_) FROM act_ru_execution e JOIN apusilta.help_request r ON r.id::text = e.business_key_ AND r.instance_id = e.id_"
                + " WHERE e.parent_id_ IS NULL AND r.reference NOT LIKE 'BENCH-%'", Integer.class)).as("each has its one process").isEqualTo(sent);
        var report = new Report("intake-burst", "clients", "requests/s", "plain rows/s", "ratio", "rows a request", "sent", "kept");
        var figure = Figure.of("intake-burst", ours.median(), "requests/s", plain.median());
        report.row(CLIENTS, ours.median(), plain.median(), figure.ratio(), template.size(), sent, kept.size());
        report.atLeast(figure, 0.4);
        report.done();
    }

    private HttpClient loggedIn() throws IOException, InterruptedException {
        var client = HttpClient.newBuilder().cookieHandler(new CookieManager()).version(HttpClient.Version.HTTP_1_1).build();
        var page = CSRF.matcher(client.send(HttpRequest.newBuilder(uri("/login")).build(), BodyHandlers.ofString()).body());
        assertThat(page.find()).isTrue();
        var form = "username=social-worker&password=social-worker&_csrf=" + URLEncoder.encode(page.group(1), StandardCharsets.UTF_8);
        client.send(HttpRequest.newBuilder(uri("/login")).header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form)).build(), BodyHandlers.discarding());
        client.send(HttpRequest.newBuilder(uri("/requests")).build(), BodyHandlers.discarding());
        return client;
    }

    private void send(int i) {
        var client = clients.get(i % CLIENTS);
        var token = ((CookieManager) client.cookieHandler().orElseThrow()).getCookieStore().getCookies().stream().filter(one -> one.getName().equals("APUSILTA-XSRF")).findFirst().orElseThrow().getValue();
        var body = """
                {"askedBy":"SOCIAL_WORKER","client":{"name":"Testi-Aune Kanervasuo","phone":"+358 40 7654 321","birthYear":1941,"language":"fi","district":"703"},
                "requester":{"name":"Kirsi Palvelumäki","email":"kirsi@city.example.org"},"consentGiven":true,"kinds":["FRIEND_VISIT"],"description":"Juttuseuraa %d",
                "languages":["fi"],"times":["MON_AM"],"recurring":true,"hoursPerWeek":2,"responsibleForCare":"Kotihoito"}""".formatted(number.incrementAndGet());
        try {
            var answer = client.send(HttpRequest.newBuilder(uri("/api/requests")).header("Content-Type", "application/json").header("X-APUSILTA-XSRF", token)
                    .POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
            var receipt = RECEIPT.matcher(answer.body());
            if (answer.statusCode() != 201 || !receipt.find() || !accepted.add(receipt.group(1))) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(List<Rows.Row> template, List<String> ids) {
        var fresh = ids.stream().map(one -> UUID.randomUUID().toString()).toArray(String[]::new);
        var reference = "BENCH-" + number.incrementAndGet();
        transaction.executeWithoutResult(tx -> {
            int from = 0;
            while (from < template.size()) {
                int to = from + 1;
                while (to < template.size() && template.get(from).table().equals(template.get(to).table())) {
                    to++;
                }
                var one = template.get(from);
                var rows = template.subList(from, to);
                var columns = rows.stream().flatMap(row -> row.values().keySet().stream()).distinct().toList();
                var sql = "INSERT INTO " + one.table() + " (" + String.join(", ", columns) + ") VALUES (" + "?, ".repeat(columns.size() - 1) + "?)";
                jdbc.batchUpdate(sql, rows.stream().map(row -> columns.stream()
                        .map(column -> (Object) new SqlParameterValue(Types.OTHER, changed(column, row.values().get(column), ids, fresh, reference))).toArray()).toList());
                from = to;
            }
        });
    }

    private @Nullable String changed(String column, @Nullable String value, List<String> ids, String[] fresh, String reference) {
        if (value == null) {
            return null;
        }
        if (column.equals("reference")) {
            return reference;
        }
        var text = value;
        for (int i : held.computeIfAbsent(value, any -> IntStream.range(0, fresh.length).filter(n -> any.contains(ids.get(n))).toArray())) {
            text = text.replace(ids.get(i), fresh[i]);
        }
        return text;
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
