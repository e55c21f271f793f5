-- Endings of a case at any moment: death, a volunteer who leaves or rests, how and by whom a support was closed.

-- The client has died: said by a person, never guessed. Also known of cases that had ended before.
ALTER TABLE apusilta.help_request
    ADD COLUMN died_at TIMESTAMPTZ,            -- when we were told
    ADD COLUMN died_by VARCHAR(64),            -- the account that confirmed it
    ADD COLUMN died_told_by VARCHAR(12) CHECK (died_told_by IN ('REQUESTER', 'VOLUNTEER', 'OTHER')),   -- who told us, and so need not be called
    ADD CONSTRAINT help_request_died CHECK ((died_at IS NULL) = (died_by IS NULL));

-- To whom no machine writes any more in this case: a part (CLIENT …) or an address of theirs.
CREATE TABLE apusilta.message_silence (
    case_id uuid         NOT NULL,
    role    varchar(10),
    address varchar(320),
    since   timestamptz  NOT NULL,
    CHECK ((role IS NULL) <> (address IS NULL))
);
CREATE UNIQUE INDEX message_silence_role ON apusilta.message_silence (case_id, role) WHERE role IS NOT NULL;
CREATE UNIQUE INDEX message_silence_address ON apusilta.message_silence (case_id, address) WHERE address IS NOT NULL;

-- A volunteer who rests is not proposed until the day after; nobody has to wake them.
ALTER TABLE apusilta.volunteer
    ADD COLUMN resting_until date,
    ADD COLUMN left_on       date,
    ADD CONSTRAINT volunteer_left_day CHECK (left_on IS NULL OR status = 'LEFT');

-- What was said about a volunteer's coming and going, by whom.
CREATE TABLE apusilta.volunteer_change (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    volunteer_id uuid        NOT NULL REFERENCES apusilta.volunteer ON DELETE CASCADE,
    what         varchar(10) NOT NULL CHECK (what IN ('LEAVES', 'PAUSES', 'COOLS_OFF', 'RETURNS')),
    until        date,
    said_by      varchar(64) NOT NULL,         -- an account, or VOLUNTEER by link
    said_at      timestamptz NOT NULL
);
CREATE INDEX volunteer_change_volunteer ON apusilta.volunteer_change (volunteer_id, said_at);

CREATE OR REPLACE VIEW apusilta.volunteer_available AS
SELECT v.id, v.x, v.y, v.max_distance_m, v.gender, v.car, v.strength, v.pets_ok, v.smoke_ok, v.slots, v.capacity, v.load,
       v.last_ended_on, v.check_until, least(v.agreement_until, v.insured_until) AS covered_until,
       coalesce((SELECT bit_or(1::bigint << b.bit) FROM apusilta.volunteer_language l JOIN apusilta.language_bit b USING (code)
                 WHERE l.volunteer_id = v.id AND l.level >= 'B1'), 0) AS languages,
       coalesce((SELECT bit_or(1::bigint << b.bit) FROM apusilta.volunteer_interest i JOIN apusilta.interest_bit b USING (code)
                 WHERE i.volunteer_id = v.id), 0) AS interests,
       ARRAY(SELECT k.kind_code FROM apusilta.volunteer_kind k WHERE k.volunteer_id = v.id) AS kinds,
       ARRAY(SELECT t.code FROM apusilta.volunteer_training t WHERE t.volunteer_id = v.id) AS trainings,
       v.resting_until
FROM apusilta.volunteer v
WHERE v.status = 'ACTIVE' AND v.load < v.capacity AND v.agreement_until IS NOT NULL AND v.insured_until IS NOT NULL;

ALTER TABLE apusilta.bookable ADD COLUMN resting_until date;   -- bookable from the day after

-- Let go because the request changed or the volunteer rested: that person may be asked again in this case.
ALTER TABLE apusilta.offer ADD COLUMN may_be_asked_again boolean NOT NULL DEFAULT false;

