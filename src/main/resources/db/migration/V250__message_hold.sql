-- To whom no machine writes for the time being in this case: somebody has told of a death, and a person is finding out whether it is so.
-- What waits stays in the outbox as it is; it leaves when the row goes, or is taken back when the death is confirmed.
CREATE TABLE apusilta.message_hold (
    case_id uuid         NOT NULL,
    role    varchar(10),
    address varchar(320),
    since   timestamptz  NOT NULL,
    CHECK ((role IS NULL) <> (address IS NULL))
);
CREATE UNIQUE INDEX message_hold_role ON apusilta.message_hold (case_id, role) WHERE role IS NOT NULL;
CREATE UNIQUE INDEX message_hold_address ON apusilta.message_hold (case_id, address) WHERE address IS NOT NULL;
