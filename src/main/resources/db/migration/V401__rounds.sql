-- Many requests at once: a weekly round or a crisis. The proposal stays as it was made; what became of each pair is written beside it.
CREATE TABLE apusilta.round (
    id              uuid        PRIMARY KEY,
    kind            text        NOT NULL CHECK (kind IN ('WEEKLY', 'CRISIS')),
    majors          text[]      NOT NULL,
    kinds           text[]      NOT NULL,          -- kinds of help it was narrowed to; empty: all
    started_by      text        NOT NULL,
    started_at      timestamptz NOT NULL,
    weights_version integer     NOT NULL REFERENCES apusilta.weights,
    requests        integer     NOT NULL,
    volunteers      integer     NOT NULL,
    pairs           integer     NOT NULL,          -- allowed pairs, each of which the certificate covers
    matched         integer     NOT NULL,
    total           bigint      NOT NULL,          -- thousandths of a point, of all pairs proposed
    volunteer_ids   uuid[]      NOT NULL,          -- the solver's numbers, in order
    proof           bytea       NOT NULL,          -- places, allowed pairs with profits, choice, worths and prices: see solver.Proof
    checked_by      text,
    checked_at      timestamptz,
    check_ok        boolean,
    CHECK ((checked_at IS NULL) = (check_ok IS NULL))
);

CREATE TABLE apusilta.round_request (
    round_id      uuid     NOT NULL REFERENCES apusilta.round ON DELETE CASCADE,
    case_id       uuid     NOT NULL REFERENCES apusilta.help_request ON DELETE CASCADE,
    position      integer,                         -- the solver's number; null: searched elsewhere now, only counted
    volunteer_id  uuid     REFERENCES apusilta.volunteer ON DELETE CASCADE,
    score         integer,
    place         integer,                         -- of the proposed one among those allowed for this request alone
    allowed       integer  NOT NULL,
    ask           jsonb,                           -- codes and numbers of both sides as they were, for the reasons; no name, no words
    scored        jsonb,
    binding       text,                            -- why nobody is proposed: a hard rule, PLACES, SEVERAL, NOBODY or SEARCH_AGAIN
    binding_found integer,                         -- how many that rule alone keeps away
    outcome       text     CHECK (outcome IN ('BOOKED', 'TAKEN', 'MOVED_ON', 'IN_HAND', 'LEFT_OUT')),
    decided_by    text,
    decided_at    timestamptz,
    PRIMARY KEY (round_id, case_id),
    CHECK ((volunteer_id IS NULL) = (score IS NULL)),
    CHECK ((outcome IS NULL) = (decided_at IS NULL))
);
CREATE INDEX round_request_case ON apusilta.round_request (case_id);

ALTER TABLE apusilta.choice ADD COLUMN round_id uuid REFERENCES apusilta.round ON DELETE SET NULL;
