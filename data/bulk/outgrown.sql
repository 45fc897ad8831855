-- outgrown: one row if a figure is larger than the statement may multiply, none if all fit.
-- In: temp.input.
SELECT 1 FROM temp.input WHERE NOT fits LIMIT 1
