-- An offer has two sides: after the volunteer's yes the client hears who is proposed and says yes or no, too. A no of the client
-- is a fact about the offer, like the volunteer's (R21).
ALTER TABLE apusilta.offer DROP CONSTRAINT offer_state_check;
ALTER TABLE apusilta.offer ADD CONSTRAINT offer_state_check
    CHECK (state IN ('OPEN', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'RELEASED', 'CLIENT_DECLINED'));
ALTER TABLE apusilta.offer
    ADD COLUMN client_instance_id text,          -- the ask-client instance that waits for the answer
    ADD COLUMN client_answer_by   timestamptz,
    ADD COLUMN client_reminded_at timestamptz,
    ADD COLUMN client_answer      text CHECK (client_answer IN ('YES', 'NO')),
    ADD COLUMN client_means       text CHECK (client_means IN ('LINK', 'PHONE', 'PAPER')),   -- null: before clients were asked
    ADD COLUMN client_recorded_by text,          -- the account that heard it, null by link
    ADD COLUMN client_answered_at timestamptz,
    ADD CONSTRAINT offer_client_answer CHECK ((client_answer IS NULL) = (client_answered_at IS NULL));
-- Where a volunteer was booked before this, a coordinator had brought both together.
UPDATE apusilta.offer SET client_answer = 'YES', client_answered_at = coalesce(answered_at, made_at) WHERE state = 'ACCEPTED';
