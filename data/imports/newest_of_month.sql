-- newest_of_month: the figure of one unit and month that was stored last, whatever the indicator.
-- Grain: no row or one. Parameters: unit, year, month.
SELECT seq, person_name
FROM observation
WHERE unit = ? AND year = ? AND month = ?
ORDER BY seq DESC
LIMIT 1
