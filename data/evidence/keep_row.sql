-- keep_row: make a kept content known, once. Parameters: sha256, size, media_type, acted_at, and sha256 again.
INSERT INTO kept_file SELECT ?, ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM kept_file WHERE sha256 = ?)
