-- A break or a leave that begins on a day to come: what was said, and what became of it. One at a time; the newest counts.
CREATE TABLE apusilta.volunteer_plan (
    id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    volunteer_id uuid        NOT NULL REFERENCES apusilta.volunteer ON DELETE CASCADE,
    what         varchar(6)  NOT NULL CHECK (what IN ('PAUSES', 'LEAVES')),
    day          date        NOT NULL,             -- the first day of the break, the last day of helping
    until        date,                             -- the last day of the break
    reason       varchar(12) NOT NULL CHECK (reason IN ('TIME', 'HEALTH', 'MOVES', 'LIFE', 'OTHER_TASKS', 'HARD', 'NOT_TOLD')),
    words        varchar(2000),
    said_by      varchar(64) NOT NULL,             -- account, or VOLUNTEER
    said_at      timestamptz NOT NULL,
    dropped_by   varchar(64),
    dropped_at   timestamptz,
    done_at      timestamptz,
    CHECK ((what = 'PAUSES') = (until IS NOT NULL) AND (until IS NULL OR until >= day)),
    CHECK (dropped_at IS NULL OR done_at IS NULL)
);
CREATE UNIQUE INDEX volunteer_plan_one ON apusilta.volunteer_plan (volunteer_id) WHERE dropped_at IS NULL AND done_at IS NULL;
CREATE INDEX volunteer_plan_volunteer ON apusilta.volunteer_plan (volunteer_id);
