-- Criminal records of volunteers with minors, Act 148/2014 (requirements 4.1). What an extract says has no place here: no column, no
-- file, no free text. Kept are the consent, the issue date, who checked and when. A row has a check date only when a named person
-- has decided "may be assigned"; every other ending (no consent, no extract, changed wishes, "may not") leaves the same row: closed.
CREATE TABLE apusilta.kind_assessment (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind_code   text NOT NULL REFERENCES apusilta.kind,
    regularly   boolean NOT NULL,            -- (1) regularly and essentially teaching, guiding, caring for or being together with a minor
    in_person   boolean NOT NULL,            -- (2) in personal interaction
    alone       boolean NOT NULL,            -- (3) alone, or where the minor's integrity cannot otherwise be reasonably secured
    assessed_by text NOT NULL CHECK (assessed_by <> ''),
    assessed_on date NOT NULL,
    recorded_at timestamptz NOT NULL
);
CREATE INDEX kind_assessment_kind ON apusilta.kind_assessment (kind_code, id DESC);
COMMENT ON TABLE apusilta.kind_assessment IS 'what a named person found by the three tests; the newest of a kind counts, none is changed';

CREATE TABLE apusilta.background_check (
    id                uuid PRIMARY KEY,
    person_id         uuid NOT NULL,         -- the volunteer, or the applicant who will be one under the same id
    instance_id       text NOT NULL,
    opened_at         timestamptz NOT NULL,
    consent_at        timestamptz,
    consent_means     text CHECK (consent_means IN ('LINK', 'PAPER')),
    consent_by        text,                  -- who recorded a consent on paper; null for one by link
    requested_at      timestamptz,
    requested_by      text,
    extract_issued_on date,
    checked_on        date,
    checked_by        text,
    valid_until       date,
    closed_at         timestamptz,
    CHECK ((consent_at IS NULL) = (consent_means IS NULL)),
    CHECK ((consent_means IS NOT DISTINCT FROM 'PAPER') = (consent_by IS NOT NULL)),
    CHECK (requested_at IS NULL OR consent_at IS NOT NULL),
    CHECK ((requested_at IS NULL) = (requested_by IS NULL)),
    CHECK (num_nulls(extract_issued_on, checked_on, checked_by, valid_until) IN (0, 4)),
    CHECK (checked_on IS NULL OR requested_at IS NOT NULL AND closed_at IS NOT NULL),
    CONSTRAINT background_check_extract_six_months CHECK (extract_issued_on <= checked_on AND checked_on <= extract_issued_on + interval '6 months'),
    CHECK (valid_until > checked_on)
);
CREATE UNIQUE INDEX background_check_one_open ON apusilta.background_check (person_id) WHERE closed_at IS NULL;
CREATE INDEX background_check_person ON apusilta.background_check (person_id, opened_at);

-- What the consent is about. Only kinds that somebody has assessed, and for which all three tests hold.
CREATE TABLE apusilta.background_check_kind (
    check_id  uuid NOT NULL REFERENCES apusilta.background_check ON DELETE CASCADE,
    kind_code text NOT NULL REFERENCES apusilta.kind,
    PRIMARY KEY (check_id, kind_code)
);

CREATE FUNCTION apusilta.kind_assessed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT coalesce((SELECT a.regularly AND a.in_person AND a.alone FROM apusilta.kind_assessment a WHERE a.kind_code = NEW.kind_code ORDER BY a.id DESC LIMIT 1), false) THEN
        RAISE EXCEPTION 'no check for a kind that nobody has assessed by the three tests: %', NEW.kind_code USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER background_check_kind_assessed BEFORE INSERT OR UPDATE ON apusilta.background_check_kind FOR EACH ROW EXECUTE FUNCTION apusilta.kind_assessed();
