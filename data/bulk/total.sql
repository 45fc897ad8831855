-- total: points of whole tables, as scoring/totals.py adds them up. In units of the table's step.
-- Grain: one row a (unit, month, table), in any order. In: temp.sums, complete down to depth 0; temp.node, temp.unit_month.
WITH whole AS (
    SELECT s.unit_month, n.table_no,
        sum(s.points)::BIGINT AS points,
        sum(s.sure)::BIGINT AS sure,
        sum(s.possible)::BIGINT AS possible,
        sum(s.applicable_max)::BIGINT AS applicable_max,
        sum(s.measured_max)::BIGINT AS measured_max,
        sum(s.bonus)::BIGINT AS bonus
    FROM temp.sums AS s
    JOIN temp.node AS n ON n.node = s.node AND n.depth = 0
    GROUP BY s.unit_month, n.table_no
)
SELECT u.unit, u.month, w.table_no, w.points, w.sure, w.possible, w.applicable_max, w.measured_max, w.bonus
FROM whole AS w
JOIN temp.unit_month AS u ON u.unit_month = w.unit_month
