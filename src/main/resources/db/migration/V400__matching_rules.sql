-- What a wish is worth, in thousandths of a point (issue 5). Versions are never changed: a manager adds one with the day from which it
-- counts, and every list of candidates names the version it was made with. Of those in force the one with the latest day counts, of two
-- with the same day the later version.
CREATE TABLE apusilta.weights (
    version          integer     GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    valid_from       date        NOT NULL,
    distance         integer     NOT NULL CHECK (distance BETWEEN 0 AND 100000),
    times            integer     NOT NULL CHECK (times BETWEEN 0 AND 100000),
    interests        integer     NOT NULL CHECK (interests BETWEEN 0 AND 100000),
    language         integer     NOT NULL CHECK (language BETWEEN 0 AND 100000),
    practice         integer     NOT NULL CHECK (practice BETWEEN 0 AND 100000),   -- wish to practise a language
    load             integer     NOT NULL CHECK (load BETWEEN 0 AND 100000),
    recency          integer     NOT NULL CHECK (recency BETWEEN 0 AND 100000),    -- long without a task
    earlier          integer     NOT NULL CHECK (earlier BETWEEN 0 AND 100000),    -- an earlier good match of the two
    far              integer     NOT NULL CHECK (far BETWEEN 100 AND 100000),      -- metres from which nearness gives nothing
    interests_enough integer     NOT NULL CHECK (interests_enough BETWEEN 1 AND 28),
    rested           integer     NOT NULL CHECK (rested BETWEEN 1 AND 3650),       -- days of rest that give all the points
    waiting_day      integer     NOT NULL CHECK (waiting_day BETWEEN 0 AND 50000),
    competition      integer     NOT NULL CHECK (competition BETWEEN 0 AND 100000),
    kept_by          text,
    kept_at          timestamptz NOT NULL DEFAULT now()
);
INSERT INTO apusilta.weights (valid_from, distance, times, interests, language, practice, load, recency, earlier, far, interests_enough, rested,
    waiting_day, competition)
VALUES (DATE '2020-01-01', 30000, 25000, 15000, 10000, 5000, 10000, 10000, 10000, 10000, 3, 180, 5000, 30000);

-- Where a volunteer does not go: what is in the home, never why. An allergy is one reason among others, and none is kept.
CREATE TABLE apusilta.volunteer_avoid (
    volunteer_id uuid NOT NULL REFERENCES apusilta.volunteer ON DELETE CASCADE,
    code         text NOT NULL CHECK (code IN ('CAT', 'DOG', 'OTHER_ANIMAL', 'SMOKE', 'SCENT', 'DUST')),
    PRIMARY KEY (volunteer_id, code)
);

-- Languages a volunteer would like to practise; what they speak is in volunteer_language (R29).
CREATE TABLE apusilta.volunteer_practice (
    volunteer_id uuid NOT NULL REFERENCES apusilta.volunteer ON DELETE CASCADE,
    code         text NOT NULL REFERENCES apusilta.language_bit,
    PRIMARY KEY (volunteer_id, code)
);

-- What the request did not ask and matching needs to know; a coordinator keeps it. No row: nothing known.
CREATE TABLE apusilta.case_wish (
    case_id   uuid        PRIMARY KEY REFERENCES apusilta.help_request ON DELETE CASCADE,
    around    text[]      NOT NULL DEFAULT '{}',        -- codes as in volunteer_avoid: what is in the home
    level     char(2)     NOT NULL DEFAULT 'B1' CHECK (level IN ('A2', 'B1', 'B2', 'C1')),
    practises text[]      NOT NULL DEFAULT '{}',        -- languages the client would like to practise
    welcomes  boolean     NOT NULL DEFAULT false,       -- gladly helps somebody to practise theirs
    min_age   smallint    CHECK (min_age BETWEEN 15 AND 80),
    kept_by   text        NOT NULL,
    kept_at   timestamptz NOT NULL
);

