-- sums: leaves added up to the nearest node above them that holds or closes; scoring/totals.py is the definition.
-- Grain: one row a (unit, month, node) with leaves of its own; hold.sql adds the nodes below. In: temp.score, temp.leaf.
-- All in whole units of the table's step. A leaf that does not apply leaves the base where the table says so (rebase);
-- one still missing has no points yet; base is 0 for a bonus, whose points are counted in bonus besides.
CREATE OR REPLACE TEMP TABLE sums AS
SELECT s.unit, s.month, l.node,
    COALESCE(sum(s.points), 0)::BIGINT AS points,
    COALESCE(sum(CASE WHEN l.bonus THEN s.points END), 0)::BIGINT AS bonus,
    sum(s.sure)::BIGINT AS sure,
    sum(s.possible)::BIGINT AS possible,
    COALESCE(sum(CASE WHEN s.state <> 2 OR NOT l.rebase THEN l.base END), 0)::BIGINT AS applicable_max,
    COALESCE(sum(CASE WHEN s.points IS NOT NULL THEN l.base END), 0)::BIGINT AS measured_max
FROM temp.score AS s
JOIN temp.leaf AS l ON l.leaf = s.leaf
WHERE s.leaf >= 0
GROUP BY s.unit, s.month, l.node
