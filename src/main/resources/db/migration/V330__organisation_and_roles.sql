-- Organisations that lead co-operation volunteers (R12) get a code; a volunteer named one in free text before.
CREATE FUNCTION apusilta.organisation_code(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
    RETURN left(trim(BOTH '_' FROM upper(regexp_replace(translate(lower(name), 'äöåéèüáàóòíúñç', 'aoaeeuaaooiunc'), '[^a-z0-9]+', '_', 'g'))), 36);

CREATE TABLE apusilta.organisation (
    code   varchar(40)  PRIMARY KEY CHECK (code ~ '^[A-Z0-9][A-Z0-9_]*$'),
    name   varchar(120) NOT NULL UNIQUE,
    active boolean      NOT NULL DEFAULT true
);

-- Two names that give one code get a number; a name without a letter that we know gets a code of no meaning.
INSERT INTO apusilta.organisation (code, name)
SELECT coalesce(nullif(code, ''), 'X' || left(upper(md5(name)), 12)) || CASE WHEN number > 1 THEN '_' || number ELSE '' END, name
FROM (SELECT name, apusilta.organisation_code(name) AS code, row_number() OVER (PARTITION BY apusilta.organisation_code(name) ORDER BY name) AS number
      FROM (SELECT DISTINCT left(btrim(organisation), 120) AS name FROM apusilta.volunteer WHERE btrim(organisation) <> '') AS named) AS coded;
UPDATE apusilta.volunteer v SET organisation = (SELECT o.code FROM apusilta.organisation o WHERE o.name = left(btrim(v.organisation), 120)) WHERE organisation IS NOT NULL;
ALTER TABLE apusilta.volunteer ALTER COLUMN organisation TYPE varchar(40);
ALTER TABLE apusilta.volunteer ADD CONSTRAINT volunteer_organisation FOREIGN KEY (organisation) REFERENCES apusilta.organisation;
CREATE INDEX volunteer_organisation ON apusilta.volunteer (organisation) WHERE organisation IS NOT NULL;
COMMENT ON COLUMN apusilta.volunteer.organisation IS 'code of the organisation that leads a co-operation volunteer (R12); null: the city''s own';

-- Two more roles, each of which sees only some people: whose contact an account is, and which responsible person.
ALTER TABLE apusilta.account DROP CONSTRAINT account_role_check;
ALTER TABLE apusilta.account ADD CONSTRAINT account_role_check
    CHECK (role IN ('COORDINATOR', 'LEAD', 'SOCIAL_WORKER', 'MANAGER', 'ADMIN', 'ORGANISATION', 'RESPONSIBLE'));
CREATE TABLE apusilta.organisation_contact (
    account      varchar(64) PRIMARY KEY REFERENCES apusilta.account,
    organisation varchar(40) NOT NULL REFERENCES apusilta.organisation
);
CREATE TABLE apusilta.responsible_account (
    account        varchar(64) PRIMARY KEY REFERENCES apusilta.account,
    responsible_id uuid        NOT NULL REFERENCES apusilta.responsible_person
);
