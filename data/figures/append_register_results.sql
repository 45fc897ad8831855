-- append_register_results: what each row of one import's registers adds to each figure formed from it.
-- Grain: one row a register's row and indicator. Parameters: import_seq, then lists of equal length (register, row,
-- indicator, value).
INSERT INTO register_result
SELECT
    $import_seq, unnest($register::VARCHAR[]), unnest($row::INTEGER[]), unnest($indicator::VARCHAR[]),
    unnest($value::DECIMAL(24, 6)[])
