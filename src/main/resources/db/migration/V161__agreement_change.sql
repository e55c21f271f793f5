-- A new version can be made while the old one holds: one of each at a time.
DROP INDEX apusilta.agreement_version_open;
CREATE UNIQUE INDEX agreement_version_holds ON apusilta.agreement_version (case_id) WHERE ended_at IS NULL AND sealed_at IS NOT NULL;
CREATE UNIQUE INDEX agreement_version_in_the_making ON apusilta.agreement_version (case_id) WHERE ended_at IS NULL AND sealed_at IS NULL;

-- Why an agreement that holds is to be changed; the words never reach the engine.
CREATE TABLE apusilta.agreement_change (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id  uuid        NOT NULL REFERENCES apusilta.help_request,
    reason   text        NOT NULL CHECK (reason IN ('REVIEW', 'TASK', 'TIMES', 'BORDER', 'OTHER')),
    words    text        NOT NULL CHECK (length(words) BETWEEN 1 AND 4000),
    asked_by text        NOT NULL,
    asked_at timestamptz NOT NULL
);
CREATE INDEX agreement_change_case ON apusilta.agreement_change (case_id, id);
CREATE TRIGGER agreement_change_stays BEFORE UPDATE ON apusilta.agreement_change FOR EACH ROW EXECUTE FUNCTION apusilta.agreement_stays();
