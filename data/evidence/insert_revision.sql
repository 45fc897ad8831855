-- insert_revision: append one revision of a document. Nothing is overwritten.
-- Parameters: seq, id, revision, unit, sha256, file_name, media_type, size, number, issued_on, issuer, abstract,
-- removed, demo, person, person_name, acted_at, no_state_secret (NULL: not asked), stamps.
INSERT INTO evidence VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
