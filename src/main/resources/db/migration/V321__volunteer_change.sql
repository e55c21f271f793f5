-- A volunteer's coming and going, with why and by what means, and what they wish otherwise.
ALTER TABLE apusilta.volunteer_change DROP CONSTRAINT volunteer_change_what_check;
ALTER TABLE apusilta.volunteer_change
    ADD CONSTRAINT volunteer_change_what_check CHECK (what IN ('LEAVES', 'PAUSES', 'COOLS_OFF', 'RETURNS', 'WISHES')),
    ADD COLUMN reason     varchar(12) CHECK (reason IN ('TIME', 'HEALTH', 'MOVES', 'LIFE', 'OTHER_TASKS', 'HARD', 'NOT_TOLD')),
    ADD COLUMN words      varchar(2000),
    ADD COLUMN kinds      text[],                -- WISHES: the kinds of help they would like to give
    ADD COLUMN outcome    varchar(10) CHECK (outcome IN ('ADOPTED', 'TALKED', 'NOT_NOW')),
    ADD COLUMN settled_by varchar(64),
    ADD COLUMN settled_at timestamptz;
