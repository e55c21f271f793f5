package org.apusilta.journey;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What must be true of all cases after every step, asked of our tables and the engine's. Each answer is a rule that is broken. */
final class WalkRules {

    /** A rule that does not hold. @param cases whose; empty when it is nobody's */
    record Broken(String rule, List<UUID> cases) {}

    record Rule(String name, String sql) {}

    /** Each query finds what breaks the rule: the case's id, and what is wrong. */
    private static final List<Rule> ALWAYS = List.of(
            new Rule("every root has somebody who must act, or a day when something happens", """
                    SELECT r.business_key_ AS id, r.proc_def_id_ AS what FROM act_ru_execution r
                    WHERE r.parent_id_ IS NULL AND r.super_exec_ IS NULL
                      AND NOT EXISTS (SELECT 1 FROM act_ru_task t JOIN act_ru_execution i ON i.id_ = t.proc_inst_id_
                                      WHERE i.root_proc_inst_id_ = r.id_ AND t.due_date_ IS NOT NULL)
                      AND NOT EXISTS (SELECT 1 FROM act_ru_job j JOIN act_ru_execution i ON i.id_ = j.process_instance_id_
                                      WHERE i.root_proc_inst_id_ = r.id_ AND j.retries_ > 0 AND j.suspension_state_ = 1)
                      AND NOT EXISTS (SELECT 1 FROM act_ru_execution o WHERE o.business_key_ = r.business_key_ AND o.parent_id_ IS NULL
                                      AND o.proc_def_id_ LIKE 'resolve-incident:%' AND r.proc_def_id_ NOT LIKE 'resolve-incident:%')"""),
            new Rule("no branch of a case waits for a message alone", """
                    SELECT e.business_key_ AS id, x.act_id_ AS what FROM act_ru_event_subscr s JOIN act_ru_execution x ON x.id_ = s.execution_id_
                    JOIN act_ru_execution e ON e.id_ = x.proc_inst_id_
                    WHERE s.activity_id_ = x.act_id_ AND x.is_active_
                      AND NOT EXISTS (SELECT 1 FROM act_ru_job j WHERE j.execution_id_ IN (x.id_, x.parent_id_) AND j.duedate_ IS NOT NULL)"""),
            new Rule("a step that has failed is somebody's task", """
                    SELECT i.business_key_ AS id, n.activity_id_ AS what FROM act_ru_incident n JOIN act_ru_execution i ON i.id_ = n.proc_inst_id_
                    WHERE i.proc_def_id_ NOT LIKE 'resolve-incident:%'
                      AND NOT EXISTS (SELECT 1 FROM act_ru_execution o WHERE o.business_key_ = i.business_key_ AND o.parent_id_ IS NULL AND o.proc_def_id_ LIKE 'resolve-incident:%')"""),
            new Rule("every task has an owner and a day", """
                    SELECT i.business_key_ AS id, t.task_def_key_ AS what FROM act_ru_task t JOIN act_ru_execution i ON i.id_ = t.proc_inst_id_
                    WHERE t.due_date_ IS NULL OR t.name_ IS NULL OR t.assignee_ IS NULL
                      AND NOT EXISTS (SELECT 1 FROM act_ru_identitylink l WHERE l.task_id_ = t.id_ AND l.group_id_ IS NOT NULL AND l.type_ = 'candidate')"""),
            new Rule("every open case runs", """
                    SELECT h.id::text AS id, h.reference AS what FROM apusilta.help_request h WHERE h.outcome IS NULL
                      AND NOT EXISTS (SELECT 1 FROM act_ru_execution r WHERE r.business_key_ = h.id::text AND r.parent_id_ IS NULL AND r.super_exec_ IS NULL
                                      AND (r.proc_def_id_ LIKE 'help-request:%' OR r.proc_def_id_ LIKE 'support-relationship:%'))"""),
            new Rule("a volunteer is booked as often as asked or serving, and never beyond the limit", """
                    SELECT NULL AS id, v.id || ' has ' || v.load || ' of ' || v.capacity AS what FROM apusilta.volunteer v JOIN walk_begin b ON b.id = v.id
                    LEFT JOIN (SELECT volunteer_id, count(*) AS booked FROM apusilta.offer WHERE state IN ('OPEN', 'ACCEPTED') GROUP BY 1) o ON o.volunteer_id = v.id
                    WHERE v.load > v.capacity OR v.load <> b.load + coalesce(o.booked, 0)"""),
            new Rule("a client who has withdrawn hears only that it is done", """
                    SELECT m.case_id::text AS id, m.template AS what FROM apusilta.message m JOIN apusilta.help_request h ON h.id = m.case_id
                    WHERE h.withdrawn_at IS NOT NULL AND m.role = 'CLIENT' AND m.written_at > h.withdrawn_at
                      AND m.template NOT IN ('request-withdrawn', 'support-ended', 'request-reopened')"""),
            new Rule("to a client who has died, and their people, no machine writes", """
                    SELECT m.case_id::text AS id, m.template || ' to ' || m.role AS what FROM apusilta.message m JOIN apusilta.help_request h ON h.id = m.case_id
                    WHERE h.died_at IS NOT NULL AND (m.role = 'CLIENT' OR m.role = 'REQUESTER' AND h.asked_by IN ('SELF', 'RELATIVE'))
                      AND m.state <> 'REVOKED' AND (m.written_at > h.died_at OR m.sent_at > h.died_at)"""),
            new Rule("while a death is told and nobody has found out, no machine writes to the client's side", """
                    SELECT m.case_id::text AS id, m.template || ' to ' || m.role AS what FROM apusilta.message m JOIN apusilta.help_request h ON h.id = m.case_id
                    JOIN apusilta.report t ON t.case_id = m.case_id AND t.kind = 'DEATH'
                    WHERE (m.role = 'CLIENT' OR m.role = 'REQUESTER' AND h.asked_by IN ('SELF', 'RELATIVE'))
                      AND m.sent_at > t.told_at AND (t.settled_at IS NULL OR m.sent_at < t.settled_at)"""),
            new Rule("nobody in the queue goes past the promised contact without a task to a person", """
                    SELECT w.case_id::text AS id, 'promised ' || w.promised_on AS what FROM apusilta.waiting w JOIN apusilta.help_request h ON h.id = w.case_id
                    WHERE h.outcome IS NULL AND w.found_at IS NULL AND w.left_at IS NULL AND w.promised_on < cast(:now AS date)
                      AND EXISTS (SELECT 1 FROM act_ru_execution e WHERE e.business_key_ = w.case_id::text AND e.proc_def_id_ LIKE 'find-volunteer:%')
                      AND NOT EXISTS (SELECT 1 FROM act_ru_task t JOIN act_ru_execution i ON i.id_ = t.proc_inst_id_
                                      WHERE i.business_key_ = w.case_id::text AND t.task_def_key_ IN ('callWaitingClient', 'arrangeInterim', 'reviewChange', 'resolveIncident'))
                      AND NOT EXISTS (SELECT 1 FROM act_ru_job j JOIN act_ru_execution i ON i.id_ = j.process_instance_id_
                                      WHERE i.business_key_ = w.case_id::text AND j.retries_ > 0 AND (j.duedate_ IS NULL OR j.duedate_ <= :now))"""),
            new Rule("every case hears that its volunteer leaves or rests", """
                    SELECT case_id::text AS id, 'since ' || written_at AS what FROM apusilta.volunteer_notice WHERE heard_at IS NULL"""),
            new Rule("a case that has ended holds nobody and nothing", """
                    SELECT h.id::text AS id, x.what FROM apusilta.help_request h JOIN (
                        SELECT case_id, 'offer ' || state AS what FROM apusilta.offer WHERE state IN ('OPEN', 'ACCEPTED')
                        UNION ALL SELECT case_id, 'search' FROM apusilta.search WHERE open
                        UNION ALL SELECT case_id, 'hand-off ' || state FROM apusilta.hand_off WHERE state IN ('PREPARING', 'ASKED', 'ACCEPTED')
                        UNION ALL SELECT case_id, 'agreement' FROM apusilta.agreement_version WHERE ended_at IS NULL
                        UNION ALL SELECT case_id, 'support' FROM apusilta.support WHERE ended_at IS NULL
                        UNION ALL SELECT s.case_id, 'pause' FROM apusilta.support_pause p JOIN apusilta.support s ON s.id = p.support_id WHERE p.ended_at IS NULL
                        UNION ALL SELECT case_id, 'step ' || step FROM apusilta.case_step WHERE left_at IS NULL
                        UNION ALL SELECT case_id, 'incident at ' || step FROM apusilta.incident WHERE ended IS NULL
                        UNION ALL SELECT case_id, 'link ' || purpose FROM apusilta.link WHERE revoked_at IS NULL AND used_at IS NULL AND purpose IN ('offer', 'client-offer', 'visit', 'partner-hand-off', 'help-arrived')
                      ) x ON x.case_id = h.id
                    WHERE h.outcome IS NOT NULL AND NOT EXISTS (SELECT 1 FROM act_ru_execution r WHERE r.business_key_ = h.id::text)"""),
            new Rule("what we say of where a case stands is where it stands", """
                    SELECT i.business_key_ AS id, t.task_def_key_ AS what FROM act_ru_task t JOIN act_ru_execution i ON i.id_ = t.proc_inst_id_
                    WHERE NOT EXISTS (SELECT 1 FROM apusilta.case_step s WHERE s.case_id::text = i.business_key_ AND s.step = t.task_def_key_ AND s.left_at IS NULL)"""),
            new Rule("what we say is open is open", """
                    SELECT s.case_id::text AS id, s.step AS what FROM apusilta.case_step s
                    WHERE s.left_at IS NULL AND NOT EXISTS (SELECT 1 FROM act_ru_execution e WHERE e.proc_inst_id_ = s.instance_id)"""));

