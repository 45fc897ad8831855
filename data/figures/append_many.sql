-- append_many: many figures entered together, each a row of its own; nothing is overwritten.
-- Grain: one row a figure. Parameters: lists of equal length (unit, indicator, year, month, numerator, denominator,
-- value, state, note, sheet, cells), then what they share: import_seq (NULL: typed on screen), demo, person,
-- person_name, acted_at (UTC).
INSERT INTO observation
SELECT nextval('act'), g.unit, g.indicator, g.year, g.month, g.numerator, g.denominator, g.value, g.state, g.note,
    $import_seq, g.sheet, g.cells, $demo, $person, $person_name, $acted_at
FROM (
    SELECT
        unnest($unit::VARCHAR[]) AS unit,
        unnest($indicator::VARCHAR[]) AS indicator,
        unnest($year::SMALLINT[]) AS year,
        unnest($month::TINYINT[]) AS month,
        unnest($numerator::DECIMAL(24, 6)[]) AS numerator,
        unnest($denominator::DECIMAL(24, 6)[]) AS denominator,
        unnest($value::DECIMAL(24, 6)[]) AS value,
        unnest($state::VARCHAR[]) AS state,
        unnest($note::VARCHAR[]) AS note,
        unnest($sheet::VARCHAR[]) AS sheet,
        unnest($cells::VARCHAR[]) AS cells
) AS g
