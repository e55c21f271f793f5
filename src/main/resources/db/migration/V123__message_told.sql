-- A message that no machine could bring: who told it by phone or letter, and when.
ALTER TABLE apusilta.message
    DROP CONSTRAINT message_state_check,
    ADD CONSTRAINT message_state_check CHECK (state IN ('PLANNED', 'SENDING', 'SENT', 'FAILED', 'BY_HAND', 'TOLD', 'REVOKED')),
    ADD COLUMN told_by TEXT,
    ADD COLUMN told_at TIMESTAMPTZ,
    ADD CONSTRAINT message_told_check CHECK ((state = 'TOLD') = (told_at IS NOT NULL) AND (told_at IS NULL) = (told_by IS NULL));