    /** Those that read all volunteers or all offers. */
    private static final List<Rule> NOW_AND_THEN = List.of(
            new Rule("who may be asked is who has room", """
                    SELECT NULL AS id, b.volunteer_id || ' counts as ' || b.free AS what FROM apusilta.bookable b JOIN apusilta.volunteer v ON v.id = b.volunteer_id
                    WHERE b.free <> v.capacity - v.load OR v.status <> 'ACTIVE'"""),
            new Rule("nobody is asked again who said no, or to whom the client said no", """
                    WITH RECURSIVE chain (id, first) AS (SELECT id, id FROM apusilta.help_request WHERE previous_id IS NULL
                                                         UNION ALL SELECT h.id, c.first FROM apusilta.help_request h JOIN chain c ON h.previous_id = c.id)
                    SELECT l.case_id::text AS id, l.volunteer_id::text AS what FROM apusilta.offer e JOIN chain ec ON ec.id = e.case_id
                    JOIN apusilta.offer l ON l.volunteer_id = e.volunteer_id AND l.id <> e.id AND l.made_at > e.made_at JOIN chain lc ON lc.id = l.case_id AND lc.first = ec.first
                    WHERE e.state IN ('DECLINED', 'CLIENT_DECLINED')"""));

    private final JdbcClient database;

