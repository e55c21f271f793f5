-- A question whose case ended before anybody decided is settled by that, and the record says so.
ALTER TABLE apusilta.scope_drift DROP CONSTRAINT scope_drift_outcome_check;
ALTER TABLE apusilta.scope_drift ADD CONSTRAINT scope_drift_outcome_check CHECK (outcome IN ('BELONGS', 'COVERED', 'PROFESSIONAL', 'NOTHING', 'CASE_ENDED'));
UPDATE apusilta.scope_drift d SET outcome = 'CASE_ENDED', decided_at = coalesce(r.closed_at, d.seen_at)
FROM apusilta.help_request r WHERE r.id = d.case_id AND d.outcome IS NULL AND r.outcome IS NOT NULL;
