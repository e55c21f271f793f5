-- Applications of people who would like to volunteer (R25, R41, R58), from the page or by phone. The id stays with the person: it becomes
-- the volunteer's. Where an application stands is known by its process alone; here is only how it ended.
CREATE SEQUENCE apusilta.application_number;
CREATE TABLE apusilta.application (
    id                   uuid         PRIMARY KEY,
    reference            varchar(20)  NOT NULL UNIQUE,
    sending              uuid         NOT NULL UNIQUE,     -- the form's own: sent twice it is one application
    instance_id          text,                             -- the volunteer-onboarding instance
    received_at          timestamptz  NOT NULL,
    means                varchar(5)   NOT NULL CHECK (means IN ('PAGE', 'PHONE')),
    entered_by           varchar(64),                      -- the coordinator who keyed it in for somebody on the phone
    group_kind           varchar(10)  CHECK (group_kind IN ('COMPANY', 'SCHOOL', 'OTHER')),   -- null: one person
    group_name           varchar(120),
    group_size           smallint     CHECK (group_size BETWEEN 2 AND 500),
    given_name           varchar(80)  NOT NULL,            -- of a group: its one contact
    family_name          varchar(80)  NOT NULL,
    email                varchar(254),
    phone                varchar(40),
    birth_year           smallint     CHECK (birth_year BETWEEN 1900 AND 2100),
    age_band             varchar(5)   CHECK (age_band IN ('ADULT', 'YOUTH', 'CHILD')),         -- 18 and over, 15 to 17, under 15: as told that day
    language             char(2)      NOT NULL CHECK (language IN ('fi', 'sv', 'en')),
    district             text         NOT NULL REFERENCES apusilta.district,
    reach_m              integer      NOT NULL CHECK (reach_m > 0),
    slots                integer      CHECK (slots BETWEEN 0 AND 2097151),   -- as in volunteer; null: not told
    practise_finnish     boolean      NOT NULL DEFAULT false,
    car                  boolean      NOT NULL DEFAULT false,
    strength             boolean      NOT NULL DEFAULT false,
    pets_ok              boolean      NOT NULL DEFAULT false,
    smoke_ok             boolean      NOT NULL DEFAULT false,
    motivation           varchar(4000),
    heard_from           varchar(12)  CHECK (heard_from IN ('FRIEND', 'WEB', 'SOCIAL_MEDIA', 'NEWS', 'EVENT', 'LIBRARY', 'SCHOOL_WORK', 'PARTNER', 'OTHER')),
    guardian_name        varchar(120),
    guardian_email       varchar(254),
    guardian_phone       varchar(40),
    guardian_answer      varchar(8)   CHECK (guardian_answer IN ('GIVEN', 'REFUSED')),
    guardian_means       varchar(5)   CHECK (guardian_means IN ('LINK', 'PHONE')),
    guardian_by          varchar(64),                      -- the account that heard it on the phone
    guardian_answered_at timestamptz,
    invitations          smallint     NOT NULL DEFAULT 0,  -- how often we sent the calendar entry of the talk: its sequence
    outcome              varchar(9)   CHECK (outcome IN ('ACTIVE', 'GROUP', 'NOT_NOW', 'DECLINED', 'WITHDRAWN')),
    decided_by           varchar(64),
    decided_reason       varchar(4000),
    withdrawn_means      varchar(5)   CHECK (withdrawn_means IN ('LINK', 'PHONE')),
    closed_at            timestamptz,
    CHECK (email IS NOT NULL OR phone IS NOT NULL),
    CHECK ((means = 'PHONE') = (entered_by IS NOT NULL)),
    CHECK ((group_kind IS NULL) = (group_name IS NULL) AND (group_kind IS NULL) = (group_size IS NULL)),
    CHECK ((group_kind IS NULL) = (birth_year IS NOT NULL) AND (group_kind IS NULL) = (age_band IS NOT NULL)),
    CHECK (age_band IS DISTINCT FROM 'CHILD' OR guardian_name IS NOT NULL AND (guardian_email IS NOT NULL OR guardian_phone IS NOT NULL)),
    CHECK ((guardian_answer IS NULL) = (guardian_answered_at IS NULL)),
    CHECK ((outcome IS NULL) = (closed_at IS NULL)),
    -- a machine declines nobody: it is a named person with a reason (DESIGN.md, idea 4)
    CONSTRAINT application_declined_by_a_person CHECK (outcome IS DISTINCT FROM 'DECLINED' OR decided_by IS NOT NULL AND decided_reason IS NOT NULL),
    CONSTRAINT application_no_minor_without_guardian CHECK (outcome IS DISTINCT FROM 'ACTIVE' OR age_band IS DISTINCT FROM 'CHILD' OR guardian_answer = 'GIVEN')
);
CREATE INDEX application_open ON apusilta.application (received_at) WHERE closed_at IS NULL;

