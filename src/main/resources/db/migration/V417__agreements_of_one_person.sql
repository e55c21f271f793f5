-- Two entries of one person may each have an agreement number 1: when they are merged, both are theirs. The next number is counted under
-- a lock on the person, so that nothing hangs on this key.
ALTER TABLE apusilta.city_agreement DROP CONSTRAINT city_agreement_person_id_number_key;
CREATE INDEX city_agreement_person ON apusilta.city_agreement (person_id, number);
