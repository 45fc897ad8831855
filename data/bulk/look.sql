-- look: between which places a figure of each state lies, for terms met with one look (data/bulk/integers.py).
-- Grain: one row a (term, state from 0 to 4), numbered 5 * term + state. In: temp.term. What is not measured lies between
-- one place and the same, whatever its num and den, so that no row has to be asked for its state.
CREATE OR REPLACE TEMP TABLE look AS
SELECT 5 * t.term + s.state AS look, t.alone, t.grid, t.origin,
    CASE WHEN s.state = 0 THEN t.first ELSE t.last + s.state END AS first,
    CASE WHEN s.state = 0 THEN t.last ELSE t.last + s.state END AS last
FROM temp.term AS t
CROSS JOIN (VALUES (0), (1), (2), (3), (4)) AS s(state)
WHERE t.alone OR t.added
