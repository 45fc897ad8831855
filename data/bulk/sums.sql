-- sums: leaves added up to the nearest node above them that holds or closes; scoring/totals.py is the definition.
-- Grain: one row a (unit_month, node, bonus or not) with leaves of its own; hold.sql adds the nodes below. In: temp.score,
-- temp.worth. All in whole units of the table's step. The base is 0 for a bonus, whose points are counted in bonus besides.
-- What costs time is every column that is added up, so a node's bonus leaves are a heap of their own, not another column.
CREATE OR REPLACE TEMP TABLE sums AS
WITH heap AS (
    SELECT s.unit_month, w.heap,
        COALESCE(sum(s.points), 0)::BIGINT AS points,
        sum(s.sure)::BIGINT AS sure,
        sum(s.possible)::BIGINT AS possible,
        sum(w.applicable)::BIGINT AS applicable_max,
        sum(w.measured)::BIGINT AS measured_max
    FROM temp.score AS s
    JOIN temp.worth AS w ON w.worth = 5 * s.leaf + s.state
    WHERE s.leaf >= 0
    GROUP BY s.unit_month, w.heap
)
SELECT unit_month, heap // 2 AS node, points, CASE WHEN heap % 2 = 1 THEN points ELSE 0 END AS bonus,
    sure, possible, applicable_max, measured_max
FROM heap
