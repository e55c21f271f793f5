-- Which instances a move was to take along: how many of them really moved can be told long after the engine has forgotten its batch.
CREATE TABLE apusilta.migration_case (
    batch_id    text NOT NULL REFERENCES apusilta.migration ON DELETE CASCADE,
    instance_id text NOT NULL,
    PRIMARY KEY (batch_id, instance_id)
);

ALTER TABLE apusilta.migration
    ADD COLUMN moved      integer,
    ADD COLUMN ended      integer,   -- had ended before their turn
    ADD COLUMN unmoved    integer,   -- run on in their own version, and nothing moves them any more
    ADD COLUMN settled_at timestamptz,
    ADD CHECK ((settled_at IS NULL) = (moved IS NULL) AND (moved IS NULL) = (ended IS NULL) AND (moved IS NULL) = (unmoved IS NULL));
-- of earlier moves nothing more is known than what was said then
UPDATE apusilta.migration SET moved = cases, ended = 0, unmoved = 0, settled_at = started_at;
