package org.apusilta.journey;

import java.util.List;
import org.apusilta.journey.WalkRules.Rule;

/** What must be true of applicants and volunteers after every step. */
final class WalkLifeRules {

    private WalkLifeRules() {}

    /** Each query finds what breaks the rule: whose it is, and what is wrong. */
    static final List<Rule> ALWAYS = List.of(
            new Rule("every open application runs", """
                    SELECT a.id::text AS id, a.reference AS what FROM apusilta.application a WHERE a.outcome IS NULL
                      AND NOT EXISTS (SELECT 1 FROM act_ru_execution r WHERE r.business_key_ = a.id::text AND r.parent_id_ IS NULL AND r.super_exec_ IS NULL
                                      AND r.proc_def_id_ LIKE 'volunteer-onboarding:%')"""),
            new Rule("who is no volunteer yet, or never became one, has no place, no certificate and no farewell", """
                    SELECT v.id::text AS id, x.what FROM apusilta.volunteer v JOIN apusilta.application a ON a.id = v.id AND a.outcome IS DISTINCT FROM 'ACTIVE' JOIN (
                        SELECT id, 'place' AS what FROM apusilta.volunteer WHERE load > 0
                        UNION ALL SELECT volunteer_id, 'certificate' FROM apusilta.certificate
                        UNION ALL SELECT volunteer_id, 'offer' FROM apusilta.offer
                        UNION ALL SELECT case_id, template FROM apusilta.message WHERE template IN ('volunteer-farewell', 'milestone-thanks', 'birthday-greeting', 'volunteer-welcome')
                      ) x ON x.id = v.id"""),
            new Rule("an applicant who stands in the register is a volunteer only when accepted", """
                    SELECT v.id::text AS id, v.status || ' ' || coalesce(a.outcome, 'open') AS what FROM apusilta.volunteer v JOIN apusilta.application a ON a.id = v.id
                    WHERE v.status IN ('ACTIVE', 'PAUSED') AND a.outcome IS DISTINCT FROM 'ACTIVE' OR v.status = 'APPLICANT' AND a.outcome IS NOT NULL"""),
            new Rule("nobody is matched who lacks what the task needs", """
                    SELECT o.case_id::text AS id, x.missing AS what FROM apusilta.offer o JOIN apusilta.volunteer v ON v.id = o.volunteer_id
                    CROSS JOIN LATERAL (SELECT apusilta.missing_for(v, ARRAY(SELECT kind FROM apusilta.request_kind k WHERE k.request_id = o.case_id),
                        (cast(:now AS timestamptz) AT TIME ZONE 'Europe/Helsinki')::date) AS missing) x
                    WHERE o.made_at >= :now AND o.state = 'OPEN' AND coalesce(x.missing, 'LOAD') <> 'LOAD'"""),
            new Rule("an applicant whose way has ended hears how, and nothing after it", """
                    SELECT m.case_id::text AS id, m.template AS what FROM apusilta.message m JOIN apusilta.application a ON a.id = m.case_id
                    WHERE a.outcome IN ('WITHDRAWN', 'DECLINED', 'NOT_NOW') AND m.state <> 'REVOKED'
                      AND (m.written_at > a.closed_at OR m.sent_at > a.closed_at AND m.template NOT IN ('application-withdrawn', 'application-declined', 'application-not-now'))"""),
            new Rule("who has left hears a farewell, and nothing else", """
                    SELECT m.case_id::text AS id, m.template AS what FROM apusilta.message m JOIN apusilta.volunteer v ON v.id = m.case_id AND v.status = 'LEFT'
                    JOIN apusilta.volunteer_change c ON c.volunteer_id = v.id AND c.what = 'LEAVES'
                    WHERE m.written_at > c.said_at AND m.state <> 'REVOKED' AND m.template NOT IN ('volunteer-farewell', 'application-withdrawn')"""),
            new Rule("who has left keeps nobody waiting and nothing open", """
                    SELECT v.id::text AS id, x.what FROM apusilta.volunteer v JOIN (
                        SELECT u.person_id, 'seat' AS what FROM apusilta.training_signup u JOIN apusilta.training_session s ON s.id = u.session_id
                          WHERE u.state IN ('SEATED', 'WAITING') AND s.starts_at > :now AND s.cancelled_at IS NULL
                        UNION ALL SELECT i.volunteer_id, 'invitation' FROM apusilta.recreation_invitation i JOIN apusilta.recreation r ON r.id = i.recreation_id
                          WHERE r.starts_at > :now AND r.cancelled_at IS NULL
                        UNION ALL SELECT person_id, 'check' FROM apusilta.background_check WHERE closed_at IS NULL
                        UNION ALL SELECT person_id, 'agreement' FROM apusilta.city_agreement WHERE valid_from IS NULL AND dropped_at IS NULL
                        UNION ALL SELECT person_id, 'training' FROM apusilta.training_need WHERE closed_at IS NULL
                        UNION ALL SELECT volunteer_id, reason FROM apusilta.care_due WHERE settled_at IS NULL
                        UNION ALL SELECT volunteer_id, 'plan' FROM apusilta.volunteer_plan WHERE dropped_at IS NULL AND done_at IS NULL
                      ) x ON x.person_id = v.id WHERE v.status = 'LEFT'"""),
            new Rule("whose application has ended without them keeps no time, seat, check or agreement", """
                    SELECT a.id::text AS id, x.what FROM apusilta.application a JOIN (
                        SELECT application_id AS id, 'time' AS what FROM apusilta.interview_slot WHERE held_at IS NULL
                        UNION ALL SELECT u.person_id, 'seat' FROM apusilta.training_signup u JOIN apusilta.training_session s ON s.id = u.session_id
                          WHERE u.state IN ('SEATED', 'WAITING') AND s.starts_at > :now AND s.cancelled_at IS NULL
                        UNION ALL SELECT person_id, 'check' FROM apusilta.background_check WHERE closed_at IS NULL
                        UNION ALL SELECT person_id, 'agreement' FROM apusilta.city_agreement WHERE valid_from IS NULL AND dropped_at IS NULL
                        UNION ALL SELECT person_id, 'training' FROM apusilta.training_need WHERE closed_at IS NULL
                        UNION ALL SELECT case_id, 'link ' || purpose FROM apusilta.link WHERE revoked_at IS NULL AND used_at IS NULL AND purpose IN ('application', 'guardian', 'talk', 'training', 'training-seat', 'check-consent', 'city-agreement')
                      ) x ON x.id = a.id WHERE a.outcome IN ('WITHDRAWN', 'DECLINED', 'NOT_NOW', 'GROUP')"""),
            new Rule("as many seats are taken as people come", """
                    SELECT NULL AS id, r.title_fi || ' ' || r.taken AS what FROM apusilta.recreation r WHERE r.noted_at IS NULL AND r.cancelled_at IS NULL
                      AND r.taken <> (SELECT count(*) FROM apusilta.recreation_invitation i WHERE i.recreation_id = r.id AND i.answer = 'YES')
                    UNION ALL SELECT NULL, s.training_code || ' ' || s.taken FROM apusilta.training_session s WHERE s.held_at IS NULL AND s.cancelled_at IS NULL
                      AND (s.taken <> (SELECT count(*) FROM apusilta.training_signup u WHERE u.session_id = s.id AND u.state = 'SEATED')
                        OR s.taken < s.seats AND s.starts_at > :now AND EXISTS (SELECT 1 FROM apusilta.training_signup u WHERE u.session_id = s.id AND u.state = 'WAITING'))"""),
            new Rule("nobody's no is kept when an event is over or cancelled", """
                    SELECT i.recreation_id::text AS id, 'answer ' || coalesce(i.answer, 'none') AS what FROM apusilta.recreation_invitation i JOIN apusilta.recreation r ON r.id = i.recreation_id
                    WHERE (r.noted_at IS NOT NULL AND i.came IS DISTINCT FROM true OR r.cancelled_at IS NOT NULL AND i.answer IS NOT NULL)
                      AND NOT EXISTS (SELECT 1 FROM act_ru_execution e WHERE e.business_key_ = r.id::text)"""),
            new Rule("what is planned waits for its day, and is past when the day is", """
                    SELECT p.volunteer_id::text AS id, p.what || ' on ' || p.day AS what FROM apusilta.volunteer_plan p JOIN apusilta.volunteer v ON v.id = p.volunteer_id
                    WHERE p.dropped_at IS NULL AND p.done_at IS NULL AND (v.status = 'LEFT'
                      OR NOT EXISTS (SELECT 1 FROM act_ru_execution r WHERE r.business_key_ = p.volunteer_id::text AND r.parent_id_ IS NULL AND r.proc_def_id_ LIKE 'planned-change:%'))"""),
            new Rule("insured is only whose agreement is valid", """
                    SELECT id::text AS id, insured_until::text AS what FROM apusilta.volunteer WHERE insured_until > agreement_until OR insured_until IS NOT NULL AND agreement_until IS NULL"""));
}
