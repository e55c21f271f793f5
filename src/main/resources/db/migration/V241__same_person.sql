-- A death recorded in one request may be told about another request, when the two seem to be the same person's. Its words are then the other's number.
ALTER TABLE apusilta.report DROP CONSTRAINT report_told_by_check;
ALTER TABLE apusilta.report ADD CONSTRAINT report_told_by_check CHECK (told_by IN ('REQUESTER', 'CLIENT', 'VOLUNTEER', 'OTHER_CASE'));
