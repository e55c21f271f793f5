-- One message to many. Who gets it and who does not is decided once more at the moment of sending.
CREATE TABLE apusilta.bulk_message (
    id       uuid        PRIMARY KEY,
    kind     varchar(10) NOT NULL CHECK (kind IN ('INFO', 'NEWSLETTER')),
    query    text        NOT NULL,
    channels varchar(10)[] NOT NULL,
    words_fi text        NOT NULL,
    words_sv text        NOT NULL,
    words_en text        NOT NULL,
    state    varchar(10) NOT NULL CHECK (state IN ('DRAFT', 'SENDING', 'SENT')),
    made_by  varchar(64) NOT NULL,
    made_at  timestamptz NOT NULL,
    alive_at timestamptz,
    sent_at  timestamptz
);
CREATE TABLE apusilta.bulk_recipient (
    bulk_id      uuid        NOT NULL REFERENCES apusilta.bulk_message ON DELETE CASCADE,
    volunteer_id uuid        NOT NULL REFERENCES apusilta.volunteer ON DELETE CASCADE,
    channel      varchar(10),
    reason       varchar(20),                    -- why not
    message_id   uuid,
    PRIMARY KEY (bulk_id, volunteer_id),
    CHECK ((channel IS NULL) <> (reason IS NULL))
);
CREATE INDEX bulk_recipient_waits ON apusilta.bulk_recipient (bulk_id) WHERE channel IS NOT NULL AND message_id IS NULL;
CREATE INDEX bulk_recipient_volunteer ON apusilta.bulk_recipient (volunteer_id);
