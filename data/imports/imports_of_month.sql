-- imports_of_month: what was imported for one unit and month, with whatever table, oldest first.
-- Grain: one row an import. Parameters: unit, year, month.
SELECT seq, sha256, file_name
FROM import_act
WHERE unit = ? AND year = ? AND month = ?
ORDER BY seq
