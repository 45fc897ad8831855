-- there_by_unit: what each unit has in force for one month, with who entered it and when.
-- Grain: one row a unit and indicator. Parameters: year, month. No row: missing.
SELECT o.unit, o.indicator, o.seq, o.demo, o.person_name, o.acted_at, coalesce(i.file_name, '')
FROM observation_in_force AS o
LEFT JOIN import_act AS i ON i.seq = o.import_seq
WHERE o.year = ? AND o.month = ?
ORDER BY o.unit, o.seq
