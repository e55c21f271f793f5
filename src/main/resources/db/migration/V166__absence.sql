-- A name of no meaning for each account: addresses of pages hold codes only, and a username tells who somebody is.
ALTER TABLE apusilta.account ADD COLUMN code uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE;

-- While somebody is away, a deputy has their rights beside the own ones. It begins and ends by its dates, in Helsinki's days.
CREATE TABLE apusilta.absence (
    id         uuid        PRIMARY KEY,
    account    text        NOT NULL REFERENCES apusilta.account,
    deputy     text        NOT NULL REFERENCES apusilta.account,
    first_day  date        NOT NULL,
    last_day   date        NOT NULL,
    entered_by text        NOT NULL,
    entered_at timestamptz NOT NULL,
    CHECK (account <> deputy),
    CHECK (last_day >= first_day)
);
CREATE INDEX absence_account ON apusilta.absence (account, last_day);
CREATE INDEX absence_deputy ON apusilta.absence (deputy, last_day);
