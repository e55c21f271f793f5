-- Who refers clients has read, once and before the first time, what a volunteer does and does not do (R28).
CREATE TABLE apusilta.referrer_brief (
    account text        PRIMARY KEY,
    read_at timestamptz NOT NULL
);
