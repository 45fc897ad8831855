-- settle: puts the exact evaluator's answers in the place of the marked rows.
-- Grain: one row a (unit, month, leaf) that was marked. In: bulk_rows, as text; points, sure, possible in units of the step.
UPDATE temp.score AS s
SET state = r.state::TINYINT, points = r.points::BIGINT, sure = r.sure::BIGINT, possible = r.possible::BIGINT
FROM bulk_rows AS r, temp.unit_month AS u
WHERE u.unit = r.unit::INTEGER AND u.month = r.month::INTEGER AND s.unit_month = u.unit_month AND s.leaf = r.leaf::INTEGER