    WalkRules(JdbcClient database) {
        this.database = database;
    }

    /** Remembers how the volunteers were booked before the walk. */
    void begin() {
        database.sql("DROP TABLE IF EXISTS walk_begin").update();
        database.sql("CREATE TABLE walk_begin AS SELECT id, load FROM apusilta.volunteer").update();
        database.sql("ALTER TABLE walk_begin ADD PRIMARY KEY (id)").update();
    }

    /** @param all whether the slower ones, too @return each rule that does not hold now */
    List<Broken> broken(boolean all) {
        var broken = new ArrayList<Broken>();
        for (var rule : Stream.of(ALWAYS, WalkLifeRules.ALWAYS, all ? NOW_AND_THEN : List.<Rule>of()).flatMap(List::stream).toList()) {
            var found = database.sql(rule.sql() + " LIMIT 5").param("now", java.sql.Timestamp.from(ClockUtil.getCurrentTime().toInstant())).query().listOfRows();
            if (!found.isEmpty()) {
                broken.add(new Broken(rule.name() + ": " + found.stream().map(row -> String.valueOf(row.get("what"))).toList(),
                        found.stream().map(row -> row.get("id")).filter(java.util.Objects::nonNull).map(id -> UUID.fromString(id.toString())).distinct().toList()));
            }
        }
        return broken;
    }

    /** Looks for anything about people into every column of every ACT_ table. */
    List<Broken> personal() {
        var secrets = new LinkedHashSet<>(List.of("Kanervasuo", "Palvelumäki", "example.org", "Koetuskuja", "+358 40 7654", "Hiekkaniemi", "Koetusyhdistys", "Sanakoe", "@postia.example", "+358 000",
                "Auttavai", "Hakija-Helmi", "Huolehtivainen", "+358 40 7655", "Kansalaistori"));
        secrets.addAll(database.sql("SELECT DISTINCT v.given_name || ' ' || v.family_name FROM apusilta.volunteer v JOIN apusilta.offer o ON o.volunteer_id = v.id").query(String.class).list());
        var pattern = secrets.stream().flatMap(secret -> Stream.of(secret.replaceAll("[^\\p{L}\\p{N}@ ]", "\\\\$0"), HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8))))
                .collect(Collectors.joining("|"));
        var broken = new ArrayList<Broken>();
        for (var table : database.sql("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_name LIKE 'act\\_%' ORDER BY 1").query(String.class).list()) {
            var rows = database.sql("SELECT count(*) FROM public." + table + " t WHERE t::text ~ ?").param(pattern).query(Integer.class).single();
            if (rows > 0) {
                broken.add(new Broken("nothing about people in the engine's tables: " + rows + " rows of " + table, List.of()));
            }
        }
        return broken;
    }

    /** @return what is left when all should have ended */
    Map<String, Long> left() {
        return Map.of("executions", count("act_ru_execution"), "jobs", count("act_ru_job WHERE process_instance_id_ IS NOT NULL"), "tasks", count("act_ru_task"), "incidents", count("act_ru_incident"),
                "event subscriptions", count("act_ru_event_subscr WHERE execution_id_ IS NOT NULL"),
                "open cases", count("apusilta.help_request WHERE outcome IS NULL"), "booked places", count("apusilta.offer WHERE state IN ('OPEN', 'ACCEPTED')"),
                "open applications", count("apusilta.application WHERE outcome IS NULL"), "care that nobody settled", count("apusilta.care_due WHERE settled_at IS NULL AND instance_id IS NOT NULL"));
    }

    private long count(String from) {
        return database.sql("SELECT count(*) FROM " + from).query(Long.class).single();
    }
}
