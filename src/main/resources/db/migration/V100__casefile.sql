-- Notes people write into a case, and the reason given when a client withdraws.
CREATE TABLE apusilta.case_note (
    id         uuid        PRIMARY KEY,
    case_id    uuid        NOT NULL,
    about      text        NOT NULL CHECK (about IN ('NOTE', 'WITHDRAWAL')),
    text       text        NOT NULL CHECK (length(text) BETWEEN 1 AND 4000),
    author     text        NOT NULL,
    written_at timestamptz NOT NULL
);
CREATE INDEX case_note_case ON apusilta.case_note (case_id, written_at);

-- Who completed which human step with which outcome: codes only, kept after the engine's history is cleaned.
CREATE TABLE apusilta.case_decision (
    task_id    text        PRIMARY KEY,
    case_id    uuid        NOT NULL,
    step       text        NOT NULL,
    outcome    text,
    decided_by text,
    decided_at timestamptz NOT NULL
);
CREATE INDEX case_decision_case ON apusilta.case_decision (case_id, decided_at);
