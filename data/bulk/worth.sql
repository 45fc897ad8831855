-- worth: what a leaf adds to the maxima of its node in each state; scoring/totals.py is the definition.
-- Grain: one row a (leaf, state from 0 to 4), numbered 5 * leaf + state. In: temp.leaf. Gates add nothing. A leaf that does
-- not apply leaves the base where the table says so (rebase), and has full points else; one still missing has no points yet.
-- heap: where the leaf is added up, twice its node's number and one more for a bonus.
CREATE OR REPLACE TEMP TABLE worth AS
SELECT 5 * l.leaf + s.state AS worth, 2 * l.node + l.bonus::INTEGER AS heap,
    CASE WHEN s.state <> 2 OR NOT l.rebase THEN l.base ELSE 0 END AS applicable,
    CASE WHEN s.state IN (0, 1) OR (s.state = 2 AND NOT l.rebase) THEN l.base ELSE 0 END AS measured
FROM temp.leaf AS l
CROSS JOIN (VALUES (0), (1), (2), (3), (4)) AS s(state)
WHERE l.leaf >= 0
