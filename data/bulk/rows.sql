-- rows: every scored leaf, in the order of units, months and the law.
-- Grain: one row a (unit, month, leaf). In: temp.score. Gates, numbered below 0, are no leaves.
SELECT unit, month, leaf, state, points, sure, possible FROM temp.score WHERE leaf >= 0 ORDER BY unit, month, leaf
