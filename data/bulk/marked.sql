-- marked: what the statement could not answer in whole numbers; the exact evaluator scores these.
-- Grain: one row a (unit, month, leaf). In: temp.score, temp.unit_month.
SELECT u.unit, u.month, s.leaf
FROM temp.score AS s
JOIN temp.unit_month AS u ON u.unit_month = s.unit_month
WHERE s.state = 4
ORDER BY u.unit, u.month, s.leaf
