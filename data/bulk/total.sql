-- total: points of whole tables, as scoring/totals.py adds them up.
-- Grain: one row a (unit, month, table). In: temp.score, temp.leaf. All in whole units of the table's step.
-- A leaf that does not apply leaves the base where the table says so (rebase); one still missing has no points yet.
SELECT s.unit, s.month, l.table_no,
    COALESCE(sum(s.points), 0)::BIGINT AS points,
    sum(s.sure)::BIGINT AS sure,
    sum(s.possible)::BIGINT AS possible,
    COALESCE(sum(CASE WHEN s.state <> 2 OR NOT l.rebase THEN l.highest END), 0)::BIGINT AS applicable_max,
    COALESCE(sum(CASE WHEN s.points IS NOT NULL THEN l.highest END), 0)::BIGINT AS measured_max
FROM temp.score AS s
JOIN temp.leaf AS l ON l.leaf = s.leaf
GROUP BY s.unit, s.month, l.table_no
ORDER BY s.unit, s.month, l.table_no
