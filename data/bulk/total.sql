-- total: points of whole tables, as scoring/totals.py adds them up.
-- Grain: one row a (unit, month, table). In: temp.sums, complete down to depth 0; temp.node. In units of the table's step.
SELECT s.unit, s.month, n.table_no,
    sum(s.points)::BIGINT AS points,
    sum(s.sure)::BIGINT AS sure,
    sum(s.possible)::BIGINT AS possible,
    sum(s.applicable_max)::BIGINT AS applicable_max,
    sum(s.measured_max)::BIGINT AS measured_max,
    sum(s.bonus)::BIGINT AS bonus
FROM temp.sums AS s
JOIN temp.node AS n ON n.node = s.node AND n.depth = 0
GROUP BY s.unit, s.month, n.table_no
ORDER BY s.unit, s.month, n.table_no
