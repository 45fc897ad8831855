-- marked: what the statement could not answer in whole numbers; the exact evaluator scores these.
-- Grain: one row a (unit, month, leaf). In: temp.score.
SELECT unit, month, leaf FROM temp.score WHERE state = 4 ORDER BY unit, month, leaf
