-- The volunteer's own page. A link is good for a short while and for one device: whoever opens it first.
CREATE TABLE apusilta.own_link (
    id           uuid        PRIMARY KEY,
    volunteer_id uuid        NOT NULL REFERENCES apusilta.volunteer ON DELETE CASCADE,
    made_at      timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    opened_at    timestamptz                     -- on the device that holds the session below
);
CREATE INDEX own_link_volunteer ON apusilta.own_link (volunteer_id, made_at);

-- An open page: the device holds a secret, we hold its hash. One link opens one session.
CREATE TABLE apusilta.own_session (
    hash         bytea       PRIMARY KEY CHECK (length(hash) = 32),
    link_id      uuid        NOT NULL UNIQUE REFERENCES apusilta.own_link ON DELETE CASCADE,
    volunteer_id uuid        NOT NULL REFERENCES apusilta.volunteer ON DELETE CASCADE,
    began_at     timestamptz NOT NULL,
    ends_at      timestamptz NOT NULL,
    closed_at    timestamptz                     -- by the volunteer, or because another device took over
);
CREATE INDEX own_session_volunteer ON apusilta.own_session (volunteer_id) WHERE closed_at IS NULL;

-- What happened to links and sessions. No addresses, no devices.
CREATE TABLE apusilta.own_event (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    volunteer_id uuid        NOT NULL REFERENCES apusilta.volunteer ON DELETE CASCADE,
    what         varchar(10) NOT NULL CHECK (what IN ('SENT', 'TOO_MANY', 'OPENED', 'REFUSED', 'TAKEN_OVER', 'CLOSED')),
    happened_at  timestamptz NOT NULL
);
CREATE INDEX own_event_volunteer ON apusilta.own_event (volunteer_id, happened_at);

-- Days on which a volunteer cannot come, whatever their usual times. They end by themselves.
CREATE TABLE apusilta.block_out (
    id           uuid        PRIMARY KEY,
    volunteer_id uuid        NOT NULL REFERENCES apusilta.volunteer ON DELETE CASCADE,
    first_day    date        NOT NULL,
    last_day     date        NOT NULL,
    said_by      varchar(64) NOT NULL,           -- an account that heard it by phone, or VOLUNTEER on their own page
    said_at      timestamptz NOT NULL,
    CHECK (last_day >= first_day)
);
CREATE INDEX block_out_volunteer ON apusilta.block_out (volunteer_id, last_day);

-- How many hours a week a volunteer gives at most; null: not told, which is not "any number".
ALTER TABLE apusilta.volunteer
    ADD COLUMN hours_limit numeric(4, 1) CHECK (hours_limit > 0 AND hours_limit <= 60),
    ADD COLUMN times_told_at timestamptz,        -- when the usual times were last said
    ADD COLUMN times_told_by varchar(64),        -- an account by phone, or VOLUNTEER
    ADD COLUMN erase_on date;                    -- who has left: the day on which their data is to be erased
ALTER TABLE apusilta.bookable ADD COLUMN hours_limit numeric(4, 1);

-- Who looked at a volunteer's data. Only ever added to.
CREATE TABLE apusilta.volunteer_look (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    volunteer_id uuid        NOT NULL,
    account      varchar(64) NOT NULL,
    role         varchar(20) NOT NULL,
    districts    varchar(2)[] NOT NULL,          -- a coordinator's, as they were then
    what         varchar(10) NOT NULL CHECK (what IN ('CARD', 'CONTACT', 'CASE', 'EXPORT', 'CHANGE')),
    case_id      uuid,
    looked_at    timestamptz NOT NULL
);
CREATE INDEX volunteer_look_volunteer ON apusilta.volunteer_look (volunteer_id, looked_at);

CREATE FUNCTION apusilta.volunteer_look_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a look at a volunteer''s data is never rewritten';
END $$;
CREATE TRIGGER volunteer_look_stays BEFORE UPDATE OR DELETE ON apusilta.volunteer_look FOR EACH ROW EXECUTE FUNCTION apusilta.volunteer_look_stays();

-- The hours a week each volunteer has given away: what is asked, booked or running, as the requests say them now. One time only counts for none.
CREATE VIEW apusilta.weekly_hours AS
SELECT o.volunteer_id, o.case_id, r.hours_per_week::numeric AS hours
FROM apusilta.offer o JOIN apusilta.help_request r ON r.id = o.case_id
WHERE o.state IN ('OPEN', 'ACCEPTED') AND r.recurring AND r.hours_per_week IS NOT NULL;
