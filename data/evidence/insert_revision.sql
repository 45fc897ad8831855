-- insert_revision: append one revision of a document. Nothing is overwritten.
-- Parameters: seq, id, revision, unit, sha256, file_name, media_type, size, number, issued_on, issuer, abstract,
-- removed, demo, person, person_name, acted_at.
INSERT INTO evidence VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
