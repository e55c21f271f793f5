-- The members of a network are asked anonymously; the first to say yes gets the need, decided by one conditional update.
CREATE TABLE apusilta.network_ask (
    id          uuid        PRIMARY KEY,
    case_id     uuid        NOT NULL,
    instance_id text        NOT NULL,        -- the ask-network instance
    network_id  uuid        NOT NULL REFERENCES apusilta.partner_network,
    state       text        NOT NULL CHECK (state IN ('OPEN', 'TAKEN', 'CLOSED')),
    asked_at    timestamptz NOT NULL,
    answer_by   timestamptz NOT NULL,
    taker_id    uuid REFERENCES apusilta.partner,
    closed_at   timestamptz,
    CHECK ((state = 'TAKEN') = (taker_id IS NOT NULL))
);
CREATE INDEX network_ask_case ON apusilta.network_ask (case_id, asked_at);
CREATE UNIQUE INDEX network_ask_one_at_a_time ON apusilta.network_ask (case_id) WHERE state = 'OPEN';

CREATE TABLE apusilta.network_ask_member (
    id          uuid        PRIMARY KEY,     -- what the member's link is about
    ask_id      uuid        NOT NULL REFERENCES apusilta.network_ask ON DELETE CASCADE,
    partner_id  uuid        NOT NULL REFERENCES apusilta.partner,
    answer      text CHECK (answer IN ('YES', 'NO')),
    answered_at timestamptz,
    UNIQUE (ask_id, partner_id),
    CHECK ((answer IS NULL) = (answered_at IS NULL))
);
