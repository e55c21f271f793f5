-- The day before a training whoever has a seat is reminded, once.
ALTER TABLE apusilta.training_signup ADD COLUMN reminded_at timestamptz;
