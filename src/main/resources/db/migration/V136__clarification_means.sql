-- An answer may come by link, by phone or by mail; a coordinator writes down the latter two.
ALTER TABLE clarification
    ADD COLUMN means TEXT CHECK (means IN ('LINK', 'PHONE', 'MAIL')),
    ADD COLUMN recorded_by TEXT;
UPDATE clarification SET means = 'LINK' WHERE answered_at IS NOT NULL;
ALTER TABLE clarification ADD CHECK ((means IS NULL) = (answered_at IS NULL));
