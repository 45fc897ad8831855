-- entries: everything ever entered for one indicator of one unit, all months of all years, in the order it came in.
-- Grain: one row an entry. Parameters: unit, indicator.
SELECT
    o.seq, o.unit, o.indicator, o.year, o.month, o.numerator, o.denominator, o.value, o.state, o.note,
    o.import_seq, coalesce(i.file_name, ''), coalesce(i.sha256, ''), o.sheet, o.cells, o.demo,
    o.person, o.person_name, o.acted_at
FROM observation AS o
LEFT JOIN import_act AS i ON i.seq = o.import_seq
WHERE o.unit = ? AND o.indicator = ?
ORDER BY o.seq
