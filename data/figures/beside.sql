-- beside: figures in force of one year, of several units and indicators: what a unit is compared with.
-- Grain: one row a unit, indicator and month, in the columns of in_force. Parameters: units, indicators, year.
-- No row: missing.
SELECT
    o.seq, o.unit, o.indicator, o.year, o.month, o.numerator, o.denominator, o.value, o.state, o.note,
    o.import_seq, coalesce(i.file_name, ''), coalesce(i.sha256, ''), o.sheet, o.cells, o.demo,
    o.person, o.person_name, o.acted_at
FROM observation_in_force AS o
LEFT JOIN import_act AS i ON i.seq = o.import_seq
WHERE o.unit IN (SELECT unnest($units)) AND o.indicator IN (SELECT unnest($indicators)) AND o.year = $year
ORDER BY o.unit, o.indicator, o.month
