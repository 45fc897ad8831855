-- rows: every scored leaf, in the order of units, months and the law.
-- Grain: one row a (unit, month, leaf). In: temp.score, temp.unit_month. Gates, numbered below 0, are no leaves.
SELECT u.unit, u.month, s.leaf, s.state, s.points, s.sure, s.possible
FROM temp.score AS s
JOIN temp.unit_month AS u ON u.unit_month = s.unit_month
WHERE s.leaf >= 0
ORDER BY u.unit, u.month, s.leaf
