-- Who answers for a case until it is handed on (R6): whoever took its first task.
CREATE TABLE apusilta.case_owner (
    case_id uuid        PRIMARY KEY,
    account text        NOT NULL,
    since   timestamptz NOT NULL
);
CREATE INDEX case_owner_account ON apusilta.case_owner (account);

-- Each change of hands, for the timeline. why: TAKEN, HANDED_OVER
CREATE TABLE apusilta.case_handover (
    id       uuid        PRIMARY KEY,
    case_id  uuid        NOT NULL,
    before   text,
    after    text        NOT NULL,
    by       text        NOT NULL,
    told     boolean     NOT NULL,
    at       timestamptz NOT NULL
);
CREATE INDEX case_handover_case ON apusilta.case_handover (case_id, at);

-- Why a closed case was opened again, as a code; the words are a note. The new request knows the old one itself.
CREATE TABLE apusilta.case_reopening (
    old_case uuid        PRIMARY KEY,
    new_case uuid        NOT NULL UNIQUE,
    reason   text        NOT NULL CHECK (reason IN ('NEED_AGAIN', 'ENDED_TOO_EARLY', 'MISTAKE', 'OTHER')),
    by       text        NOT NULL,
    at       timestamptz NOT NULL
);

ALTER TABLE apusilta.case_note DROP CONSTRAINT case_note_about_check;
ALTER TABLE apusilta.case_note ADD CONSTRAINT case_note_about_check CHECK (about IN ('NOTE', 'WITHDRAWAL', 'REOPENING'));

-- A task of a case that no drawing foresees; what is to be done stays here and never reaches the engine.
CREATE TABLE apusilta.ad_hoc_task (
    id          uuid        PRIMARY KEY,
    case_id     uuid        NOT NULL,
    instance_id text,
    kind        text        NOT NULL,
    what        text        NOT NULL CHECK (length(what) BETWEEN 1 AND 4000),
    asked_by    text        NOT NULL,
    asked_at    timestamptz NOT NULL
);
CREATE INDEX ad_hoc_task_case ON apusilta.ad_hoc_task (case_id, asked_at);
CREATE INDEX ad_hoc_task_instance ON apusilta.ad_hoc_task (instance_id);

-- Who called whom, and what came of it.
CREATE TABLE apusilta.case_call (
    id        uuid        PRIMARY KEY,
    case_id   uuid        NOT NULL,
    direction text        NOT NULL CHECK (direction IN ('OUT', 'IN')),
    party     text        NOT NULL CHECK (party IN ('CLIENT', 'REQUESTER', 'VOLUNTEER', 'RELATIVE', 'OTHER')),
    outcome   text        NOT NULL CHECK (outcome IN ('TALKED', 'NO_ANSWER', 'LEFT_MESSAGE', 'CALL_AGAIN')),
    words     text        NOT NULL CHECK (length(words) <= 4000),
    called_at timestamptz NOT NULL,
    author    text        NOT NULL,
    CHECK (outcome <> 'TALKED' OR words <> '')
);
CREATE INDEX case_call_case ON apusilta.case_call (case_id, called_at);

-- Documents of a case, in the database like everything else of it: one backup, one erasure.
CREATE TABLE apusilta.case_document (
    id       uuid        PRIMARY KEY,
    case_id  uuid        NOT NULL,
    name     text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    type     text        NOT NULL,
    size     integer     NOT NULL CHECK (size > 0),
    content  bytea       NOT NULL,
    author   text        NOT NULL,
    added_at timestamptz NOT NULL
);
CREATE INDEX case_document_case ON apusilta.case_document (case_id, added_at);

-- Who opened which document when (R53).
CREATE TABLE apusilta.case_document_opened (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    document_id uuid        NOT NULL REFERENCES apusilta.case_document ON DELETE CASCADE,
    account     text        NOT NULL,
    at          timestamptz NOT NULL
);
CREATE INDEX case_document_opened_document ON apusilta.case_document_opened (document_id, at);

-- A list somebody looks at often. query: codes only; phrase: a name searched for, which never stands in an address.
CREATE TABLE apusilta.case_view (
    id      uuid        PRIMARY KEY,
    account text        NOT NULL REFERENCES apusilta.account,
    name    text        NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    query   text        NOT NULL CHECK (length(query) <= 500),
    phrase  text        CHECK (length(phrase) <= 100),
    UNIQUE (account, name)
);
