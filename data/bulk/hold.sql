-- hold: what cap, least points and gate leave of the sums of the nodes at one depth, added to the sums of their parents;
-- the twin of hold() in scoring/totals.py. Run from the deepest nodes up to depth 1.
-- Grain: one row a (unit_month, node of that depth). In: depth (parameter), temp.sums, temp.node, temp.gate.
-- A gate is a leaf with a number below 0 that earns nothing once it is closed. gate: 0 open, 1 closed, 2 not known.
INSERT INTO temp.sums
WITH part AS (
    SELECT s.unit_month, s.node,
        sum(s.points)::BIGINT AS points, sum(s.bonus)::BIGINT AS bonus,
        sum(s.sure)::BIGINT AS sure, sum(s.possible)::BIGINT AS possible,
        sum(s.applicable_max)::BIGINT AS applicable_max, sum(s.measured_max)::BIGINT AS measured_max
    FROM temp.sums AS s
    JOIN temp.node AS n ON n.node = s.node
    WHERE n.depth = $depth
    GROUP BY s.unit_month, s.node
),
held AS (
    SELECT p.unit_month, n.parent, n.missing_closes,
        least(greatest(p.points, n.lowest), n.cap) AS points,
        least(greatest(p.points - p.bonus, n.lowest), n.cap) AS base,
        least(greatest(p.sure, n.lowest), n.cap) AS sure,
        least(greatest(p.possible, n.lowest), n.cap) AS possible,
        least(p.applicable_max, n.cap) AS applicable_max,
        least(p.measured_max, n.cap) AS measured_max,
        CASE WHEN g.leaf IS NULL OR g.state = 2 OR g.sure > 0 THEN 0 WHEN g.possible = 0 THEN 1 ELSE 2 END AS gate
    FROM part AS p
    JOIN temp.node AS n ON n.node = p.node
    LEFT JOIN temp.gate AS g ON g.leaf = n.gate AND g.unit_month = p.unit_month
)
SELECT unit_month, parent,
    CASE WHEN gate = 0 THEN points ELSE 0 END,
    CASE WHEN gate = 0 THEN points - base ELSE 0 END,
    CASE gate WHEN 0 THEN sure WHEN 1 THEN 0 ELSE least(0, sure) END,
    CASE gate WHEN 0 THEN possible WHEN 1 THEN 0 ELSE greatest(0, possible) END,
    applicable_max,
    CASE WHEN gate = 2 AND NOT missing_closes THEN 0 ELSE measured_max END
FROM held
