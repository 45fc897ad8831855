-- read_labels: which unit and month each row of terms belongs to, in the order of read.sql.
-- Grain: one row a (unit, month). In: first and last (parameters; last not included), store.figures.
SELECT unit, month, 100 * unit + month AS unit_month FROM store.figures
WHERE unit >= $first AND unit < $last AND term = 0
