-- already_imported: the latest import of the very same content for one unit and month.
-- Grain: no row or one. Parameters: sha256, unit, year, month.
SELECT seq, file_name, person_name, acted_at
FROM import_act
WHERE sha256 = ? AND unit = ? AND year = ? AND month = ?
ORDER BY seq DESC
LIMIT 1
