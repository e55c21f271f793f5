-- Everything that somebody lacks for these kinds of help on this day, beside time and room: what apusilta.missing_for says first, here in full.
-- Asked once more when both have confirmed, long after the offer that was booked.
CREATE FUNCTION apusilta.lacks(v apusilta.volunteer, kinds text[], on_day date) RETURNS text[] LANGUAGE sql STABLE AS $$
    SELECT array_remove(ARRAY[
        CASE WHEN v.agreement_until IS NULL OR v.agreement_until < on_day THEN 'AGREEMENT' END,
        CASE WHEN extract(year FROM on_day) - v.birth_year NOT BETWEEN apusilta.term('INSURANCE_AGE_FROM', on_day) AND apusilta.term('INSURANCE_AGE_TO', on_day) THEN 'AGE' END,
        CASE WHEN v.insured_until IS NULL OR v.insured_until < on_day THEN 'INSURANCE' END,
        CASE WHEN (v.check_until IS NULL OR v.check_until < on_day) AND EXISTS (SELECT FROM apusilta.kind k WHERE k.code = ANY (kinds) AND k.check_required) THEN 'CHECK' END,
        CASE WHEN EXISTS (SELECT FROM apusilta.kind_training n JOIN apusilta.training t ON t.code = n.training_code
                     WHERE n.kind_code = ANY (kinds) AND NOT EXISTS (
                        SELECT FROM apusilta.volunteer_training d JOIN apusilta.training done ON done.code = d.code
                        WHERE d.volunteer_id = v.id AND (done.code = t.code OR done.counts_as = t.code)
                          AND (t.renew_months IS NULL OR d.done_on + make_interval(months => t.renew_months) >= on_day))) THEN 'TRAINING' END], NULL) $$;
