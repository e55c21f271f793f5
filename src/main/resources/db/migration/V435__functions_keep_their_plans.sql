-- The same three functions as in V313, V312 and V331, in a language that keeps the plan of a statement for the life of a connection:
-- an SQL function with a query inside is planned anew at each call, which cost twenty times what the answer does.

CREATE OR REPLACE FUNCTION apusilta.term(term_code text, on_day date) RETURNS int LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (SELECT value FROM apusilta.volunteering_term WHERE code = term_code AND valid_from <= on_day ORDER BY valid_from DESC LIMIT 1);
END $$;

CREATE OR REPLACE FUNCTION apusilta.volunteer_current(asked uuid) RETURNS uuid LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
    now_at uuid := asked;
    moved_to uuid;
BEGIN
    FOR steps IN 1..20 LOOP
        SELECT merged_into INTO moved_to FROM apusilta.volunteer WHERE id = now_at;
        EXIT WHEN moved_to IS NULL;
        now_at := moved_to;
    END LOOP;
    RETURN now_at;
END $$;

CREATE OR REPLACE FUNCTION apusilta.missing_for(v apusilta.volunteer, kinds text[], on_day date) RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN CASE
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
    END;
END $$;
