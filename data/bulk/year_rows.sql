-- year_rows: the year-to-date figures, in the order of units, months and codes.
-- Grain: one row a (unit, indicator, month). In: temp.year_to_date.
SELECT unit, month, code, state, num, den, low_num, high_num, bound_den FROM temp.year_to_date ORDER BY unit, month, code
