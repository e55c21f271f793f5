-- The help request and its people. Who somebody is stands in its own tables (client, requester), so that it can be erased
-- while what was asked, where and how it ended stays countable. Free text lives here and never in the engine.
CREATE SEQUENCE help_request_number;

CREATE TABLE help_request (
    id                   UUID        PRIMARY KEY,
    reference            TEXT        NOT NULL UNIQUE,
    asked_by             TEXT        NOT NULL,
    district             TEXT        NOT NULL,
    major                TEXT        NOT NULL,
    description          TEXT        NOT NULL,
    times                TEXT[]      NOT NULL,
    languages            TEXT[]      NOT NULL,
    recurring            BOOLEAN     NOT NULL,
    hours_per_week       DOUBLE PRECISION,
    pets_at_home         BOOLEAN     NOT NULL,
    smoking_at_home      BOOLEAN     NOT NULL,
    needs_strength       BOOLEAN     NOT NULL,
    needs_car            BOOLEAN     NOT NULL,
    gender_wish          TEXT        CHECK (gender_wish IN ('F', 'M')),
    start_on             DATE,
    escort               JSONB       NOT NULL DEFAULT '{}',
    responsible_for_care TEXT,
    contact_person       TEXT,
    contact_deputy       TEXT,
    tell_back            TEXT,
    received_at          TIMESTAMPTZ NOT NULL,
    submitted_by         TEXT,
    -- one successor at most, so that a repeated job cannot start a second one
    previous_id          UUID        UNIQUE REFERENCES help_request,
    instance_id          TEXT,
    withdrawn_at         TIMESTAMPTZ,
    withdrawn_by         TEXT,
    outcome              TEXT,
    closed_at            TIMESTAMPTZ,
    version              INT         NOT NULL DEFAULT 0,
    CHECK ((outcome IS NULL) = (closed_at IS NULL))
);
CREATE INDEX help_request_submitted_by ON help_request (submitted_by, received_at DESC);
CREATE INDEX help_request_open ON help_request (major) WHERE outcome IS NULL;

CREATE TABLE request_kind (
    request_id UUID NOT NULL REFERENCES help_request ON DELETE CASCADE,
    position   INT  NOT NULL,
    kind       TEXT NOT NULL,
    PRIMARY KEY (request_id, position),
    UNIQUE (request_id, kind)
);

CREATE TABLE client (
    request_id UUID  PRIMARY KEY REFERENCES help_request ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    name       TEXT  NOT NULL,
    phone      TEXT,
    email      TEXT,
    birth_year INT,
    language   TEXT  NOT NULL,
    address    TEXT,
    practical  JSONB NOT NULL DEFAULT '{}'
);

CREATE TABLE requester (
    request_id   UUID PRIMARY KEY REFERENCES help_request ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    name         TEXT NOT NULL,
    email        TEXT,
    phone        TEXT,
    organisation TEXT,
    language     TEXT NOT NULL
);

-- Who asked the client, when, and to what the client said yes. Without it nothing of the client is stored.
CREATE TABLE consent (
    request_id  UUID        PRIMARY KEY REFERENCES help_request ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    asked_by    TEXT        NOT NULL,
    asked_on    DATE        NOT NULL,
    given_to    TEXT        NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL
);

-- What was sent once is answered the same way twice. The page's form token is a key of the sender '-page-'.
CREATE TABLE idempotency (
    sender     TEXT        NOT NULL,
    key        TEXT        NOT NULL,
    hash       TEXT        NOT NULL,
    request_id UUID        REFERENCES help_request ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    created_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (sender, key)
);

-- Links to the status page, kept as hashes: whoever reads this table cannot open one.
CREATE TABLE status_link (
    token_hash TEXT        PRIMARY KEY,
    request_id UUID        NOT NULL REFERENCES help_request ON DELETE CASCADE,
    expires_at TIMESTAMPTZ NOT NULL
);

-- The answer to a question is stored first and told to the process from here.
CREATE TABLE clarification (
    id          UUID        PRIMARY KEY,
    request_id  UUID        NOT NULL REFERENCES help_request ON DELETE CASCADE,
    instance_id TEXT        NOT NULL,
    question    TEXT,
    asked_at    TIMESTAMPTZ NOT NULL,
    answer      TEXT,
    answered_at TIMESTAMPTZ,
    CHECK ((answer IS NULL) = (answered_at IS NULL))
);
CREATE INDEX clarification_request ON clarification (request_id, asked_at);
