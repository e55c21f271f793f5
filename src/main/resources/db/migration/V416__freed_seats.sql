-- Who would have come and found the event full: they are told when a seat is free again. Gone once told, or when they say no.
ALTER TABLE apusilta.recreation_invitation ADD COLUMN wanted_at timestamptz;
CREATE INDEX recreation_invitation_wanted ON apusilta.recreation_invitation (recreation_id) WHERE wanted_at IS NOT NULL;
