-- rows_behind: the rows from which one import formed one indicator, cell by cell, each with what its row adds.
-- Grain: one row a filled cell. Parameters: import_seq, indicator. No row: the figure was formed from none, or was not
-- formed from a register.
SELECT c.row, c.column_code, c.heading, c.typed, c.exact, r.value
FROM register_result AS r
JOIN register_cell AS c ON c.import_seq = r.import_seq AND c.register = r.register AND c.row = r.row
WHERE r.import_seq = ? AND r.indicator = ?
ORDER BY c.row, c.place
