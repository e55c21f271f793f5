-- Whether somebody may be booked for these kinds on this day: the first thing that is missing, null when nothing is. What the list of
-- candidates showed a minute ago does not count; this is asked in the update that books the place, and once more by the table itself.
CREATE FUNCTION apusilta.missing_for(v apusilta.volunteer, kinds text[], on_day date) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT CASE
        WHEN v.status <> 'ACTIVE' OR v.resting_until >= on_day THEN 'AWAY'
        WHEN v.agreement_until IS NULL OR v.agreement_until < on_day THEN 'AGREEMENT'
        WHEN extract(year FROM on_day) - v.birth_year NOT BETWEEN apusilta.term('INSURANCE_AGE_FROM', on_day) AND apusilta.term('INSURANCE_AGE_TO', on_day) THEN 'AGE'
        WHEN v.insured_until IS NULL OR v.insured_until < on_day THEN 'INSURANCE'
        WHEN EXISTS (SELECT FROM unnest(kinds) AS wanted (code) WHERE NOT EXISTS (SELECT FROM apusilta.volunteer_kind k WHERE k.volunteer_id = v.id AND k.kind_code = wanted.code)) THEN 'KIND'
        WHEN (v.check_until IS NULL OR v.check_until < on_day) AND EXISTS (SELECT FROM apusilta.kind k WHERE k.code = ANY (kinds) AND k.check_required) THEN 'CHECK'
        WHEN EXISTS (SELECT FROM apusilta.kind_training n JOIN apusilta.training t ON t.code = n.training_code
                     WHERE n.kind_code = ANY (kinds) AND NOT EXISTS (
                        SELECT FROM apusilta.volunteer_training d JOIN apusilta.training done ON done.code = d.code
                        WHERE d.volunteer_id = v.id AND (done.code = t.code OR done.counts_as = t.code)
                          AND (t.renew_months IS NULL OR d.done_on + make_interval(months => t.renew_months) >= on_day))) THEN 'TRAINING'
        WHEN v.load >= v.capacity THEN 'LOAD'
    END $$;

-- The guard: whoever raises the load, by whatever statement, books somebody who may be booked that day. For which kinds it is, the
-- booking transaction has said; a statement that says nothing is held to what every kind needs.
CREATE FUNCTION apusilta.only_who_is_fit_is_booked() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    missing text := apusilta.missing_for(OLD, string_to_array(nullif(current_setting('apusilta.kinds', true), ''), ','), apusilta.today());
BEGIN
    IF missing IS NOT NULL THEN
        RAISE EXCEPTION 'not to be booked: %', missing USING ERRCODE = 'check_violation', CONSTRAINT = 'volunteer_fit_to_be_booked';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER volunteer_fit_to_be_booked BEFORE UPDATE OF load ON apusilta.volunteer FOR EACH ROW
    WHEN (NEW.load > OLD.load AND coalesce(current_setting('apusilta.merging', true), '') <> 'on')   -- merging two entries of one person books nothing
    EXECUTE FUNCTION apusilta.only_who_is_fit_is_booked();

-- Until when each volunteer's trainings hold for each kind they wish to give, infinity when for good; no row: one is missing.
CREATE VIEW apusilta.volunteer_trained AS
SELECT w.volunteer_id, w.kind_code, min(held.until) AS until
FROM apusilta.volunteer_kind w
JOIN apusilta.kind_training n ON n.kind_code = w.kind_code
JOIN apusilta.training t ON t.code = n.training_code
LEFT JOIN LATERAL (SELECT max(CASE WHEN t.renew_months IS NULL THEN 'infinity'::date ELSE (d.done_on + make_interval(months => t.renew_months))::date END) AS until
                   FROM apusilta.volunteer_training d JOIN apusilta.training done ON done.code = d.code
                   WHERE d.volunteer_id = w.volunteer_id AND (done.code = t.code OR done.counts_as = t.code)) held ON true
GROUP BY w.volunteer_id, w.kind_code
HAVING count(held.until) = count(*);

-- The same with the check, where the kind needs one. Matching reads it set-wise; nobody's name is in it.
CREATE VIEW apusilta.volunteer_fit AS
SELECT f.volunteer_id, f.kind_code, least(f.until, CASE WHEN k.check_required THEN v.check_until END) AS until
FROM apusilta.volunteer_trained f JOIN apusilta.kind k ON k.code = f.kind_code JOIN apusilta.volunteer v ON v.id = f.volunteer_id
WHERE NOT k.check_required OR v.check_until IS NOT NULL;

-- Renewals begun by the watch, one for each day on which something of somebody runs out.
CREATE TABLE apusilta.proof_renewal (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    volunteer_id uuid NOT NULL REFERENCES apusilta.volunteer ON DELETE CASCADE,
    proof        text NOT NULL CHECK (proof IN ('AGREEMENT', 'TRAINING', 'CHECK')),
    runs_out_on  date,                        -- null: begun by hand, there was nothing to run out
    begun_at     timestamptz NOT NULL,
    UNIQUE (volunteer_id, proof, runs_out_on)
);
