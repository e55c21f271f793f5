-- What can be asked for, and where (R4, R10, R13, R20). Codes never change; words may.
CREATE TABLE major_district (
    code    VARCHAR(1)  NOT NULL PRIMARY KEY,
    name_fi VARCHAR(60) NOT NULL,
    name_sv VARCHAR(60) NOT NULL,
    name_en VARCHAR(60) NOT NULL
);

CREATE TABLE district (
    code       VARCHAR(3)  NOT NULL PRIMARY KEY,
    major_code VARCHAR(1)  NOT NULL REFERENCES major_district,
    name_fi    VARCHAR(60) NOT NULL,
    name_sv    VARCHAR(60) NOT NULL,
    x          INT         NOT NULL,
    y          INT         NOT NULL
);
COMMENT ON COLUMN district.x IS 'metres east of 60.17 N 24.94 E, of the rough centre: for matching by distance, not for maps';
COMMENT ON COLUMN district.y IS 'metres north of 60.17 N 24.94 E, of the rough centre';

CREATE TABLE training (
    code     VARCHAR(30)  NOT NULL PRIMARY KEY CHECK (code ~ '^[A-Z][A-Z_]*$'),
    name_fi  VARCHAR(120) NOT NULL,
    name_sv  VARCHAR(120) NOT NULL,
    name_en  VARCHAR(120) NOT NULL,
    provider VARCHAR(120)
);
COMMENT ON COLUMN training.provider IS 'who gives it when the city does not give it itself (R14)';

CREATE TABLE kind (
    code              VARCHAR(40)  NOT NULL PRIMARY KEY CHECK (code ~ '^[A-Z][A-Z_]*$'),
    position          INT          NOT NULL UNIQUE,
    offered           BOOLEAN      NOT NULL DEFAULT true,
    commitment        VARCHAR(10)  NOT NULL CHECK (commitment IN ('ONE_OFF', 'GIG', 'LONG')),
    target_group      VARCHAR(10)  NOT NULL CHECK (target_group IN ('OLDER', 'ADULT', 'YOUTH', 'FAMILY', 'IMMIGRANT', 'ANYONE')),
    training          VARCHAR(30)  REFERENCES training,
    check_required    BOOLEAN      NOT NULL,
    check_assessed_by VARCHAR(120),
    check_assessed_on DATE,
    confidential      BOOLEAN      NOT NULL,
    at_home           BOOLEAN      NOT NULL,
    name_fi           VARCHAR(80)  NOT NULL,
    name_sv           VARCHAR(80)  NOT NULL,
    name_en           VARCHAR(80)  NOT NULL,
    belongs_fi        VARCHAR(400) NOT NULL,
    belongs_sv        VARCHAR(400) NOT NULL,
    belongs_en        VARCHAR(400) NOT NULL,
    excluded_fi       VARCHAR(400) NOT NULL,
    excluded_sv       VARCHAR(400) NOT NULL,
    excluded_en       VARCHAR(400) NOT NULL,
    CHECK (check_required OR check_assessed_by IS NULL)
);
COMMENT ON COLUMN kind.offered IS 'false: kept for old cases, or opened only in a crisis (R44)';
COMMENT ON COLUMN kind.check_required IS 'the three tests of Act 148/2014 may hold: alone, in person and regularly with minors';
COMMENT ON COLUMN kind.check_assessed_by IS 'who assessed the task beforehand, as the Act asks; the city names the person';
COMMENT ON COLUMN kind.confidential IS 'a written promise of confidentiality is gone through before the first meeting (R34)';

CREATE TABLE division (
    code    VARCHAR(10)  NOT NULL PRIMARY KEY,
    name_fi VARCHAR(120) NOT NULL,
    name_sv VARCHAR(120) NOT NULL,
    name_en VARCHAR(120) NOT NULL
);

CREATE TABLE unit (
    code          VARCHAR(40)  NOT NULL PRIMARY KEY,
    division_code VARCHAR(10)  NOT NULL REFERENCES division,
    name_fi       VARCHAR(120) NOT NULL,
    name_sv       VARCHAR(120) NOT NULL,
    name_en       VARCHAR(120) NOT NULL
);

-- The about 70 employees who guide volunteers where they help (vastuuhenkilö). Each has a deputy, so nothing waits for a holiday.
CREATE TABLE responsible_person (
    id          UUID         NOT NULL PRIMARY KEY,
    unit_code   VARCHAR(40)  NOT NULL REFERENCES unit,
    given_name  VARCHAR(60)  NOT NULL,
    family_name VARCHAR(60)  NOT NULL,
    email       VARCHAR(120) NOT NULL UNIQUE,
    phone       VARCHAR(30)  NOT NULL,
    deputy_id   UUID         REFERENCES responsible_person DEFERRABLE INITIALLY DEFERRED,
    coached_on  DATE,
    CHECK (deputy_id <> id)
);
COMMENT ON COLUMN responsible_person.coached_on IS 'last staff coaching in volunteering (R28)';

-- A partner site always has a named contact and a deputy: the columns are NOT NULL because no one is sent to a site without them (R4).
CREATE TABLE site (
    code          VARCHAR(40)  NOT NULL PRIMARY KEY,
    unit_code     VARCHAR(40)  NOT NULL REFERENCES unit,
    district_code VARCHAR(3)   NOT NULL REFERENCES district,
    type          VARCHAR(20)  NOT NULL CHECK (type IN ('HOSPITAL', 'SERVICE_HOUSE', 'SERVICE_CENTRE', 'LIBRARY', 'YOUTH_HOUSE', 'CULTURE', 'PLAYGROUND', 'SCHOOL', 'PARK', 'SUPPORT')),
    name_fi       VARCHAR(120) NOT NULL,
    name_sv       VARCHAR(120) NOT NULL,
    name_en       VARCHAR(120) NOT NULL,
    contact_id    UUID         NOT NULL REFERENCES responsible_person,
    deputy_id     UUID         NOT NULL REFERENCES responsible_person,
    briefed_on    DATE,
    CHECK (contact_id <> deputy_id)
);
COMMENT ON COLUMN site.briefed_on IS 'last briefing of the staff in working with volunteers; null when not yet held';
