-- Links: a token opens one page for one purpose. Only hashes of tokens are kept; each attempt to deliver makes a new token.
CREATE TABLE link (
    id         UUID        NOT NULL PRIMARY KEY,
    case_id    UUID        NOT NULL,
    purpose    VARCHAR(40) NOT NULL,
    subject    UUID        NOT NULL,
    language   CHAR(2)     NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL,
    used_at    TIMESTAMPTZ,
    revoked_at TIMESTAMPTZ
);
CREATE INDEX link_case ON link (case_id, purpose);

CREATE TABLE link_token (
    hash    BYTEA NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
    link_id UUID  NOT NULL REFERENCES link ON DELETE CASCADE
);
CREATE INDEX link_token_link ON link_token (link_id);

-- Messages: written with the case, delivered afterwards. seq keeps the order of messages written in the same instant.
CREATE TABLE message (
    id         UUID         NOT NULL PRIMARY KEY,
    seq        BIGINT       NOT NULL GENERATED ALWAYS AS IDENTITY,
    case_id    UUID         NOT NULL,
    role       VARCHAR(10)  NOT NULL CHECK (role IN ('CLIENT', 'REQUESTER', 'VOLUNTEER', 'STAFF')),
    channel    VARCHAR(6)   NOT NULL CHECK (channel IN ('EMAIL', 'SMS', 'LETTER')),
    name       VARCHAR(200) NOT NULL,
    address    VARCHAR(320),
    template   VARCHAR(60)  NOT NULL,
    language   CHAR(2)      NOT NULL,
    subject    VARCHAR(200) NOT NULL,
    body       TEXT         NOT NULL,
    html       TEXT         NOT NULL,
    link_id    UUID REFERENCES link,
    demo_path  VARCHAR(100), -- the live link, in the demo and in tests only; NULL everywhere else
    state      VARCHAR(8)   NOT NULL CHECK (state IN ('PLANNED', 'SENDING', 'SENT', 'FAILED', 'BY_HAND', 'REVOKED')),
    attempts   INT          NOT NULL DEFAULT 0,
    next_try   TIMESTAMPTZ,
    written_at TIMESTAMPTZ  NOT NULL,
    sent_at    TIMESTAMPTZ,
    CHECK ((state IN ('PLANNED', 'SENDING')) = (next_try IS NOT NULL)),
    CHECK ((channel = 'LETTER') = (address IS NULL))
);
CREATE INDEX message_case ON message (case_id, seq);
CREATE INDEX message_due ON message (next_try) WHERE next_try IS NOT NULL;
CREATE INDEX message_link ON message (link_id) WHERE link_id IS NOT NULL;
