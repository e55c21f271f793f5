-- Each arranged first meeting, and what both said of it afterwards, each alone. One side never sees the other's answer.
CREATE TABLE apusilta.first_meeting (
    id           uuid PRIMARY KEY,
    case_id      uuid        NOT NULL,
    volunteer_id uuid        NOT NULL,
    meets_on     date,                        -- null: agreed by phone, without a day on record
    accompanied  boolean     NOT NULL,
    arranged_at  timestamptz NOT NULL,
    asked_at     timestamptz,                 -- when both were asked how it was
    covered      text[]      NOT NULL DEFAULT '{}'   -- of ROLES, BORDER, COSTS, SECRECY, HELP: what was gone through
);
CREATE INDEX first_meeting_case ON apusilta.first_meeting (case_id, arranged_at);

CREATE TABLE apusilta.meeting_answer (
    meeting_id  uuid        NOT NULL REFERENCES apusilta.first_meeting ON DELETE CASCADE,
    side        text        NOT NULL CHECK (side IN ('CLIENT', 'VOLUNTEER')),
    felt        text        NOT NULL CHECK (felt IN ('GOOD', 'MIXED', 'BAD', 'NOT_HELD')),
    go_on       text        NOT NULL CHECK (go_on IN ('YES', 'NO', 'NOT_SURE')),
    words       text CHECK (length(words) <= 2000),   -- for the coordinator only
    answered_at timestamptz NOT NULL,
    PRIMARY KEY (meeting_id, side)
);