-- From which age a kind of help may be given. Only the year of birth is known, so whoever reaches the age this year is not there yet.
CREATE TABLE apusilta.kind_age (
    kind_code text     PRIMARY KEY REFERENCES apusilta.kind,
    min_age   smallint NOT NULL CHECK (min_age BETWEEN 13 AND 80)
);
INSERT INTO apusilta.kind_age SELECT code, CASE WHEN check_required OR confidential OR at_home THEN 18 ELSE 15 END FROM apusilta.kind;

-- How two people parted: after a bad end never again, after a good one gladly. Neutral ends leave no row.
CREATE TABLE apusilta.pair_end (
    case_id      uuid        NOT NULL REFERENCES apusilta.help_request ON DELETE CASCADE,
    volunteer_id uuid        NOT NULL REFERENCES apusilta.volunteer ON DELETE CASCADE,
    good         boolean     NOT NULL,
    ended_at     timestamptz NOT NULL,
    PRIMARY KEY (case_id, volunteer_id)
);

-- Each list that was put before a coordinator: who was proposed, from which place, by which weights.
CREATE TABLE apusilta.candidate_list (
    id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id         uuid        NOT NULL,
    made_at         timestamptz NOT NULL,
    weights_version integer     NOT NULL REFERENCES apusilta.weights
);
CREATE INDEX candidate_list_case ON apusilta.candidate_list (case_id, made_at);
CREATE TABLE apusilta.candidate_listed (
    list_id      bigint   NOT NULL REFERENCES apusilta.candidate_list ON DELETE CASCADE,
    volunteer_id uuid     NOT NULL REFERENCES apusilta.volunteer ON DELETE CASCADE,
    place        smallint NOT NULL,
    score        integer  NOT NULL,
    PRIMARY KEY (list_id, volunteer_id)
);
CREATE INDEX candidate_listed_volunteer ON apusilta.candidate_listed (volunteer_id);

-- What matching knows of a volunteer beside volunteer_available: languages by level, wishes, what they avoid, the year of birth.
CREATE VIEW apusilta.volunteer_besides AS
SELECT v.id, v.birth_year,
       coalesce((SELECT bit_or(1::bigint << b.bit) FROM apusilta.volunteer_language l JOIN apusilta.language_bit b USING (code)
                 WHERE l.volunteer_id = v.id AND l.level >= 'A2'), 0) AS languages_a2,
       coalesce((SELECT bit_or(1::bigint << b.bit) FROM apusilta.volunteer_language l JOIN apusilta.language_bit b USING (code)
                 WHERE l.volunteer_id = v.id AND l.level >= 'B2'), 0) AS languages_b2,
       coalesce((SELECT bit_or(1::bigint << b.bit) FROM apusilta.volunteer_language l JOIN apusilta.language_bit b USING (code)
                 WHERE l.volunteer_id = v.id AND l.level >= 'C1'), 0) AS languages_c1,
       coalesce((SELECT bit_or(1::bigint << b.bit) FROM apusilta.volunteer_practice p JOIN apusilta.language_bit b USING (code)
                 WHERE p.volunteer_id = v.id), 0) AS practises,
       coalesce((SELECT bit_or(1 << (array_position(ARRAY['CAT', 'DOG', 'OTHER_ANIMAL', 'SMOKE', 'SCENT', 'DUST'], a.code) - 1))
                 FROM apusilta.volunteer_avoid a WHERE a.volunteer_id = v.id), 0) AS avoids
FROM apusilta.volunteer v;

-- The derived table; filled anew at every start. The points for a volunteer's load hang on the weights of the day, so no longer kept here.
DELETE FROM apusilta.bookable;
ALTER TABLE apusilta.bookable
    DROP COLUMN static_score,
    ADD COLUMN capacity     smallint NOT NULL,
    ADD COLUMN languages_a2 bigint   NOT NULL,
    ADD COLUMN languages_b2 bigint   NOT NULL,
    ADD COLUMN languages_c1 bigint   NOT NULL,
    ADD COLUMN practises    bigint   NOT NULL,
    ADD COLUMN avoids       integer  NOT NULL,
    ADD COLUMN born         smallint NOT NULL;

-- Finding the other requests of a client, by name and birth year first.
CREATE INDEX client_same_person ON apusilta.client (lower(trim(name)), birth_year);
