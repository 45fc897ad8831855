-- imports_of_year: the accepted imports of one unit for the months of one year, in the order they came in.
-- Grain: one row an import. Parameters: unit, year.
SELECT seq, month, table_id, file_name, sha256, stored, partial, person_name, acted_at
FROM import_act
WHERE unit = ? AND year = ?
ORDER BY seq
