-- settle: puts the exact evaluator's answers in the place of the marked rows.
-- Grain: one row a (unit, month, leaf) that was marked. In: bulk_rows, as text; points, sure, possible in units of the step.
UPDATE temp.score AS s
SET state = r.state::TINYINT, points = r.points::BIGINT, sure = r.sure::BIGINT, possible = r.possible::BIGINT
FROM bulk_rows AS r
WHERE s.unit = r.unit::INTEGER AND s.month = r.month::INTEGER AND s.leaf = r.leaf::INTEGER
