-- unit_month: the units and months to be scored, numbered so that one can read the number.
-- Grain: one row a (unit, month). In: units and months (parameters; 99 months at most).
CREATE OR REPLACE TEMP TABLE unit_month AS
SELECT (100 * u.range + m.range)::INTEGER AS unit_month, u.range::INTEGER AS unit, m.range::INTEGER AS month
FROM range($units) AS u, range(1, $months + 1) AS m
