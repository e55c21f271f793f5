-- The register: versions for editing, a history that is only added to, consents, saved segments, merging.

ALTER TABLE apusilta.volunteer
    ADD COLUMN version     integer NOT NULL DEFAULT 0,
    ADD COLUMN merged_into uuid REFERENCES apusilta.volunteer,       -- the same person as this one: it answers for both
    ADD CONSTRAINT volunteer_merged_is_gone CHECK (merged_into IS NULL OR status = 'LEFT' AND merged_into <> id);
CREATE INDEX volunteer_merged ON apusilta.volunteer (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX volunteer_language_speaks ON apusilta.volunteer_language (code, level, volunteer_id);
CREATE INDEX volunteer_email ON apusilta.volunteer (lower(email)) WHERE email IS NOT NULL;
CREATE INDEX volunteer_phone ON apusilta.volunteer (right(regexp_replace(phone, '\D', '', 'g'), 7)) WHERE phone IS NOT NULL;

-- Who changed what. By whom and when is said by the transaction (apusilta.by, apusilta.at); without it, it was the system.
CREATE TABLE apusilta.volunteer_history (
    id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    volunteer_id uuid        NOT NULL REFERENCES apusilta.volunteer ON DELETE CASCADE,
    field        text        NOT NULL,
    old_value    text,
    new_value    text,
    changed_by   varchar(64) NOT NULL,
    changed_at   timestamptz NOT NULL
);
CREATE INDEX volunteer_history_volunteer ON apusilta.volunteer_history (volunteer_id, id);

CREATE FUNCTION apusilta.only_added_to() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- gone together with the person only: then it is the foreign key that deletes, one trigger deeper
    IF TG_OP = 'DELETE' AND pg_trigger_depth() > 1 THEN RETURN OLD; END IF;
    RAISE EXCEPTION '% is only added to', TG_TABLE_NAME;
END $$;
CREATE TRIGGER volunteer_history_stays BEFORE UPDATE OR DELETE ON apusilta.volunteer_history FOR EACH ROW EXECUTE FUNCTION apusilta.only_added_to();

CREATE FUNCTION apusilta.keep_change(person uuid, what text, was text, becomes text) RETURNS void LANGUAGE sql AS $$
    INSERT INTO apusilta.volunteer_history (volunteer_id, field, old_value, new_value, changed_by, changed_at)
    VALUES (person, what, was, becomes, coalesce(nullif(current_setting('apusilta.by', true), ''), 'SYSTEM'),
            coalesce(nullif(current_setting('apusilta.at', true), '')::timestamptz, now()))
$$;

CREATE FUNCTION apusilta.volunteer_keeps_history() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    field text;
    was jsonb := to_jsonb(OLD);
    becomes jsonb := to_jsonb(NEW);
BEGIN
    FOREACH field IN ARRAY ARRAY['given_name', 'family_name', 'email', 'phone', 'birth_year', 'gender', 'language', 'district', 'status', 'organisation',
            'agreement_until', 'insured_until', 'check_until', 'capacity', 'max_distance_m', 'car', 'strength', 'pets_ok', 'smoke_ok', 'slots', 'merged_into'] LOOP
        IF was ->> field IS DISTINCT FROM becomes ->> field THEN
            PERFORM apusilta.keep_change(NEW.id, field, was ->> field, becomes ->> field);
            NEW.version := OLD.version + 1;
        END IF;
    END LOOP;
    RETURN NEW;
END $$;
-- not on load and the day of the last task: those change with each booking and are told by the cases
CREATE TRIGGER volunteer_keeps_history BEFORE UPDATE OF given_name, family_name, email, phone, birth_year, gender, language, district, status, organisation,
        agreement_until, insured_until, check_until, capacity, max_distance_m, car, strength, pets_ok, smoke_ok, slots, merged_into
    ON apusilta.volunteer FOR EACH ROW EXECUTE FUNCTION apusilta.volunteer_keeps_history();

CREATE TABLE apusilta.volunteer_consent (
    volunteer_id uuid        NOT NULL REFERENCES apusilta.volunteer ON DELETE CASCADE,
    what         varchar(10) NOT NULL CHECK (what IN ('NEWSLETTER', 'EMAIL', 'SMS', 'LETTER')),
    given        boolean     NOT NULL,
    said_by      varchar(64) NOT NULL,
    said_at      timestamptz NOT NULL,
    PRIMARY KEY (volunteer_id, what)
);
COMMENT ON TABLE apusilta.volunteer_consent IS 'By which way a message to many may reach somebody; no row: never asked, and that is no';

-- What belongs to a person in rows of their own is kept when somebody says who changes it: filling and importing thousands says nothing.
CREATE FUNCTION apusilta.part_keeps_history() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    was jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END;
    becomes jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END;
    one jsonb := coalesce(becomes, was);
BEGIN
    IF TG_OP = 'UPDATE' AND was ->> 'volunteer_id' <> becomes ->> 'volunteer_id' OR TG_OP = 'DELETE' AND pg_trigger_depth() > 1
            OR was ->> TG_ARGV[2] IS NOT DISTINCT FROM becomes ->> TG_ARGV[2] AND TG_OP = 'UPDATE' THEN
        RETURN NULL;   -- moved by a merge, gone with the person, or the same
    END IF;
    PERFORM apusilta.keep_change((one ->> 'volunteer_id')::uuid, TG_ARGV[0] || '.' || (one ->> TG_ARGV[1]), was ->> TG_ARGV[2], becomes ->> TG_ARGV[2]);
    RETURN NULL;
END $$;
CREATE TRIGGER volunteer_kind_history AFTER INSERT OR DELETE ON apusilta.volunteer_kind
    FOR EACH ROW WHEN (coalesce(current_setting('apusilta.by', true), '') <> '') EXECUTE FUNCTION apusilta.part_keeps_history('kind', 'kind_code', 'kind_code');
CREATE TRIGGER volunteer_language_history AFTER INSERT OR UPDATE OR DELETE ON apusilta.volunteer_language
    FOR EACH ROW WHEN (coalesce(current_setting('apusilta.by', true), '') <> '') EXECUTE FUNCTION apusilta.part_keeps_history('speaks', 'code', 'level');
CREATE TRIGGER volunteer_interest_history AFTER INSERT OR DELETE ON apusilta.volunteer_interest
    FOR EACH ROW WHEN (coalesce(current_setting('apusilta.by', true), '') <> '') EXECUTE FUNCTION apusilta.part_keeps_history('interest', 'code', 'code');
CREATE TRIGGER volunteer_consent_history AFTER INSERT OR UPDATE OR DELETE ON apusilta.volunteer_consent
    FOR EACH ROW WHEN (coalesce(current_setting('apusilta.by', true), '') <> '') EXECUTE FUNCTION apusilta.part_keeps_history('consent', 'what', 'given');

CREATE TABLE apusilta.volunteer_segment (
    id      uuid        PRIMARY KEY,
    account varchar(64) NOT NULL REFERENCES apusilta.account,
    name    varchar(60) NOT NULL,
    query   text        NOT NULL,              -- codes, as in the address of the list; never a name
    shared  boolean     NOT NULL,
    UNIQUE (account, name)
);

-- Two entries that were one person. What was moved is remembered row by row, so that it can be moved back.
CREATE TABLE apusilta.volunteer_merge (
    id          uuid        PRIMARY KEY,
    from_id     uuid        NOT NULL REFERENCES apusilta.volunteer ON DELETE CASCADE,
    into_id     uuid        NOT NULL REFERENCES apusilta.volunteer ON DELETE CASCADE,
    from_status text        NOT NULL,
    from_left_on date,
    load_moved  smallint    NOT NULL,
    filled      jsonb       NOT NULL,          -- fields of the entry that stays that were empty or smaller: {field: {was, becomes}}
    merged_by   varchar(64) NOT NULL,
    merged_at   timestamptz NOT NULL,
    undone_by   varchar(64),
    undone_at   timestamptz,
    CHECK ((undone_by IS NULL) = (undone_at IS NULL))
);
CREATE UNIQUE INDEX volunteer_merge_once ON apusilta.volunteer_merge (from_id) WHERE undone_at IS NULL;
CREATE INDEX volunteer_merge_into ON apusilta.volunteer_merge (into_id) WHERE undone_at IS NULL;
CREATE TABLE apusilta.volunteer_merge_moved (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    merge_id    uuid   NOT NULL REFERENCES apusilta.volunteer_merge ON DELETE CASCADE,
    table_name  text   NOT NULL,
    column_name text   NOT NULL,
    row_key     jsonb  NOT NULL                -- the other columns of its primary key
);
CREATE INDEX volunteer_merge_moved_merge ON apusilta.volunteer_merge_moved (merge_id);

-- Which entry of the register an agreement points to may follow a merge; what was confirmed may not change.
CREATE OR REPLACE FUNCTION apusilta.agreement_version_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.id, OLD.case_id, OLD.number, OLD.language, OLD.drafted_at)
            IS DISTINCT FROM (NEW.id, NEW.case_id, NEW.number, NEW.language, NEW.drafted_at)
       OR OLD.volunteer_id IS DISTINCT FROM NEW.volunteer_id AND coalesce(current_setting('apusilta.merging', true), '') <> 'on'
       OR OLD.asked_at IS NOT NULL AND (OLD.task, OLD.help, OLD.excluded, OLD.asked_at) IS DISTINCT FROM (NEW.task, NEW.help, NEW.excluded, NEW.asked_at)
       OR OLD.client_at IS NOT NULL AND (OLD.client_by, OLD.client_at, OLD.client_recorded_by) IS DISTINCT FROM (NEW.client_by, NEW.client_at, NEW.client_recorded_by)
       OR OLD.volunteer_at IS NOT NULL AND (OLD.volunteer_by, OLD.volunteer_at, OLD.volunteer_recorded_by) IS DISTINCT FROM (NEW.volunteer_by, NEW.volunteer_at, NEW.volunteer_recorded_by)
       OR OLD.sealed_at IS NOT NULL AND OLD.sealed_at IS DISTINCT FROM NEW.sealed_at
       OR OLD.ended_at IS NOT NULL AND OLD.ended_at IS DISTINCT FROM NEW.ended_at
    THEN
        RAISE EXCEPTION 'An agreement that people were asked to confirm never changes; make a new version';
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION apusilta.signed_words_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.asked_at IS NOT NULL AND (NEW.text, NEW.template_id, NEW.language, NEW.number) IS DISTINCT FROM (OLD.text, OLD.template_id, OLD.language, OLD.number)
       OR OLD.asked_at IS NOT NULL AND NEW.person_id IS DISTINCT FROM OLD.person_id AND coalesce(current_setting('apusilta.merging', true), '') <> 'on'
       OR OLD.confirmed_at IS NOT NULL AND (NEW.confirmed_at, NEW.means, NEW.recorded_by) IS DISTINCT FROM (OLD.confirmed_at, OLD.means, OLD.recorded_by) THEN
        RAISE EXCEPTION 'the words of an agreement that somebody was asked to sign stay as they are' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;

-- Lists that left the house: who took which, with how many people.
CREATE TABLE apusilta.register_export (
    id       bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account  varchar(64) NOT NULL,
    query    text        NOT NULL,
    people   integer     NOT NULL,
    taken_at timestamptz NOT NULL
);
CREATE TRIGGER register_export_stays BEFORE UPDATE OR DELETE ON apusilta.register_export FOR EACH ROW EXECUTE FUNCTION apusilta.only_added_to();

-- Who answers for an entry now: itself, or the one it was merged into, however often.
CREATE FUNCTION apusilta.volunteer_current(asked uuid) RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
    WITH RECURSIVE way (id, next, steps) AS (
        SELECT v.id, v.merged_into, 0 FROM apusilta.volunteer v WHERE v.id = asked
        UNION ALL
        SELECT v.id, v.merged_into, way.steps + 1 FROM way JOIN apusilta.volunteer v ON v.id = way.next WHERE way.steps < 20)
    SELECT coalesce((SELECT id FROM way WHERE next IS NULL), asked)
$$;
