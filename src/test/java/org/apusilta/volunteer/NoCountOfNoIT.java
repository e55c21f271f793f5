package org.apusilta.volunteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apusilta.ApusiltaTest;
import org.apusilta.messaging.Messages;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Nobody counts how often a volunteer has said no (R21). Shown by twins: two volunteers alike in everything, of whom one has said no
 * many times, look the same on every page and in every row; and by reading what could count.
 */
@ApusiltaTest
class NoCountOfNoIT {

    private static final int NOS = 7;
    private static final Pattern COUNTS_NOS = Pattern.compile("(declin|refus|reject|denied|said_no|nos?_count|no_answers|kielt)");

    @Autowired MockMvc web;
    @Autowired Registered registered;
    @Autowired JdbcClient jdbc;
    @Autowired Messages messages;
    @Autowired List<RequestMappingInfoHandlerMapping> mappings;

    /** Every page and API about one volunteer, whoever made it: found by its address. */
    @Test
    void onEveryPageAboutOneVolunteerTwinsLookTheSame() throws Exception {
        var willing = twin();
        var unwilling = twin();
        saysNo(unwilling);
        var addresses = mappings.stream().flatMap(mapping -> mapping.getHandlerMethods().keySet().stream()).filter(NoCountOfNoIT::looks)
                .flatMap(mapping -> mapping.getPatternValues().stream()).map(pattern -> pattern.replaceAll("\\{(\\w+):(?:[^{}]|\\{[^{}]*})*}", "{$1}"))
                .filter(pattern -> pattern.matches("(/api)?/volunteers/\\{id}(/[a-z-]+)*")).distinct().toList();
        assertThat(addresses).contains("/volunteers/{id}", "/volunteers/{id}/by-phone");
        for (var address : addresses) {
            assertThat(page(address, unwilling)).as(address).isEqualTo(page(address, willing));
        }
        assertThat(own(unwilling)).isEqualTo(own(willing));
    }

    @Test
    void noRowAboutAVolunteerIsOtherForANoExceptTheOfferItself() {
        var willing = twin();
        var unwilling = twin();
        saysNo(unwilling);
        var keyed = jdbc.sql("""
                SELECT c.table_name || '.' || c.column_name FROM information_schema.columns c
                WHERE c.table_schema = 'apusilta' AND c.data_type = 'uuid' AND (c.column_name = 'volunteer_id' OR c.table_name = 'volunteer' AND c.column_name = 'id'
                  OR c.table_name LIKE 'volunteer%' AND c.column_name = 'id') ORDER BY 1""").query(String.class).list();
        assertThat(keyed).contains("volunteer.id", "bookable.volunteer_id", "offer.volunteer_id", "volunteer_available.id");
        for (var column : keyed) {
            var table = column.substring(0, column.indexOf('.'));
            if (!table.equals("offer")) {
                assertThat(rows(table, column, unwilling)).as(table).isEqualTo(rows(table, column, willing));
            }
        }
    }

    @Test
    void noColumnNoViewAndNoQueryCountsThem() throws IOException {
        assertThat(jdbc.sql("SELECT table_name || '.' || column_name FROM information_schema.columns WHERE table_schema = 'apusilta'").query(String.class).list())
                .isNotEmpty().noneMatch(column -> COUNTS_NOS.matcher(column).find());
        assertThat(jdbc.sql("SELECT viewname || ' ' || definition FROM pg_views WHERE schemaname = 'apusilta'").query(String.class).list())
                .isNotEmpty().noneMatch(view -> view.contains("DECLINED"));
        assertThat(jdbc.sql("SELECT proname || ' ' || prosrc FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = 'apusilta'").query(String.class).list())
                .noneMatch(function -> function.contains("DECLINED"));
        try (var files = Files.walk(Path.of("src/main/java"))) {
            var suspects = files.filter(file -> file.toString().endsWith(".java")).filter(NoCountOfNoIT::countsByVolunteer).map(Path::getFileName).map(Path::toString).toList();
            assertThat(suspects).as("SQL that groups or counts offers by volunteer and looks at a no").isEmpty();
        }
    }

    /** One text block of SQL that reads offers, looks at a no and counts. */
    private static boolean countsByVolunteer(Path file) {
        try {
            return Pattern.compile("\"\"\"(.*?)\"\"\"|\"([^\"\\n]*)\"", Pattern.DOTALL).matcher(Files.readString(file, StandardCharsets.UTF_8)).results().map(found -> found.group())
                    .anyMatch(sql -> sql.contains("apusilta.offer") && sql.contains("DECLINED") && sql.toLowerCase(Locale.ROOT).matches("(?s).*(count\\(|sum\\(|group by volunteer).*"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean looks(RequestMappingInfo mapping) {
        return mapping.getMethodsCondition().getMethods().isEmpty() || mapping.getMethodsCondition().getMethods().stream().anyMatch(method -> method.name().equals("GET"));
    }

    private UUID twin() {
        var id = registered.volunteer("Kaksonen", "is");
        registered.change(id, "UPDATE apusilta.volunteer SET email = 'kaksonen" + id + "@postia.example', capacity = 3");
        return id;
    }

    private void saysNo(UUID id) {
        for (int i = 0; i < NOS; i++) {
            jdbc.sql("INSERT INTO apusilta.offer (id, case_id, volunteer_id, instance_id, state, made_at, expires_at, answered_at) VALUES (gen_random_uuid(), gen_random_uuid(), ?, 'x', 'DECLINED', now(), now(), now())")
                    .param(id).update();
        }
    }

    private List<String> rows(String table, String column, UUID id) {
        return jdbc.sql("SELECT to_jsonb(t)::text FROM apusilta." + table + " t WHERE " + column.replace(table + ".", "t.") + " = ? ORDER BY 1").param(id).query(String.class).list().stream()
                .map(row -> plain(row, id)).toList();
    }

    private String page(String address, UUID id) throws Exception {
        var answer = web.perform(get(address.replace("{id}", id.toString())).with(lead())).andReturn().getResponse();
        assertThat(answer.getStatus()).as(address).isLessThan(500);
        return answer.getStatus() + " " + plain(answer.getContentAsString(StandardCharsets.UTF_8), id);
    }

    private String own(UUID id) throws Exception {
        web.perform(post("/own").with(csrf()).param("contact", "kaksonen" + id + "@postia.example"));
        var sent = messages.of(id);
        var link = sent.get(sent.size() - 1).links().get(0);
        var device = web.perform(post(link).with(csrf())).andReturn().getResponse().getCookie("APUSILTA-OWN");
        // who looked a moment ago differs by nothing but the time
        return plain(web.perform(get("/own/page").cookie(device)).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8), id);
    }

    /** What differs between any two people and any two moments. */
    private static String plain(String text, UUID id) {
        return text.replace(id.toString(), "ID").replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "UUID").replaceAll("\\d{1,2}[.:]\\d{2}([.:]\\d{2})?", "TIME")
                .replaceAll("\\d{4}-\\d{2}-\\d{2}T[^\"]*", "TIME").replaceAll("\"id\": ?\\d+", "\"id\"");
    }

    private static RequestPostProcessor lead() {
        return authentication(UsernamePasswordAuthenticationToken.authenticated("lead", null, AuthorityUtils.createAuthorityList("ROLE_LEAD")));
    }
}
