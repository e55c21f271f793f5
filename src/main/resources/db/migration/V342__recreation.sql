-- Something nice together (R27): an event with seats, and whom it invites. Nobody's "no" is kept once it is over.
CREATE TABLE apusilta.recreation (
    id           uuid        PRIMARY KEY,
    title_fi     text        NOT NULL CHECK (length(title_fi) BETWEEN 1 AND 100),
    title_sv     text        NOT NULL CHECK (length(title_sv) BETWEEN 1 AND 100),
    title_en     text        NOT NULL CHECK (length(title_en) BETWEEN 1 AND 100),
    place        text        NOT NULL CHECK (length(place) BETWEEN 1 AND 200),
    starts_at    timestamptz NOT NULL,
    ends_at      timestamptz NOT NULL,
    answer_by    date        NOT NULL,
    seats        integer     NOT NULL CHECK (seats BETWEEN 1 AND 5000),
    taken        integer     NOT NULL DEFAULT 0,
    major        varchar(1)  NOT NULL REFERENCES apusilta.major_district,   -- whose coordinators look after it
    planned_by   varchar(64) NOT NULL,
    planned_at   timestamptz NOT NULL,
    instance_id  varchar(64),
    cancelled_at timestamptz,
    noted_at     timestamptz,                  -- who came is written down
    CONSTRAINT recreation_seats CHECK (taken BETWEEN 0 AND seats),
    CHECK (ends_at > starts_at)
);
CREATE INDEX recreation_day ON apusilta.recreation (starts_at);

CREATE TABLE apusilta.recreation_invitation (
    id            uuid        PRIMARY KEY,
    recreation_id uuid        NOT NULL REFERENCES apusilta.recreation ON DELETE CASCADE,
    volunteer_id  uuid        NOT NULL REFERENCES apusilta.volunteer ON DELETE CASCADE,
    invited_at    timestamptz NOT NULL,
    sent_at       timestamptz,
    reminded_at   timestamptz,
    answer        varchar(3) CHECK (answer IN ('YES', 'NO')),
    means         varchar(5) CHECK (means IN ('LINK', 'PHONE')),
    answered_at   timestamptz,
    recorded_by   varchar(64),
    came          boolean,
    UNIQUE (recreation_id, volunteer_id),
    CHECK ((answer IS NULL) = (answered_at IS NULL))
);
CREATE INDEX recreation_invitation_volunteer ON apusilta.recreation_invitation (volunteer_id);
