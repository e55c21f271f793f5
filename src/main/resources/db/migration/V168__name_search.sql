-- Names are found by their beginning in any form Finnish gives them, and with a letter wrong (pg_trgm comes with PostgreSQL; the
-- database's owner may switch it on).
CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA apusilta;

-- Lower case, and letters without their dots and rings: who types Makela means Mäkelä.
CREATE FUNCTION apusilta.plain(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
    RETURN translate(lower(name), 'äöåéèüáàóòíúñç', 'aoaeeuaaooiunc');

CREATE INDEX client_name_like ON apusilta.client USING gin (apusilta.plain(name) apusilta.gin_trgm_ops);
CREATE INDEX client_name_stem ON apusilta.client USING gin (to_tsvector('finnish'::regconfig, name));
CREATE INDEX requester_name_like ON apusilta.requester USING gin (apusilta.plain(name) apusilta.gin_trgm_ops);
CREATE INDEX requester_name_stem ON apusilta.requester USING gin (to_tsvector('finnish'::regconfig, name));
CREATE INDEX volunteer_name_like ON apusilta.volunteer USING gin (apusilta.plain(given_name || ' ' || family_name) apusilta.gin_trgm_ops);
CREATE INDEX volunteer_name_stem ON apusilta.volunteer USING gin (to_tsvector('finnish'::regconfig, given_name || ' ' || family_name));
