-- append_register_cells: the filled cells of the rows of one import's registers.
-- Grain: one row a cell. Parameters: import_seq, then lists of equal length (register, sheet, row, place, column_code,
-- heading, typed, exact: NULL for a text).
INSERT INTO register_cell
SELECT
    $import_seq, unnest($register::VARCHAR[]), unnest($sheet::VARCHAR[]), unnest($row::INTEGER[]),
    unnest($place::SMALLINT[]), unnest($column_code::VARCHAR[]), unnest($heading::VARCHAR[]),
    unnest($typed::VARCHAR[]), unnest($exact::DECIMAL(24, 6)[])
