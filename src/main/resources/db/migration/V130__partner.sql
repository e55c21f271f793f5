-- Partners who may help when we cannot (R36-R38), their contacts, and every hand-off with its consent.
CREATE TABLE apusilta.partner (
    id         uuid PRIMARY KEY,
    name       text    NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 120),
    type       text    NOT NULL CHECK (type IN ('NGO', 'PARISH', 'CITY', 'CITY_WITH_PARTNERS', 'INFORMAL')),
    active     boolean NOT NULL DEFAULT true,
    whole_city boolean NOT NULL DEFAULT false,
    version    integer NOT NULL DEFAULT 0
);

CREATE TABLE apusilta.partner_kind (
    partner_id uuid        NOT NULL REFERENCES apusilta.partner ON DELETE CASCADE,
    kind       varchar(40) NOT NULL REFERENCES apusilta.kind,
    PRIMARY KEY (partner_id, kind)
);

-- Major districts; none are needed when the partner serves the whole city.
CREATE TABLE apusilta.partner_area (
    partner_id uuid       NOT NULL REFERENCES apusilta.partner ON DELETE CASCADE,
    major      varchar(1) NOT NULL REFERENCES apusilta.major_district,
    PRIMARY KEY (partner_id, major)
);

CREATE TABLE apusilta.partner_language (
    partner_id uuid NOT NULL REFERENCES apusilta.partner ON DELETE CASCADE,
    code       text NOT NULL CHECK (code ~ '^[a-z]{2}$'),
    PRIMARY KEY (partner_id, code)
);

-- The first contact is asked; the others are for the phone.
CREATE TABLE apusilta.partner_contact (
    partner_id uuid NOT NULL REFERENCES apusilta.partner ON DELETE CASCADE,
    position   integer NOT NULL CHECK (position > 0),
    name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    email      text,
    phone      text,
    language   text NOT NULL CHECK (language IN ('fi', 'sv', 'en')),
    PRIMARY KEY (partner_id, position),
    CHECK (email IS NOT NULL OR phone IS NOT NULL)
);

CREATE TABLE apusilta.partner_network (
    id   uuid PRIMARY KEY,
    name text NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 120)
);

CREATE TABLE apusilta.partner_membership (
    partner_id uuid NOT NULL REFERENCES apusilta.partner ON DELETE CASCADE,
    network_id uuid NOT NULL REFERENCES apusilta.partner_network ON DELETE CASCADE,
    PRIMARY KEY (partner_id, network_id)
);

-- One row for each time a request is handed to a partner; also the record of what was disclosed, to whom and by which consent.
CREATE TABLE apusilta.hand_off (
    id               uuid PRIMARY KEY,
    case_id          uuid        NOT NULL,
    instance_id      text        NOT NULL,   -- the partner-handoff instance
    state            text        NOT NULL CHECK (state IN
                     ('PREPARING', 'DROPPED', 'ASKED', 'ACCEPTED', 'RETURNED', 'ARRIVED', 'NOT_ARRIVED', 'WITHDRAWN')),
    opened_at        timestamptz NOT NULL,
    partner_id       uuid REFERENCES apusilta.partner,
    summary          text CHECK (length(summary) <= 1000),
    shared           text CHECK (shared IN ('PHONE', 'PHONE_AND_ADDRESS')),
    consent_from     text CHECK (consent_from IN ('CLIENT', 'GUARDIAN', 'REPRESENTATIVE')),
    consent_how      text CHECK (consent_how IN ('PHONE', 'IN_PERSON', 'IN_WRITING')),
    consent_on       date,
    recorded_by      text,
    asked_at         timestamptz,
    answer_by        timestamptz,
    reminded_at      timestamptz,
    silent           boolean     NOT NULL DEFAULT false,  -- the time to answer ran out at least once
    answered_at      timestamptz,
    answered_by      text CHECK (answered_by IN ('LINK', 'PHONE')),
    return_reason    text CHECK (length(return_reason) <= 1000),
    arrival_asked_at timestamptz,
    arrival_at       timestamptz,            -- when somebody said whether help has arrived
    arrival_by       text CHECK (arrival_by IN ('LINK', 'PHONE')),
    closed_at        timestamptz,
    CHECK (state IN ('PREPARING', 'DROPPED', 'WITHDRAWN')
           OR (partner_id IS NOT NULL AND shared IS NOT NULL AND consent_from IS NOT NULL AND consent_how IS NOT NULL AND consent_on IS NOT NULL))
);
CREATE INDEX hand_off_case ON apusilta.hand_off (case_id, opened_at);
CREATE INDEX hand_off_partner ON apusilta.hand_off (partner_id, asked_at);
CREATE UNIQUE INDEX hand_off_one_at_a_time ON apusilta.hand_off (case_id) WHERE state IN ('PREPARING', 'ASKED', 'ACCEPTED');

-- We write to partners, too.
ALTER TABLE apusilta.message DROP CONSTRAINT message_role_check;
ALTER TABLE apusilta.message ADD CONSTRAINT message_role_check CHECK (role IN ('CLIENT', 'REQUESTER', 'VOLUNTEER', 'PARTNER', 'STAFF'));
