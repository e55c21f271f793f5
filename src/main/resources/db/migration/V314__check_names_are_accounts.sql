-- Where a check names somebody, it names an account: no other word fits into these columns, so nothing can be written there about an extract.
ALTER TABLE apusilta.background_check
    ADD CONSTRAINT background_check_consent_account FOREIGN KEY (consent_by) REFERENCES apusilta.account,
    ADD CONSTRAINT background_check_requester_account FOREIGN KEY (requested_by) REFERENCES apusilta.account,
    ADD CONSTRAINT background_check_checker_account FOREIGN KEY (checked_by) REFERENCES apusilta.account,
    ADD CONSTRAINT background_check_instance CHECK (instance_id ~ '^[0-9a-f-]{36}$');
ALTER TABLE apusilta.kind_assessment
    ADD CONSTRAINT kind_assessment_account FOREIGN KEY (assessed_by) REFERENCES apusilta.account;
