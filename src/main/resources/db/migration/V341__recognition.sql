-- Whom care is due to, once for each occasion. The unique keys keep doubles out: the engine has none.
CREATE TABLE apusilta.care_due (
    id           uuid        PRIMARY KEY,
    volunteer_id uuid        NOT NULL REFERENCES apusilta.volunteer ON DELETE CASCADE,
    reason       varchar(10) NOT NULL CHECK (reason IN ('MILESTONE', 'BIRTHDAY', 'SILENCE', 'FIRST_TASK')),
    occasion     varchar(40) NOT NULL,         -- a milestone's code, the year of a birthday, the day from which silence or idleness counts
    certificate  boolean     NOT NULL DEFAULT false,
    found_on     date        NOT NULL,
    instance_id  varchar(64),                  -- the recognition or care-contact instance; null until it has begun
    words        varchar(2000),                -- thanks in the words of who approved it
    approved_by  varchar(64),
    outcome      varchar(12) CHECK (outcome IN ('THANKED', 'GREETED', 'CARED', 'PARTNERS', 'SET_ASIDE', 'LEFT')),
    settled_at   timestamptz,
    UNIQUE (volunteer_id, reason, occasion),
    CHECK ((outcome IS NULL) = (settled_at IS NULL))
);
CREATE UNIQUE INDEX care_due_one_contact ON apusilta.care_due (volunteer_id, reason) WHERE settled_at IS NULL AND reason IN ('SILENCE', 'FIRST_TASK');
CREATE INDEX care_due_open ON apusilta.care_due (reason, found_on) WHERE settled_at IS NULL;

-- One look a day.
CREATE TABLE apusilta.care_round (
    day date PRIMARY KEY,
    id  uuid NOT NULL UNIQUE
);

-- From when silence and promises count: nobody's silence is older than our listening.
CREATE TABLE apusilta.care_beginning (
    day date NOT NULL
);
CREATE UNIQUE INDEX care_beginning_one ON apusilta.care_beginning ((true));
INSERT INTO apusilta.care_beginning VALUES (current_date);

-- A birthday is known only of those who agreed to be congratulated, and no year with it. The row goes when they do not want it any more.
CREATE TABLE apusilta.volunteer_birthday (
    volunteer_id uuid        PRIMARY KEY REFERENCES apusilta.volunteer ON DELETE CASCADE,
    month        smallint    NOT NULL CHECK (month BETWEEN 1 AND 12),
    day          smallint    NOT NULL CHECK (day BETWEEN 1 AND 31),
    agreed_by    varchar(64) NOT NULL,         -- the account that heard it, or VOLUNTEER by link
    agreed_at    timestamptz NOT NULL
);

-- A certificate says what was true on the day it was given, and goes on saying it.
CREATE TABLE apusilta.certificate (
    id           uuid        PRIMARY KEY,
    number       bigint      NOT NULL GENERATED ALWAYS AS IDENTITY UNIQUE,
    volunteer_id uuid        NOT NULL REFERENCES apusilta.volunteer ON DELETE CASCADE,
    name         text        NOT NULL,
    since        date        NOT NULL,
    issued_on    date        NOT NULL,
    visits       integer     NOT NULL CHECK (visits >= 0),
    minutes      bigint      NOT NULL CHECK (minutes >= 0),
    kinds        text[]      NOT NULL,         -- what they have done, by code of the catalogue
    trainings    text[]      NOT NULL,
    languages    text[]      NOT NULL,         -- in which they can help, ISO 639
    milestone    varchar(40),                  -- null: asked for without one
    issued_by    varchar(64) NOT NULL
);
CREATE INDEX certificate_volunteer ON apusilta.certificate (volunteer_id, number);
