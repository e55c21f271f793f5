-- When a partner that took a request over opened who the client is and how to reach them.
CREATE TABLE apusilta.hand_off_opening (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    hand_off_id uuid        NOT NULL REFERENCES apusilta.hand_off,
    opened_at   timestamptz NOT NULL
);
CREATE INDEX hand_off_opening_of ON apusilta.hand_off_opening (hand_off_id, opened_at);
