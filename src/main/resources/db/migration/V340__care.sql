-- What keeps a volunteer (R24): the five kinds of care in one timeline for each person.
CREATE TABLE apusilta.care_event (
    id           bigint       GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    volunteer_id uuid         NOT NULL REFERENCES apusilta.volunteer ON DELETE CASCADE,
    kind         varchar(12)  NOT NULL CHECK (kind IN ('APPRECIATION', 'ORIENTATION', 'GUIDANCE', 'THANKS', 'RECREATION')),
    day          date         NOT NULL,
    noted_by     varchar(64)  NOT NULL,        -- an account, or APUSILTA
    words        varchar(1000),                -- what it was, when somebody wrote it down
    noted_at     timestamptz  NOT NULL,
    UNIQUE (volunteer_id, kind, day)
);
CREATE INDEX care_event_volunteer ON apusilta.care_event (volunteer_id, day);
