-- sums: leaves added up to the nearest node above them that holds or closes; scoring/totals.py is the definition.
-- Grain: one row a (unit_month, node) with leaves of its own; hold.sql adds the nodes below. In: temp.score, temp.worth.
-- All in whole units of the table's step. The base is 0 for a bonus, whose points are counted in bonus besides.
CREATE OR REPLACE TEMP TABLE sums AS
SELECT s.unit_month, w.node,
    COALESCE(sum(s.points), 0)::BIGINT AS points,
    COALESCE(sum(CASE WHEN w.bonus THEN s.points END), 0)::BIGINT AS bonus,
    sum(s.sure)::BIGINT AS sure,
    sum(s.possible)::BIGINT AS possible,
    sum(w.applicable)::BIGINT AS applicable_max,
    sum(w.measured)::BIGINT AS measured_max
FROM temp.score AS s
JOIN temp.worth AS w ON w.worth = 5 * s.leaf + s.state
WHERE s.leaf >= 0
GROUP BY s.unit_month, w.node
