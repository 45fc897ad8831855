-- settle: puts the exact evaluator's answer for one (unit, month, leaf) in the place of a marked row.
-- Parameters: state, points, sure, possible (units of the step), unit, month, leaf.
UPDATE temp.score SET state = ?, points = ?, sure = ?, possible = ? WHERE unit = ? AND month = ? AND leaf = ?
