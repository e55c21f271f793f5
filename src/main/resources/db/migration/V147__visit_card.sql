-- Who opened what of the client's details, and when: contact details after both yes, the visit card near a visit only.
CREATE TABLE apusilta.opening (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id      uuid        NOT NULL,
    volunteer_id uuid        NOT NULL,
    what         text        NOT NULL CHECK (what IN ('CONTACT', 'VISIT_CARD')),
    opened_at    timestamptz NOT NULL
);
CREATE INDEX opening_case ON apusilta.opening (case_id, opened_at);

-- The next visit as the volunteer has told it: the card opens near it.
CREATE TABLE apusilta.next_visit (
    case_id      uuid NOT NULL,
    volunteer_id uuid NOT NULL,
    visit_on     date NOT NULL,
    PRIMARY KEY (case_id, volunteer_id)
);
