-- rows: every scored leaf, in the order of units, months and the law.
-- Grain: one row a (unit, month, leaf). In: temp.score.
SELECT unit, month, leaf, state, points, sure, possible FROM temp.score ORDER BY unit, month, leaf
