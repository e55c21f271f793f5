-- A booking is one statement: fitness is asked once, by the guard in the table, which holds the row by then; and matching's own rows follow
-- in the table, too, without a question of their own.
CREATE OR REPLACE FUNCTION apusilta.only_who_is_fit_is_booked() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    missing text := apusilta.missing_for(OLD, string_to_array(nullif(current_setting('apusilta.kinds', true), ''), ','), apusilta.today());
BEGIN
    IF missing IS NOT NULL AND current_setting('apusilta.booking', true) = 'on' THEN
        RETURN NULL;                            -- who books by apusilta.reserve is told no; nothing is changed
    ELSIF missing IS NOT NULL THEN
        RAISE EXCEPTION 'not to be booked: %', missing USING ERRCODE = 'check_violation', CONSTRAINT = 'volunteer_fit_to_be_booked';
    END IF;
    RETURN NEW;
END $$;

-- Takes one place of whoever the id stands for today. False, and nothing changed, when they may not be booked for these kinds on this day or no place is left.
CREATE FUNCTION apusilta.reserve(asked uuid, kinds text, on_day date) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
    booked boolean;
BEGIN
    PERFORM set_config('apusilta.today', on_day::text, true), set_config('apusilta.kinds', kinds, true), set_config('apusilta.booking', 'on', true);
    UPDATE apusilta.volunteer SET load = load + 1 WHERE id = apusilta.volunteer_current(asked) AND load < capacity;
    booked := FOUND;
    PERFORM set_config('apusilta.booking', '', true);
    RETURN booked;
END $$;

CREATE FUNCTION apusilta.bookable_place_taken() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.load < NEW.capacity THEN
        UPDATE apusilta.bookable SET free = NEW.capacity - NEW.load WHERE volunteer_id = NEW.id;
    ELSE
        DELETE FROM apusilta.bookable WHERE volunteer_id = NEW.id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER bookable_place_taken AFTER UPDATE OF load ON apusilta.volunteer FOR EACH ROW WHEN (NEW.load > OLD.load) EXECUTE FUNCTION apusilta.bookable_place_taken();

-- Room for a new version of a row beside the old one, so that a booking touches no index.
ALTER TABLE apusilta.volunteer SET (fillfactor = 90);
ALTER TABLE apusilta.bookable SET (fillfactor = 90);
