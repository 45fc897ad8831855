-- revisions: every revision of one document, newest first; the first is in force.
-- Grain: one row a revision. Parameter: the document's id.
SELECT
    seq, id, revision, unit, sha256, file_name, media_type, size, number, issued_on, issuer, abstract,
    removed, demo, person, person_name, acted_at, no_state_secret, stamps
FROM evidence
WHERE id = ?
ORDER BY seq DESC
