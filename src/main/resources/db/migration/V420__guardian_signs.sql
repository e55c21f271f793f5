-- For somebody under 15 the guardian agrees with the city and consents to the check, at the first time and at every renewal. Who signs is
-- settled when the words are written, here and nowhere else. Only the year of birth is known: in the year of the fifteenth birthday it
-- is the guardian still, unless the applicant told that they are 15 already.
CREATE FUNCTION apusilta.signer(person uuid, on_day date) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT CASE WHEN extract(year FROM on_day) - who.birth_year <= 15 AND coalesce(told.age_band, 'CHILD') = 'CHILD' THEN 'GUARDIAN' ELSE 'VOLUNTEER' END
    FROM (SELECT coalesce((SELECT v.birth_year FROM apusilta.volunteer v WHERE v.id = person),
                          (SELECT a.birth_year FROM apusilta.application a WHERE a.id = person)) AS birth_year) who
    LEFT JOIN apusilta.application told ON told.id = person $$;

ALTER TABLE apusilta.city_agreement ADD COLUMN signer text NOT NULL DEFAULT 'VOLUNTEER' CHECK (signer IN ('VOLUNTEER', 'GUARDIAN'));
ALTER TABLE apusilta.background_check ADD COLUMN signer text NOT NULL DEFAULT 'VOLUNTEER' CHECK (signer IN ('VOLUNTEER', 'GUARDIAN'));

CREATE FUNCTION apusilta.who_signs() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        NEW.signer := coalesce(apusilta.signer(NEW.person_id, apusilta.today()), 'VOLUNTEER');
    ELSIF NEW.signer <> OLD.signer THEN
        RAISE EXCEPTION 'who signs was settled when the words were written' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER city_agreement_who_signs BEFORE INSERT OR UPDATE ON apusilta.city_agreement FOR EACH ROW EXECUTE FUNCTION apusilta.who_signs();
CREATE TRIGGER background_check_who_signs BEFORE INSERT OR UPDATE ON apusilta.background_check FOR EACH ROW EXECUTE FUNCTION apusilta.who_signs();

-- Whoever said in the application that they would like to practise Finnish: a wish of matching, unless a coordinator keeps others.
INSERT INTO apusilta.volunteer_practice (volunteer_id, code)
    SELECT v.id, 'fi' FROM apusilta.volunteer v JOIN apusilta.application a ON a.id = v.id
    WHERE a.practise_finnish AND NOT EXISTS (SELECT FROM apusilta.volunteer_practice p WHERE p.volunteer_id = v.id);
