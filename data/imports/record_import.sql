-- record_import: one accepted import. Parameters: seq, unit, year, month, table_id, edition, file_name, sha256,
-- stored (how many figures), partial, demo, person, person_name, acted_at (UTC).
INSERT INTO import_act VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