CREATE TABLE apusilta.application_kind (
    application_id uuid        NOT NULL REFERENCES apusilta.application ON DELETE CASCADE,
    kind           varchar(40) NOT NULL REFERENCES apusilta.kind,
    PRIMARY KEY (application_id, kind)
);

CREATE TABLE apusilta.application_language (
    application_id uuid    NOT NULL REFERENCES apusilta.application ON DELETE CASCADE,
    code           text    NOT NULL REFERENCES apusilta.language_bit,
    level          char(2) NOT NULL CHECK (level IN ('A1', 'A2', 'B1', 'B2', 'C1', 'C2')),
    PRIMARY KEY (application_id, code)
);

-- Times for talks, offered by coordinators, each to one applicant. Booking is one conditional update.
CREATE TABLE apusilta.interview_slot (
    id             uuid         PRIMARY KEY,
    major          varchar(1)   NOT NULL REFERENCES apusilta.major_district,
    held_by        varchar(64)  NOT NULL,
    starts_at      timestamptz  NOT NULL,
    minutes        smallint     NOT NULL CHECK (minutes BETWEEN 10 AND 240),
    way            varchar(8)   NOT NULL CHECK (way IN ('PHONE', 'VIDEO', 'MEETING')),
    place          varchar(200),
    application_id uuid         REFERENCES apusilta.application,
    booked_at      timestamptz,
    booked_means   varchar(5)   CHECK (booked_means IN ('LINK', 'PHONE')),
    held_at        timestamptz,                            -- the talk has taken place, or was not kept: no longer the applicant's time to come
    CHECK ((application_id IS NULL) = (booked_at IS NULL)),
    CHECK (way <> 'MEETING' OR place IS NOT NULL)
);
CREATE INDEX interview_slot_free ON apusilta.interview_slot (major, starts_at) WHERE application_id IS NULL;
CREATE UNIQUE INDEX interview_slot_one ON apusilta.interview_slot (application_id) WHERE held_at IS NULL;
CREATE UNIQUE INDEX interview_slot_once ON apusilta.interview_slot (held_by, starts_at);

-- A lead may say otherwise than the backlog: open or closed, for a kind, in a part of the city or all of it, until a day.
CREATE TABLE apusilta.recruitment_override (
    kind    varchar(40) NOT NULL REFERENCES apusilta.kind,
    major   varchar(1)  NOT NULL DEFAULT '0',              -- 0: all of the city
    open    boolean     NOT NULL,
    until   date,                                          -- last day; null: until taken back
    said_by varchar(64) NOT NULL,
    said_at timestamptz NOT NULL,
    PRIMARY KEY (kind, major),
    CHECK (major IN ('0', '1', '2', '3', '4', '5', '6', '7', '8'))
);

-- Somebody approved stands in the register before they are a volunteer: no offer reaches them, for volunteer_available asks for ACTIVE.
ALTER TABLE apusilta.volunteer DROP CONSTRAINT volunteer_status_check;
ALTER TABLE apusilta.volunteer ADD CONSTRAINT volunteer_status_check CHECK (status IN ('APPLICANT', 'ACTIVE', 'PAUSED', 'LEFT'));

-- A file that goes with a message: the invitation to a talk.
CREATE TABLE apusilta.message_attachment (
    message_id uuid         PRIMARY KEY REFERENCES apusilta.message ON DELETE CASCADE,
    name       varchar(100) NOT NULL,
    media_type varchar(100) NOT NULL,
    content    bytea        NOT NULL
);

-- What people who would like to help are told of a partner; null: nobody is sent there.
ALTER TABLE apusilta.partner ADD COLUMN for_volunteers varchar(300);
