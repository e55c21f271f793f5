package org.apusilta.casefile;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Thousands of cases written straight into the tables, to see whether lists stay quick; and taken away again. */
final class ManyCases {

    private static final String MARK = "MANY-";

    private final JdbcClient database;

    ManyCases(JdbcClient database) {
        this.database = database;
    }

    /** Cases of all districts, kinds, stages and ages with names as they are in Finland, each with its history of steps and a task for most. */
    void write(int howMany) {
        database.sql("""
                INSERT INTO apusilta.help_request (id, reference, asked_by, district, major, description, times, languages, recurring,
                    pets_at_home, smoking_at_home, needs_strength, needs_car, received_at, outcome, closed_at)
                SELECT gen_random_uuid(), :mark || lpad(n::text, 6, '0'), 'SELF', d.code, d.major_code, '', '{}', '{fi}', true, false, false,
                       false, false, now() - n % 300 * interval '1 day', CASE WHEN n % 5 = 0 THEN 'ENDED' END, CASE WHEN n % 5 = 0 THEN now() END
                FROM generate_series(1, :many) AS n
                JOIN (SELECT code, major_code, row_number() OVER (ORDER BY code) - 1 AS i, count(*) OVER () AS all FROM apusilta.district) d
                    ON d.i = n % d.all""").param("mark", MARK).param("many", howMany).update();
        database.sql("""
                INSERT INTO apusilta.client (request_id, name, language)
                SELECT id, (ARRAY['Aino','Eino','Helmi','Toivo','Aune','Väinö','Impi','Urho','Saima','Tauno','Lempi','Onni'])[1 + n % 12] || ' ' ||
                    (ARRAY['Virta','Korho','Mäki','Niemi','Laakso','Heikki','Lahti','Koski','Salmi','Raja','Aalto','Peura','Karhu','Hirvi'])[1 + n % 14]
                    || (ARRAY['nen','la','-Aho','ranta','maa','lä'])[1 + n % 6], 'fi'
                FROM (SELECT id, substr(reference, 6)::int AS n FROM apusilta.help_request WHERE reference LIKE :mark || '%') r""").param("mark", MARK).update();
        database.sql("""
                INSERT INTO apusilta.requester (request_id, name, language)
                SELECT request_id, name, language FROM apusilta.client JOIN apusilta.help_request r ON r.id = request_id WHERE reference LIKE :mark || '%'""")
                .param("mark", MARK).update();
        database.sql("""
                INSERT INTO apusilta.request_kind (request_id, position, kind)
                SELECT r.id, 0, k.code FROM apusilta.help_request r
                JOIN (SELECT code, row_number() OVER (ORDER BY position) - 1 AS i, count(*) OVER () AS all FROM apusilta.kind) k
                    ON k.i = substr(r.reference, 6)::int % k.all WHERE reference LIKE :mark || '%'""").param("mark", MARK).update();
        database.sql("""
                INSERT INTO apusilta.case_step (case_id, process, instance_id, activity_instance_id, step, type, entered_at, left_at)
                SELECT r.id, 'help-request', :mark || r.id, r.id || ':' || s, (ARRAY['screenRequest','findVolunteer','firstMeeting',
                    'firstMeeting','makeAgreement'])[s], 'userTask', r.received_at, CASE WHEN s < 1 + substr(r.reference, 6)::int % 5
                    OR r.outcome IS NOT NULL THEN r.received_at + interval '1 hour' END
                FROM apusilta.help_request r, generate_series(1, 5) AS s WHERE reference LIKE :mark || '%' AND s <= 1 + substr(r.reference, 6)::int % 5""")
                .param("mark", MARK).update();
        database.sql("""
                INSERT INTO apusilta.open_task (task_id, case_id, process, step, team, assignee, urgency, priority, due, created_at)
                SELECT :mark || r.id, r.id, 'help-request', 'screenRequest', 'coordinators-' || r.major, NULL,
                       (ARRAY['URGENT','SOON','NORMAL'])[1 + substr(r.reference, 6)::int % 3], 50,
                       now() + (substr(r.reference, 6)::int % 40 - 5) * interval '1 day', r.received_at
                FROM apusilta.help_request r WHERE reference LIKE :mark || '%' AND r.outcome IS NULL""").param("mark", MARK).update();
        database.sql("ANALYZE").update();
    }

    /** One case with this client, in this district; no process runs for it. */
    UUID one(String client, String district) {
        var id = UUID.randomUUID();
        database.sql("""
                INSERT INTO apusilta.help_request (id, reference, asked_by, district, major, description, times, languages, recurring,
                    pets_at_home, smoking_at_home, needs_strength, needs_car, received_at)
                VALUES (:id, :reference, 'SELF', :district, :major, '', '{}', '{fi}', true, false, false, false, false, now())""")
                .param("id", id).param("reference", MARK + (900_000 + Math.abs(id.hashCode() % 99_999))).param("district", district)
                .param("major", district.substring(0, 1)).update();
        database.sql("INSERT INTO apusilta.client (request_id, name, language) VALUES (:id, :name, 'fi')").param("id", id).param("name", client).update();
        return id;
    }

    void takeAway() {
        for (var table : new String[] {"open_task", "case_step"}) {
            database.sql("DELETE FROM apusilta." + table + " WHERE case_id IN (SELECT id FROM apusilta.help_request WHERE reference LIKE :mark || '%')")
                    .param("mark", MARK).update();
        }
        database.sql("DELETE FROM apusilta.help_request WHERE reference LIKE :mark || '%'").param("mark", MARK).update();
    }
}
