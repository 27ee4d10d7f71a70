ALTER TABLE reading ADD COLUMN unit text;
