-- Where volunteers help, and what the local responsible persons keep of it (R10).
CREATE TABLE apusilta.volunteer_site (
    id           uuid        PRIMARY KEY,
    volunteer_id uuid        NOT NULL REFERENCES apusilta.volunteer ON DELETE CASCADE,
    site_code    varchar(40) NOT NULL REFERENCES apusilta.site,
    case_id      uuid,                           -- a support whose visits are this site's to confirm; null: none
    since        date        NOT NULL,
    until        date,
    entered_by   varchar(64) NOT NULL,
    entered_at   timestamptz NOT NULL,
    CHECK (until IS NULL OR until >= since)
);
CREATE INDEX volunteer_site_volunteer ON apusilta.volunteer_site (volunteer_id);
CREATE INDEX volunteer_site_site ON apusilta.volunteer_site (site_code);
CREATE UNIQUE INDEX volunteer_site_once ON apusilta.volunteer_site (volunteer_id, site_code) WHERE until IS NULL;

CREATE TABLE apusilta.site_attendance (
    id           uuid        PRIMARY KEY,
    volunteer_id uuid        NOT NULL REFERENCES apusilta.volunteer ON DELETE CASCADE,
    site_code    varchar(40) NOT NULL REFERENCES apusilta.site,
    day          date        NOT NULL,
    minutes      integer     NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
    visit_id     uuid        UNIQUE,             -- set when a visit told by the volunteer was confirmed
    confirmed_by varchar(64) NOT NULL,
    confirmed_at timestamptz NOT NULL,
    UNIQUE (volunteer_id, site_code, day)
);
CREATE INDEX site_attendance_site ON apusilta.site_attendance (site_code, day);

-- Who sees what a responsible person sees while they are away.
CREATE TABLE apusilta.responsible_deputy (
    id             uuid        PRIMARY KEY,
    responsible_id uuid        NOT NULL REFERENCES apusilta.responsible_person,
    deputy_id      uuid        NOT NULL REFERENCES apusilta.responsible_person,
    first_day      date        NOT NULL,
    last_day       date        NOT NULL,
    named_by       varchar(64) NOT NULL,
    named_at       timestamptz NOT NULL,
    CHECK (responsible_id <> deputy_id),
    CHECK (last_day >= first_day)
);
CREATE INDEX responsible_deputy_deputy ON apusilta.responsible_deputy (deputy_id, last_day);
