-- The agreement between client and volunteer, in three parts (R15). What people were asked to confirm is never rewritten:
-- a change is a new version.
CREATE TABLE apusilta.agreement_version (
    id            UUID        NOT NULL PRIMARY KEY,
    case_id       UUID        NOT NULL REFERENCES apusilta.help_request,
    number        INT         NOT NULL,
    volunteer_id  UUID        NOT NULL REFERENCES apusilta.volunteer,
    language      CHAR(2)     NOT NULL CHECK (language IN ('fi', 'sv', 'en')),
    task          TEXT        NOT NULL CHECK (task <> ''),
    help          TEXT        NOT NULL CHECK (help <> ''),
    excluded      TEXT        NOT NULL CHECK (excluded <> ''),
    instance_id   VARCHAR(64) NOT NULL,
    drafted_at    TIMESTAMPTZ NOT NULL,
    asked_at      TIMESTAMPTZ,
    client_by     VARCHAR(5)  CHECK (client_by IN ('LINK', 'PHONE', 'PAPER')),
    client_at     TIMESTAMPTZ,
    client_recorded_by    VARCHAR(64),
    volunteer_by  VARCHAR(5)  CHECK (volunteer_by IN ('LINK', 'PHONE', 'PAPER')),
    volunteer_at  TIMESTAMPTZ,
    volunteer_recorded_by VARCHAR(64),
    sealed_at     TIMESTAMPTZ,
    ended_at      TIMESTAMPTZ,
    UNIQUE (case_id, number),
    CHECK ((client_by IS NULL) = (client_at IS NULL)),
    CHECK ((volunteer_by IS NULL) = (volunteer_at IS NULL)),
    CHECK (client_at IS NULL OR asked_at IS NOT NULL),
    CHECK (volunteer_at IS NULL OR asked_at IS NOT NULL),
    CHECK (sealed_at IS NULL OR client_at IS NOT NULL AND volunteer_at IS NOT NULL)
);
-- one agreement at a time
CREATE UNIQUE INDEX agreement_version_open ON apusilta.agreement_version (case_id) WHERE ended_at IS NULL;

CREATE FUNCTION apusilta.agreement_version_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.id, OLD.case_id, OLD.number, OLD.volunteer_id, OLD.language, OLD.drafted_at)
            IS DISTINCT FROM (NEW.id, NEW.case_id, NEW.number, NEW.volunteer_id, NEW.language, NEW.drafted_at)
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
CREATE TRIGGER agreement_version_stays BEFORE UPDATE ON apusilta.agreement_version FOR EACH ROW EXECUTE FUNCTION apusilta.agreement_version_stays();
