-- input: what is known of each term's x for each unit and month: num/den where measured (state 0), else from low to
-- high points (times scale) where the months that did come vouch for more than the rule itself.
-- Grain: one row a (unit_month, term), none left out. In: bulk_rows, whole numbers as text; temp.term.
-- Numbers beyond what the statement may multiply (fits: false) are left out, and their rows given to the exact evaluator
-- (state 4). num and den without meaning are 0 and 1.
CREATE OR REPLACE TEMP TABLE input AS
WITH given AS (
    SELECT
        unit_month::INTEGER AS unit_month, term::INTEGER AS term, state::TINYINT AS state,
        num::HUGEINT AS num, den::HUGEINT AS den, low::whole AS low, high::whole AS high
    FROM bulk_rows
),
sized AS (
    SELECT g.*, COALESCE(g.num BETWEEN -t.size AND t.size AND g.den BETWEEN 1 AND t.size, FALSE) AS fits
    FROM given AS g
    JOIN temp.term AS t ON t.term = g.term
)
SELECT unit_month, term,
    (CASE WHEN state = 0 AND NOT fits THEN 4 ELSE state END)::TINYINT AS state,
    (CASE WHEN fits THEN num ELSE 0 END)::whole AS num,
    (CASE WHEN fits THEN den ELSE 1 END)::whole AS den,
    low, high, state <> 0 OR fits AS fits
FROM sized
