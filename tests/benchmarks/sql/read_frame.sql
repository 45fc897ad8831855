-- read_frame: the same with their labels beside each figure.
-- Grain: one row a (unit, month, term). In: first and last (parameters; last not included), store.figures.
SELECT 100 * unit + month AS unit_month, term, state, num, den FROM store.figures
WHERE unit >= $first AND unit < $last
