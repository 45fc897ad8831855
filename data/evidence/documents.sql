-- documents: the documents of one unit, each in the revision in force; removed ones are left out.
-- Grain: one row a document. Parameter: unit.
SELECT
    seq, id, revision, unit, sha256, file_name, media_type, size, number, issued_on, issuer, abstract,
    removed, demo, person, person_name, acted_at, no_state_secret, stamps
FROM (
    SELECT * FROM evidence
    WHERE unit = ?
    QUALIFY row_number() OVER (PARTITION BY id ORDER BY seq DESC) = 1
)
WHERE NOT removed
ORDER BY id
