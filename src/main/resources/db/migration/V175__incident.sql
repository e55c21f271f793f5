-- Technical steps that failed after all retries, and until when: what the administrator's task and the case's timeline tell. No error text.
CREATE TABLE apusilta.incident (
    id          text        NOT NULL PRIMARY KEY,   -- the engine's id of the incident
    case_id     uuid        NOT NULL,
    process     text        NOT NULL,
    step        text        NOT NULL,
    job_id      text        NOT NULL,
    told_in     text,                               -- process instance of resolve-incident
    reported_at timestamptz NOT NULL,
    ended       text        CHECK (ended IN ('RETRIED', 'SOLVED')),
    ended_at    timestamptz,
    CHECK ((ended IS NULL) = (ended_at IS NULL))
);
CREATE INDEX incident_case ON apusilta.incident (case_id, reported_at);
CREATE INDEX incident_open ON apusilta.incident (job_id) WHERE ended IS NULL;
CREATE INDEX incident_told_in ON apusilta.incident (told_in);