-- A case that must still hear that its volunteer leaves or pauses; each hears it in a transaction of its own.
CREATE TABLE apusilta.volunteer_notice (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id      uuid        NOT NULL,
    volunteer_id uuid        NOT NULL REFERENCES apusilta.volunteer ON DELETE CASCADE,
    pause_until  date,                          -- null: leaves for good
    said_by      varchar(64) NOT NULL,
    written_at   timestamptz NOT NULL,
    heard_at     timestamptz
);
CREATE INDEX volunteer_notice_open ON apusilta.volunteer_notice (written_at) WHERE heard_at IS NULL;

-- How a support was closed.
ALTER TABLE apusilta.support DROP CONSTRAINT support_end_reason_check;
ALTER TABLE apusilta.support
    ADD CONSTRAINT support_end_reason_check CHECK (end_reason IN ('GOAL_MET', 'CLIENT_MOVES', 'MOVE_TO_CARE', 'VOLUNTEER_STOPS', 'FADED', 'BREACH',
        'OTHER', 'CHANGED', 'WITHDRAWN', 'CLIENT_DIED', 'VOLUNTEER_LEFT')),
    ADD COLUMN ended_by varchar(64);

-- The ending as it went: whom it concerned, what the volunteer would like next.
CREATE TABLE apusilta.closing (
    case_id      uuid        PRIMARY KEY REFERENCES apusilta.help_request,
    volunteer_id uuid,                          -- null: no volunteer knew of the client
    reason       varchar(20) NOT NULL,
    closed_by    varchar(64),
    closed_at    timestamptz NOT NULL,
    wish         varchar(10) CHECK (wish IN ('REMATCH', 'GROUP', 'PAUSE', 'TALK', 'NOTHING')),
    wish_until   date,
    wished_at    timestamptz,
    CHECK ((wish IS NULL) = (wished_at IS NULL))
);

-- What was changed in a request, by whom: old and new, so that nothing is lost.
CREATE TABLE apusilta.request_change (
    id         uuid        PRIMARY KEY,
    case_id    uuid        NOT NULL REFERENCES apusilta.help_request,
    said_by    varchar(12) NOT NULL CHECK (said_by IN ('CLIENT', 'REQUESTER', 'COORDINATOR')),
    account    varchar(64),
    words      varchar(4000),
    wanted     jsonb       NOT NULL,            -- field -> wanted value, codes only
    was        jsonb,                           -- field -> value before; null while not applied
    said_at    timestamptz NOT NULL,
    applied_at timestamptz,
    applied_by varchar(64)
);
CREATE INDEX request_change_case ON apusilta.request_change (case_id, said_at);

-- Something told by link that a person must look at first: a death, or a change once two people have been brought together.
CREATE TABLE apusilta.report (
    id         uuid        PRIMARY KEY,
    case_id    uuid        NOT NULL REFERENCES apusilta.help_request,
    kind       varchar(8)  NOT NULL CHECK (kind IN ('DEATH', 'CHANGE')),
    told_by    varchar(12) NOT NULL CHECK (told_by IN ('REQUESTER', 'CLIENT', 'VOLUNTEER')),
    words      varchar(4000),
    change_id  uuid        REFERENCES apusilta.request_change,
    told_at    timestamptz NOT NULL,
    outcome    varchar(10) CHECK (outcome IN ('CONFIRMED', 'NOT_SO')),
    settled_by varchar(64),
    settled_at timestamptz
);
CREATE INDEX report_case ON apusilta.report (case_id, told_at);

-- What a coordinator writes when a case takes such a turn.
ALTER TABLE apusilta.case_note DROP CONSTRAINT case_note_about_check;
ALTER TABLE apusilta.case_note ADD CONSTRAINT case_note_about_check CHECK (about IN ('NOTE', 'WITHDRAWAL', 'REOPENING', 'DEATH', 'VOLUNTEER'));
