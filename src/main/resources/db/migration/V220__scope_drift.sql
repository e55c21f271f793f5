-- What was done in a visit that the agreement does not speak of: told by the volunteer, or found in a note by the words of a border
-- rule. A person decides. One open question for each piece of a case.
CREATE TABLE apusilta.scope_drift (
    id          uuid        PRIMARY KEY,
    case_id     uuid        NOT NULL REFERENCES apusilta.help_request,
    visit_id    uuid        NOT NULL REFERENCES apusilta.visit,
    code        text        NOT NULL,
    service     text,
    rule_from   date,
    proposed    text        NOT NULL CHECK (proposed IN ('PROFESSIONAL', 'UNCLEAR')),
    source      text        NOT NULL CHECK (source IN ('MARKED', 'SPOTTED')),
    words       varchar(2000),
    seen_at     timestamptz NOT NULL,
    instance_id text,
    outcome     text        CHECK (outcome IN ('BELONGS', 'COVERED', 'PROFESSIONAL', 'NOTHING')),
    note        varchar(4000),
    advice      varchar(4000),
    decided_by  text,
    decided_at  timestamptz,
    CHECK ((outcome IS NULL) = (decided_at IS NULL))
);
CREATE UNIQUE INDEX scope_drift_open ON apusilta.scope_drift (case_id, code) WHERE outcome IS NULL AND code <> 'OTHER';
CREATE INDEX scope_drift_case ON apusilta.scope_drift (case_id, seen_at);
CREATE INDEX scope_drift_decided ON apusilta.scope_drift (decided_at) WHERE outcome IS NOT NULL;

-- The border is decided on at the request, and again when something comes up in a visit: each occasion is a decision of its own.
ALTER TABLE apusilta.border_piece ADD COLUMN occasion uuid;
UPDATE apusilta.border_piece SET occasion = request_id;
ALTER TABLE apusilta.border_piece ALTER COLUMN occasion SET NOT NULL;
ALTER TABLE apusilta.border_piece DROP CONSTRAINT border_piece_pkey;
ALTER TABLE apusilta.border_piece ADD PRIMARY KEY (request_id, code, occasion);
ALTER TABLE apusilta.border_piece DROP CONSTRAINT border_piece_source_check;
ALTER TABLE apusilta.border_piece ADD CONSTRAINT border_piece_source_check CHECK (source IN ('KIND', 'WORDS', 'VISIT'));
