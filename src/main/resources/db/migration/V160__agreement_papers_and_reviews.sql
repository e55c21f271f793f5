-- The agreement as a living document (R15): signed copies on paper, and the day it is to be gone through again.
-- Which process asked belongs to a version for good, and what both have confirmed is not taken away row by row either.
CREATE FUNCTION apusilta.agreement_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'What belongs to a confirmed agreement never changes; add to it';
END $$;
CREATE TRIGGER agreement_version_sealed_stays BEFORE DELETE ON apusilta.agreement_version
    FOR EACH ROW WHEN (OLD.sealed_at IS NOT NULL) EXECUTE FUNCTION apusilta.agreement_stays();
CREATE TRIGGER agreement_version_instance_stays BEFORE UPDATE ON apusilta.agreement_version
    FOR EACH ROW WHEN (OLD.instance_id IS DISTINCT FROM NEW.instance_id) EXECUTE FUNCTION apusilta.agreement_stays();

-- A signed copy, scanned or photographed. signed_by: whose signature is on it.
CREATE TABLE apusilta.agreement_paper (
    id         uuid        PRIMARY KEY,
    version_id uuid        NOT NULL REFERENCES apusilta.agreement_version,
    signed_by  text        NOT NULL CHECK (signed_by IN ('CLIENT', 'VOLUNTEER', 'BOTH')),
    type       text        NOT NULL CHECK (type IN ('application/pdf', 'image/png', 'image/jpeg')),
    size       integer     NOT NULL CHECK (size BETWEEN 1 AND 10485760),
    content    bytea       NOT NULL,
    author     text        NOT NULL,
    added_at   timestamptz NOT NULL
);
CREATE INDEX agreement_paper_version ON apusilta.agreement_paper (version_id, added_at);
CREATE TRIGGER agreement_paper_stays BEFORE UPDATE ON apusilta.agreement_paper FOR EACH ROW EXECUTE FUNCTION apusilta.agreement_stays();

-- Who opened which copy when (R53).
CREATE TABLE apusilta.agreement_paper_opened (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    paper_id uuid        NOT NULL REFERENCES apusilta.agreement_paper ON DELETE CASCADE,
    account  text        NOT NULL,
    at       timestamptz NOT NULL
);
CREATE INDEX agreement_paper_opened_paper ON apusilta.agreement_paper_opened (paper_id, at);

-- By when an agreement is to be gone through. The newest row of a version counts; reviewed_by is null for the first, set when it was sealed.
CREATE TABLE apusilta.agreement_review (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    version_id  uuid        NOT NULL REFERENCES apusilta.agreement_version,
    due_on      date        NOT NULL,
    reviewed_by text,
    set_at      timestamptz NOT NULL
);
CREATE INDEX agreement_review_version ON apusilta.agreement_review (version_id, id);
CREATE TRIGGER agreement_review_stays BEFORE UPDATE OR DELETE ON apusilta.agreement_review FOR EACH ROW EXECUTE FUNCTION apusilta.agreement_stays();

-- Agreements that hold already are gone through half a year after they were confirmed.
INSERT INTO apusilta.agreement_review (version_id, due_on, set_at)
SELECT id, (sealed_at AT TIME ZONE 'Europe/Helsinki')::date + INTERVAL '6 months', sealed_at FROM apusilta.agreement_version WHERE sealed_at IS NOT NULL;
