-- Where each case's token stands and stood: a projection written in the engine's transaction (CaseSteps).
CREATE TABLE apusilta.case_step (
    id                   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id              uuid        NOT NULL,
    process              text        NOT NULL,
    instance_id          text        NOT NULL,
    activity_instance_id text        NOT NULL,
    step                 text        NOT NULL,
    type                 text        NOT NULL,
    entered_at           timestamptz NOT NULL,
    left_at              timestamptz,
    cancelled            boolean     NOT NULL DEFAULT false
);
CREATE INDEX case_step_case ON apusilta.case_step (case_id, id);
CREATE INDEX case_step_open ON apusilta.case_step (activity_instance_id) WHERE left_at IS NULL;
CREATE INDEX case_step_standing ON apusilta.case_step (process, step) WHERE left_at IS NULL;

-- What people wrote in the words_ fields of task forms: the engine never sees it (Words).
CREATE TABLE apusilta.words (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id    uuid        NOT NULL,
    task_id    text        NOT NULL,
    task_key   text        NOT NULL,
    field      text        NOT NULL,
    text       text        NOT NULL CHECK (length(text) <= 4000),
    author     text        NOT NULL,
    written_at timestamptz NOT NULL
);
CREATE INDEX words_case ON apusilta.words (case_id, id);

-- Which overdue tasks the team lead has been told about, and for which deadline: a moved deadline is told again.
CREATE TABLE apusilta.overdue_told (
    task_id text        NOT NULL,
    due     timestamptz NOT NULL,
    told_at timestamptz NOT NULL,
    PRIMARY KEY (task_id, due)
);

-- One node at a time does what is scheduled (ShedLock's own shape).
CREATE TABLE apusilta.shedlock (
    name       varchar(64)  NOT NULL PRIMARY KEY,
    lock_until timestamp    NOT NULL,
    locked_at  timestamp    NOT NULL,
    locked_by  varchar(255) NOT NULL
);
