-- Training (R14, R26, R28): what there is, when it is held, who comes, who has done it.
ALTER TABLE apusilta.training
    ADD COLUMN way          text NOT NULL DEFAULT 'SESSION' CHECK (way IN ('SESSION', 'ONLINE', 'LECTURE')),
    ADD COLUMN counts_as    text REFERENCES apusilta.training,
    ADD COLUMN renew_months integer CHECK (renew_months > 0),
    ADD COLUMN address      text CHECK (address ~ '^https://');
COMMENT ON COLUMN apusilta.training.way IS 'SESSION: live or remote at a time; ONLINE: by oneself at an address; LECTURE: extra, nothing needs it';
COMMENT ON COLUMN apusilta.training.counts_as IS 'the training that need not be done when this one has been';
COMMENT ON COLUMN apusilta.training.renew_months IS 'to be done again after so many months; null: once is enough';
INSERT INTO apusilta.training (code, name_fi, name_sv, name_en, provider, way, counts_as, address) VALUES
    ('HELVI', 'Helvi – perusteet verkossa', 'Helvi – grunderna på nätet', 'Helvi – the basics online', NULL, 'ONLINE', 'BASICS', 'https://vapaaehtoistoiminta.hel.fi/'),
    ('LECTURE', 'Lisäluento', 'Extra föreläsning', 'Extra lecture', NULL, 'LECTURE', NULL, NULL);

-- A kind may need several. The basics go for all of them.
CREATE TABLE apusilta.kind_training (
    kind_code     text NOT NULL REFERENCES apusilta.kind,
    training_code text NOT NULL REFERENCES apusilta.training,
    PRIMARY KEY (kind_code, training_code)
);
INSERT INTO apusilta.kind_training SELECT code, training FROM apusilta.kind WHERE training IS NOT NULL UNION SELECT code, 'BASICS' FROM apusilta.kind;

CREATE TABLE apusilta.training_session (
    id            uuid PRIMARY KEY,
    training_code text NOT NULL REFERENCES apusilta.training,
    title         text,                      -- what a lecture is about
    mode          text NOT NULL CHECK (mode IN ('LIVE', 'REMOTE')),
    starts_at     timestamptz NOT NULL,
    ends_at       timestamptz NOT NULL CHECK (ends_at > starts_at),
    place         text NOT NULL,             -- an address, or where the remote meeting is found
    district      text NOT NULL REFERENCES apusilta.district,   -- whose coordinators hold it
    language      char(2) NOT NULL CHECK (language IN ('fi', 'sv', 'en')),
    seats         integer NOT NULL CHECK (seats > 0),
    taken         integer NOT NULL DEFAULT 0,
    cancelled_at  timestamptz,
    held_at       timestamptz,               -- when attendance was recorded
    created_by    text NOT NULL,
    created_at    timestamptz NOT NULL,
    CONSTRAINT training_session_seats CHECK (taken BETWEEN 0 AND seats)
);
CREATE INDEX training_session_coming ON apusilta.training_session (starts_at) WHERE cancelled_at IS NULL;

CREATE TABLE apusilta.training_signup (
    id         uuid PRIMARY KEY,
    session_id uuid NOT NULL REFERENCES apusilta.training_session,
    person_id  uuid NOT NULL,
    state      text NOT NULL CHECK (state IN ('SEATED', 'WAITING', 'CANCELLED', 'ATTENDED', 'ABSENT')),
    means      text NOT NULL CHECK (means IN ('LINK', 'PHONE')),
    signed_by  text,                         -- the coordinator; null by link
    signed_at  timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    CHECK ((means = 'PHONE') = (signed_by IS NOT NULL))
);
CREATE UNIQUE INDEX training_signup_once ON apusilta.training_signup (session_id, person_id) WHERE state <> 'CANCELLED';
CREATE INDEX training_signup_person ON apusilta.training_signup (person_id);

-- Every completion there was; apusilta.volunteer_training keeps the newest of each, which is what matching reads.
CREATE TABLE apusilta.training_completion (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id     uuid NOT NULL,
    training_code text NOT NULL REFERENCES apusilta.training,
    done_on       date NOT NULL,
    how           text NOT NULL CHECK (how IN ('SESSION', 'LINK', 'COORDINATOR', 'IMPORT')),
    recorded_by   text,                      -- null by link
    recorded_at   timestamptz NOT NULL,
    UNIQUE (person_id, training_code, done_on),
    CHECK ((how = 'LINK') = (recorded_by IS NULL))
);

-- What is being waited for in a running required-training: at most one for each person.
CREATE TABLE apusilta.training_need (
    id          uuid PRIMARY KEY,
    person_id   uuid NOT NULL,
    instance_id text NOT NULL,
    opened_at   timestamptz NOT NULL,
    closed_at   timestamptz
);
CREATE UNIQUE INDEX training_need_one_open ON apusilta.training_need (person_id) WHERE closed_at IS NULL;

-- Briefings of a site's staff and coachings of responsible persons (R4, R28): each one held, not the last only.
CREATE TABLE apusilta.staff_briefing (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    site_code   text REFERENCES apusilta.site,
    person_id   uuid REFERENCES apusilta.responsible_person,
    held_on     date NOT NULL,
    recorded_by text NOT NULL,
    recorded_at timestamptz NOT NULL,
    CHECK (num_nonnulls(site_code, person_id) = 1)
);
