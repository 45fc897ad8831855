-- different: in how many cells two sets of scores differ, a missing row counted as different.
-- Grain: one number. In: temp.score and store.scores_before.
SELECT count(*) FROM temp.score AS a
FULL JOIN store.scores_before AS b ON a.unit_month = b.unit_month AND a.leaf = b.leaf
WHERE a.unit_month IS NULL OR b.unit_month IS NULL
   OR (a.state, a.points, a.sure, a.possible) IS DISTINCT FROM (b.state, b.points, b.sure, b.possible)
