-- What is published for people who would like to help: one row for each case that recruits. Nothing here tells who the client is;
-- the case stays ours and is never shown.
CREATE TABLE apusilta.need (
    id           uuid        PRIMARY KEY,
    case_id      uuid        NOT NULL,
    instance_id  text        NOT NULL,       -- the recruit-volunteers instance that waits
    kind         varchar(40) NOT NULL REFERENCES apusilta.kind,
    major        varchar(1)  NOT NULL REFERENCES apusilta.major_district,
    languages    text[]      NOT NULL,
    times        text[]      NOT NULL,       -- MORNING, AFTERNOON, EVENING, WEEKEND; empty when any time will do
    published_at timestamptz NOT NULL,
    closed_at    timestamptz
);
CREATE UNIQUE INDEX need_one_per_case ON apusilta.need (case_id) WHERE closed_at IS NULL;
