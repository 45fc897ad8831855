-- entered: how often each indicator of one unit was entered for the months of one year, and when last.
-- Grain: one row an indicator that has any entry. corrected: entries that took the place of an earlier one of the
-- same month. Parameters: unit, year.
SELECT
    indicator, count(*) AS entries, count(DISTINCT month) AS months,
    count(*) - count(DISTINCT month) AS corrected, max(acted_at) AS newest, bool_or(demo) AS demo
FROM observation
WHERE unit = ? AND year = ?
GROUP BY indicator
ORDER BY indicator
