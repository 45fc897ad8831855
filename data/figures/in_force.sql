-- in_force: the figures in force of one unit in the years from first to last, each with the file it came from.
-- Grain: one row an indicator and month. Parameters: unit, first, last. No row: missing.
SELECT
    o.seq, o.unit, o.indicator, o.year, o.month, o.numerator, o.denominator, o.value, o.state, o.note,
    o.import_seq, coalesce(i.file_name, ''), coalesce(i.sha256, ''), o.sheet, o.cells, o.demo,
    o.person, o.person_name, o.acted_at
FROM observation_in_force AS o
LEFT JOIN import_act AS i ON i.seq = o.import_seq
WHERE o.unit = ? AND o.year BETWEEN ? AND ?
ORDER BY o.indicator, o.year, o.month
