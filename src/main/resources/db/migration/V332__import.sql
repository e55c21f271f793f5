-- Files of people on their way into the register. What they say is kept row by row until the run, then only what became of each row.
CREATE TABLE apusilta.volunteer_import (
    id           uuid         PRIMARY KEY,
    account      varchar(64)  NOT NULL,
    file_name    varchar(120) NOT NULL,
    sha256       bytea        NOT NULL,
    read_as      varchar(40)  NOT NULL,          -- such as "CSV, UTF-8, ;"
    header       text[]       NOT NULL,
    mapping      text[]       NOT NULL,          -- for each column what it is, '' for nothing
    source       varchar(40)  NOT NULL DEFAULT '',  -- whose numbers the external ids are
    doubtful     boolean      NOT NULL DEFAULT false, -- take also who looks like somebody known
    state        varchar(10)  NOT NULL CHECK (state IN ('UPLOADED', 'CHECKED', 'RUNNING', 'DONE', 'FAILED')),
    total        integer      NOT NULL,
    done         integer      NOT NULL DEFAULT 0,
    uploaded_at  timestamptz  NOT NULL,
    alive_at     timestamptz,                    -- a run says now and then that it still works
    finished_at  timestamptz
);
CREATE TABLE apusilta.volunteer_import_row (
    import_id    uuid    NOT NULL REFERENCES apusilta.volunteer_import ON DELETE CASCADE,
    line         integer NOT NULL,
    cells        text[],
    outcome      varchar(10) CHECK (outcome IN ('NEW', 'CHANGED', 'SAME', 'DOUBTFUL', 'FAULTY')),
    notes        text[] NOT NULL DEFAULT '{}',   -- code, or code:field; never what the cell says
    volunteer_id uuid REFERENCES apusilta.volunteer ON DELETE SET NULL,
    PRIMARY KEY (import_id, line)
);
-- Under which number another system knows somebody; a row without a number has its fingerprint.
CREATE TABLE apusilta.volunteer_external (
    source       varchar(40)  NOT NULL,
    external_id  varchar(120) NOT NULL,
    volunteer_id uuid         NOT NULL REFERENCES apusilta.volunteer ON DELETE CASCADE,
    row_hash     bytea        NOT NULL,          -- what the row said when it was last taken: the same again changes nothing
    PRIMARY KEY (source, external_id)
);
CREATE INDEX volunteer_external_volunteer ON apusilta.volunteer_external (volunteer_id);
