-- Who said, and when, that an account is an organisation's contact or a responsible person; null: a row of old, or of the demo.
ALTER TABLE apusilta.organisation_contact ADD COLUMN bound_by varchar(64), ADD COLUMN bound_at timestamptz;
ALTER TABLE apusilta.responsible_account ADD COLUMN bound_by varchar(64), ADD COLUMN bound_at timestamptz;
