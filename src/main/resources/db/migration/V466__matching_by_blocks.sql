-- Where people live in squares of 2,048 metres, so that the best of a million are found without giving points to each: a square's nearest
-- corner says the most its people can have for nearness.
ALTER TABLE apusilta.bookable
    ADD COLUMN west  integer NOT NULL GENERATED ALWAYS AS ((x >> 11) << 11) STORED,
    ADD COLUMN south integer NOT NULL GENERATED ALWAYS AS ((y >> 11) << 11) STORED;
CREATE INDEX bookable_by_block ON apusilta.bookable (kind_code, west, south);

-- Each square in which somebody gives, or once gave, this kind of help. One too many costs a look, one too few would lose people: the table keeps it itself.
CREATE TABLE apusilta.bookable_block (
    kind_code text    NOT NULL,
    west      integer NOT NULL,
    south     integer NOT NULL,
    PRIMARY KEY (kind_code, west, south)
);
CREATE FUNCTION apusilta.bookable_has_its_block() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO apusilta.bookable_block SELECT DISTINCT kind_code, west, south FROM added ORDER BY kind_code, west, south ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER bookable_has_its_block AFTER INSERT ON apusilta.bookable REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION apusilta.bookable_has_its_block();
INSERT INTO apusilta.bookable_block SELECT DISTINCT kind_code, west, south FROM apusilta.bookable;
