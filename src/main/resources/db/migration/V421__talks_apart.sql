-- Nobody talks with two at once: times of one person never overlap. Minutes are minutes whatever the time zone, so the span is immutable.
CREATE EXTENSION IF NOT EXISTS btree_gist SCHEMA apusilta;
CREATE FUNCTION apusilta.talk_span(starts_at timestamptz, minutes smallint) RETURNS tstzrange LANGUAGE sql IMMUTABLE AS $$
    SELECT tstzrange(starts_at, starts_at + make_interval(mins => minutes)) $$;
-- a free time inside another goes
DELETE FROM apusilta.interview_slot free USING apusilta.interview_slot other
    WHERE free.application_id IS NULL AND other.held_by = free.held_by AND other.id <> free.id
      AND (other.application_id IS NOT NULL OR other.starts_at < free.starts_at)
      AND apusilta.talk_span(other.starts_at, other.minutes) && apusilta.talk_span(free.starts_at, free.minutes);
DROP INDEX apusilta.interview_slot_once;
ALTER TABLE apusilta.interview_slot ADD CONSTRAINT interview_slot_apart
    EXCLUDE USING gist (held_by WITH =, apusilta.talk_span(starts_at, minutes) WITH &&);
