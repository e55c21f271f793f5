-- Since when each case waits for a volunteer, when it hears from us next, and how it ended. Also the history from which the wait
-- of others is estimated: kind and district are kept as they were, so that one table answers it.
CREATE TABLE apusilta.waiting (
    case_id     uuid        PRIMARY KEY,
    kind        varchar(40) NOT NULL,        -- the most wanted
    major       varchar(1)  NOT NULL,
    began_at    timestamptz NOT NULL,
    found_at    timestamptz,                 -- both had said yes, for the first time
    left_at     timestamptz,                 -- the case ended before that
    contacts    integer     NOT NULL DEFAULT 0,
    contact_on  date,                        -- the morning on which we write; null while a contact is open or being planned
    promised_on date                         -- by the end of this day somebody has been in touch, or a person has the task to be
);
CREATE INDEX waiting_kind ON apusilta.waiting (kind, major);

-- One row for each time we ask whether the help is still wanted.
CREATE TABLE apusilta.waiting_contact (
    id          uuid        PRIMARY KEY,
    case_id     uuid        NOT NULL REFERENCES apusilta.waiting ON DELETE CASCADE,
    number      integer     NOT NULL CHECK (number > 0),
    instance_id text        NOT NULL,        -- the waiting-care instance
    way         text        NOT NULL CHECK (way IN ('LINK', 'CALL')),
    begun_at    timestamptz NOT NULL,
    promised_on date        NOT NULL,
    reminded_at timestamptz,
    answer      text CHECK (answer IN ('STILL_WANTED', 'INTERIM', 'CHANGED', 'NOT_WANTED')),
    interim     text CHECK (length(interim) <= 200),   -- name of what the client would like meanwhile, as it was offered
    words       text CHECK (length(words) <= 4000),    -- what the client wrote, or the coordinator noted
    means       text CHECK (means IN ('LINK', 'PHONE')),
    recorded_by text,                        -- the account that heard it, null by link
    answered_at timestamptz,
    closed_at   timestamptz,                 -- over without an answer: a volunteer was found, or the case ended
    UNIQUE (case_id, number),
    CHECK ((answer IS NULL) = (answered_at IS NULL))
);

-- What can help until a volunteer is found. Partners that take the kind are offered beside these.
CREATE TABLE apusilta.interim_offer (
    id       uuid    PRIMARY KEY,
    position integer NOT NULL,
    major    varchar(1) REFERENCES apusilta.major_district,   -- null: in the whole city
    kinds    varchar(40)[],                                   -- null: whatever was asked for
    active   boolean NOT NULL DEFAULT true,
    name_fi  text NOT NULL CHECK (length(name_fi) <= 200),
    name_sv  text NOT NULL CHECK (length(name_sv) <= 200),
    name_en  text NOT NULL CHECK (length(name_en) <= 200),
    text_fi  text NOT NULL,
    text_sv  text NOT NULL,
    text_en  text NOT NULL
);

-- Those who have waited before this, so that the estimate has a past. Who waits now hears from us within a week.
INSERT INTO apusilta.waiting (case_id, kind, major, began_at, found_at, left_at, contact_on, promised_on)
SELECT r.id, k.kind, r.major, s.began, o.found, CASE WHEN o.found IS NULL THEN r.closed_at END, current_date + 2, current_date + 7
FROM apusilta.help_request r
JOIN apusilta.request_kind k ON k.request_id = r.id AND k.position = (SELECT min(position) FROM apusilta.request_kind WHERE request_id = r.id)
JOIN LATERAL (SELECT min(entered_at) AS began FROM apusilta.case_step
              WHERE case_id = r.id AND process = 'help-request' AND step = 'findVolunteer') s ON s.began IS NOT NULL
LEFT JOIN LATERAL (SELECT min(client_answered_at) AS found FROM apusilta.offer WHERE case_id = r.id AND client_answer = 'YES') o ON true;
