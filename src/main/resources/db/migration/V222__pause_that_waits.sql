-- A pause asked for while a concern is being talked over begins once that is settled and the support goes on.
ALTER TABLE apusilta.support_pause ADD COLUMN waits boolean NOT NULL DEFAULT false;

-- The list of messages that a person must tell.
CREATE INDEX message_to_tell ON apusilta.message (written_at) WHERE state IN ('BY_HAND', 'FAILED');
