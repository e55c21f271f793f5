-- The register of volunteers (R12, R24). Words about people live here and nowhere else.

-- Bit positions for languages and interests, so that "any in common" is one AND. Positions never change meaning.
CREATE TABLE apusilta.language_bit (
    code text PRIMARY KEY CHECK (code ~ '^[a-z]{2,3}$'),   -- ISO 639-1, 639-3 where there is none
    bit  smallint NOT NULL UNIQUE CHECK (bit BETWEEN 0 AND 61)
);
INSERT INTO apusilta.language_bit (code, bit)
SELECT code, (ordinality - 1)::smallint
FROM unnest(ARRAY['fi', 'sv', 'en', 'ru', 'et', 'so', 'ar', 'uk', 'ku', 'fa', 'zh', 'sq', 'vi', 'es', 'fr', 'de', 'tr', 'th', 'tl',
                  'pt', 'it', 'pl', 'ro', 'hi', 'ur', 'bn', 'ne', 'am', 'ti', 'sw', 'hu', 'el', 'ja', 'ko', 'nl', 'da', 'nb', 'is',
                  'lv', 'lt', 'bg', 'sr', 'hr', 'bs', 'ta', 'ps', 'uz', 'az', 'ka', 'hy', 'se', 'fse', 'rmf', 'yi', 'he'])
     WITH ORDINALITY AS known (code, ordinality);

CREATE TABLE apusilta.interest_bit (
    code text PRIMARY KEY CHECK (code ~ '^[A-Z_]+$'),
    bit  smallint NOT NULL UNIQUE CHECK (bit BETWEEN 0 AND 61)
);
INSERT INTO apusilta.interest_bit (code, bit)
SELECT code, (ordinality - 1)::smallint
FROM unnest(ARRAY['READING', 'MUSIC', 'SINGING', 'THEATRE', 'FILMS', 'HISTORY', 'CRAFTS', 'COOKING', 'BAKING', 'GARDENING', 'NATURE',
                  'WALKING', 'EXERCISE', 'SPORTS', 'DANCING', 'CHESS', 'CARDS', 'ANIMALS', 'TRAVEL', 'LANGUAGES', 'TECHNOLOGY',
                  'PHOTOGRAPHY', 'ART', 'POETRY', 'NEWS', 'CROSSWORDS', 'SAUNA', 'FISHING'])
     WITH ORDINALITY AS known (code, ordinality);

CREATE TABLE apusilta.volunteer (
    id              uuid PRIMARY KEY,
    given_name      text NOT NULL,
    family_name     text NOT NULL,
    email           text,
    phone           text,
    birth_year      smallint NOT NULL CHECK (birth_year BETWEEN 1900 AND 2100),
    gender          char(1) CHECK (gender IN ('F', 'M', 'O')),       -- null: not told
    language        char(2) NOT NULL CHECK (language IN ('fi', 'sv', 'en')),   -- how we write to them
    district        text NOT NULL REFERENCES apusilta.district,
    x               integer NOT NULL,                                -- metres, same fixed point as catalogue's districts
    y               integer NOT NULL,
    status          text NOT NULL CHECK (status IN ('ACTIVE', 'PAUSED', 'LEFT')),
    joined_on       date NOT NULL,
    organisation    text,                                            -- set for a co-operation volunteer (R12)
    agreement_until date,                                            -- agreement with the city; null: none (R16)
    insured_until   date,                                            -- group accident insurance; null: none (R16)
    check_until     date,                                            -- Act 148/2014: a date, never a result
    capacity        smallint NOT NULL CHECK (capacity BETWEEN 0 AND 20),
    load            smallint NOT NULL DEFAULT 0,                     -- places booked: offers open or accepted, supports running, tasks agreed before Apusilta
    max_distance_m  integer NOT NULL CHECK (max_distance_m > 0),
    car             boolean NOT NULL,
    strength        boolean NOT NULL,
    pets_ok         boolean NOT NULL,
    smoke_ok        boolean NOT NULL,
    slots           integer CHECK (slots BETWEEN 0 AND 2097151),     -- 21 bits, MON_AM first; null: not told, which is not "always"
    last_ended_on   date,                                            -- when the last task ended; null: none yet
    CONSTRAINT volunteer_load_within_capacity CHECK (load >= 0 AND load <= capacity)
);
CREATE INDEX volunteer_name ON apusilta.volunteer (lower(family_name), lower(given_name));
CREATE INDEX volunteer_district ON apusilta.volunteer (district);

CREATE TABLE apusilta.volunteer_kind (
    volunteer_id uuid NOT NULL REFERENCES apusilta.volunteer ON DELETE CASCADE,
    kind_code    text NOT NULL REFERENCES apusilta.kind,
    PRIMARY KEY (volunteer_id, kind_code)
);
CREATE INDEX volunteer_kind_kind ON apusilta.volunteer_kind (kind_code);

CREATE TABLE apusilta.volunteer_language (
    volunteer_id uuid NOT NULL REFERENCES apusilta.volunteer ON DELETE CASCADE,
    code         text NOT NULL REFERENCES apusilta.language_bit,
    level        char(2) NOT NULL CHECK (level IN ('A1', 'A2', 'B1', 'B2', 'C1', 'C2')),
    PRIMARY KEY (volunteer_id, code)
);

CREATE TABLE apusilta.volunteer_interest (
    volunteer_id uuid NOT NULL REFERENCES apusilta.volunteer ON DELETE CASCADE,
    code         text NOT NULL REFERENCES apusilta.interest_bit,
    PRIMARY KEY (volunteer_id, code)
);

CREATE TABLE apusilta.volunteer_training (
    volunteer_id uuid NOT NULL REFERENCES apusilta.volunteer ON DELETE CASCADE,
    code         text NOT NULL REFERENCES apusilta.training,
    done_on      date NOT NULL,
    PRIMARY KEY (volunteer_id, code)
);

-- What other modules may read set-wise: nobody's name, one row per active volunteer who has a place, an agreement and insurance.
-- 'B1' and up count as a common language: enough for everyday talk.
CREATE VIEW apusilta.volunteer_available AS
SELECT v.id, v.x, v.y, v.max_distance_m, v.gender, v.car, v.strength, v.pets_ok, v.smoke_ok, v.slots, v.capacity, v.load,
       v.last_ended_on, v.check_until, least(v.agreement_until, v.insured_until) AS covered_until,
       coalesce((SELECT bit_or(1::bigint << b.bit) FROM apusilta.volunteer_language l JOIN apusilta.language_bit b USING (code)
                 WHERE l.volunteer_id = v.id AND l.level >= 'B1'), 0) AS languages,
       coalesce((SELECT bit_or(1::bigint << b.bit) FROM apusilta.volunteer_interest i JOIN apusilta.interest_bit b USING (code)
                 WHERE i.volunteer_id = v.id), 0) AS interests,
       ARRAY(SELECT k.kind_code FROM apusilta.volunteer_kind k WHERE k.volunteer_id = v.id) AS kinds,
       ARRAY(SELECT t.code FROM apusilta.volunteer_training t WHERE t.volunteer_id = v.id) AS trainings
FROM apusilta.volunteer v
WHERE v.status = 'ACTIVE' AND v.load < v.capacity AND v.agreement_until IS NOT NULL AND v.insured_until IS NOT NULL;
