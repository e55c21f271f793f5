-- Derived from the register: one row for each kind of help and each volunteer who may be asked for it. Nothing here is a truth of
-- its own: it can be built anew at any time, and the booking itself is decided on apusilta.volunteer.
CREATE TABLE apusilta.bookable (
    kind_code      text NOT NULL,
    volunteer_id   uuid NOT NULL REFERENCES apusilta.volunteer ON DELETE CASCADE,
    x              integer NOT NULL,          -- metres
    y              integer NOT NULL,
    max_distance_m integer NOT NULL,
    languages      bigint NOT NULL,           -- bits of languages spoken at B1 or better
    slots          integer,                   -- 21 bits; null: not told
    interests      bigint NOT NULL,
    gender         char(1),
    car            boolean NOT NULL,
    strength       boolean NOT NULL,
    pets_ok        boolean NOT NULL,
    smoke_ok       boolean NOT NULL,
    free           smallint NOT NULL CHECK (free > 0),
    static_score   integer NOT NULL,          -- thousandths of a point: what hangs on nothing but the volunteer's load
    last_ended_on  date,
    bookable_until date NOT NULL,             -- first of: agreement, insurance and, when the kind needs it, check end
    PRIMARY KEY (kind_code, volunteer_id)
);
CREATE INDEX bookable_volunteer ON apusilta.bookable (volunteer_id);

-- How a case is searched for now. Rows stay after the search, as the record of what was relaxed.
CREATE TABLE apusilta.search (
    case_id        uuid PRIMARY KEY,
    relax_distance boolean NOT NULL DEFAULT false,
    relax_times    boolean NOT NULL DEFAULT false,
    relax_language boolean NOT NULL DEFAULT false,
    relax_gender   boolean NOT NULL DEFAULT false,
    waiting_since  timestamptz NOT NULL,
    open           boolean NOT NULL            -- whether the case looks for a volunteer now, and so competes with others
);

-- The ten best of each open search, so that searches that want the same person see each other.
CREATE TABLE apusilta.shortlisted (
    case_id      uuid NOT NULL REFERENCES apusilta.search ON DELETE CASCADE,
    volunteer_id uuid NOT NULL REFERENCES apusilta.volunteer ON DELETE CASCADE,
    score        integer NOT NULL,             -- thousandths of a point, without waiting and competition
    PRIMARY KEY (case_id, volunteer_id)
);
CREATE INDEX shortlisted_volunteer ON apusilta.shortlisted (volunteer_id);

-- What a coordinator chose, and what the system had proposed.
CREATE TABLE apusilta.choice (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id         uuid NOT NULL,
    task_id         text NOT NULL,
    volunteer_id    uuid REFERENCES apusilta.volunteer,   -- null: nobody of the list
    chosen_by       text,
    place_in_list   smallint,                  -- from 1; null when nobody was chosen or the person was no longer on the list
    score           integer,
    reason          text,
    weights_version smallint NOT NULL,
    chosen_at       timestamptz NOT NULL
);
CREATE INDEX choice_case ON apusilta.choice (case_id);

CREATE TABLE apusilta.offer (
    id           uuid PRIMARY KEY,
    case_id      uuid NOT NULL,
    volunteer_id uuid NOT NULL REFERENCES apusilta.volunteer,
    instance_id  text NOT NULL,                -- the find-volunteer instance that waits for the answer
    state        text NOT NULL CHECK (state IN ('OPEN', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'RELEASED')),
    made_at      timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    reminded_at  timestamptz,
    answered_at  timestamptz,
    serving_from timestamptz                   -- both sides have confirmed: from now on the relationship speaks to the volunteer
);
-- One person at a time is asked or booked for a case.
CREATE UNIQUE INDEX offer_one_at_a_time ON apusilta.offer (case_id) WHERE state IN ('OPEN', 'ACCEPTED');
CREATE INDEX offer_case ON apusilta.offer (case_id, made_at);
CREATE INDEX offer_volunteer ON apusilta.offer (volunteer_id);
