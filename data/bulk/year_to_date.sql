-- year_to_date: each indicator's exact figure from January to each month asked for; the twin of scoring/year.py.
-- Grain: one row a (unit, indicator, month). Ratio of sums, never the mean of ratios: a month with 3 dossiers must not
-- weigh like a month with 3,000.
-- In: temp.observation (unit, indicator, month, state, numerator, denominator, value as DECIMAL(24,6)), one row a figure
-- that came; temp.indicator (code, measure, formation, every, deadline, working); temp.working_day (code, day, after);
-- temp.asked (unit, month).
-- Out: temp.year_to_date with x = num/den in whole numbers (millionths on both sides; NULL unless measured), state as in
-- score.sql, and low_num/high_num over bound_den: where x must lie although months are missing (NULL: no more than the
-- indicator's domain). state 4: a mean of ratios with different denominators, and a day outside the calendar of working
-- days, which the exact evaluator forms.
CREATE OR REPLACE TEMP TABLE year_to_date AS
WITH come AS (
    SELECT a.unit, a.month AS as_of, i.code, i.measure, i.formation, i.every, o.month, o.state,
        (o.numerator * 1000000)::HUGEINT AS numerator,
        (o.denominator * 1000000)::HUGEINT AS denominator,
        CASE WHEN i.working THEN w.after * 1000000::HUGEINT
             ELSE (o.value * 1000000)::HUGEINT - COALESCE(i.deadline, 0) * 1000000::HUGEINT END AS value,
        i.working AND o.state = 0 AND w.after IS NULL AS beyond,
        max(o.month) OVER (PARTITION BY a.unit, a.month, i.code) AS newest
    FROM temp.asked AS a
    CROSS JOIN temp.indicator AS i
    LEFT JOIN temp.observation AS o ON o.unit = a.unit AND o.indicator = i.code AND o.month <= a.month
    LEFT JOIN temp.working_day AS w ON i.working AND w.code = i.code AND w.day = o.value
),
due AS (  -- how many reports are owed so far, and the last month that owes one
    SELECT *, CASE WHEN formation = 'once' THEN 0 ELSE as_of // every END AS owed, (as_of // every) * every AS last_owed
    FROM come
),
used AS (
    SELECT * FROM due
    WHERE month IS NULL
       OR (formation IN ('latest', 'cumulative', 'once') AND month = newest)
       OR formation IN ('sum', 'mean_of_months')
       OR (formation = 'months_covered' AND month % every = 0)
),
one AS (  -- a month's own x as part/whole; an empty denominator is no ratio
    SELECT *,
        CASE WHEN state <> 0 THEN NULL WHEN denominator IS NOT NULL THEN numerator ELSE value END AS part,
        CASE WHEN state <> 0 THEN NULL
             WHEN denominator IS NOT NULL THEN NULLIF(denominator, 0)
             WHEN measure IN ('percent', 'ratio') THEN 100000000
             ELSE 1000000 END AS whole
    FROM used
),
formed AS (
    SELECT d.unit, d.code, d.as_of, d.measure, d.formation, d.owed, d.last_owed,
        max(u.newest) AS newest,
        count(u.month) AS came,
        count(u.month) FILTER (WHERE u.month % d.every = 0) AS came_due,
        count(*) FILTER (WHERE u.state = 0) AS measured,
        count(*) FILTER (WHERE u.beyond) AS beyond,
        count(*) FILTER (WHERE u.state = 2) AS away,
        count(*) FILTER (WHERE u.state = 0 AND u.value <> 0) AS yes,
        count(*) FILTER (WHERE u.state IN (1, 2)) AS excused,
        sum(u.numerator) FILTER (WHERE u.state = 0) AS numerators,
        sum(u.denominator) FILTER (WHERE u.state = 0) AS denominators,
        sum(u.value) FILTER (WHERE u.state = 0) AS total,
        sum(u.part) FILTER (WHERE u.whole IS NOT NULL) AS parts,
        count(u.whole) FILTER (WHERE u.part IS NOT NULL) AS ratios,
        min(u.whole) AS least_whole, max(u.whole) AS most_whole,
        arg_max(u.part, u.month) FILTER (WHERE u.state = 0) AS last_part,
        arg_max(u.whole, u.month) FILTER (WHERE u.state = 0 AND u.part IS NOT NULL) AS last_whole
    FROM (SELECT DISTINCT unit, code, as_of, measure, formation, every, owed, last_owed FROM due) AS d
    LEFT JOIN one AS u ON u.unit = d.unit AND u.code = d.code AND u.as_of = d.as_of AND u.month IS NOT NULL
    GROUP BY d.unit, d.code, d.as_of, d.measure, d.formation, d.owed, d.last_owed
),
known AS (
    SELECT *,
        CASE
            WHEN came = 0 THEN TRUE
            WHEN formation IN ('latest', 'cumulative') THEN owed > 0 AND newest < last_owed
            WHEN formation = 'once' THEN FALSE
            ELSE came_due < owed
        END AS missing,
        CASE
            WHEN formation = 'months_covered' THEN 'yes'
            WHEN formation = 'mean_of_months' THEN 'mean'
            WHEN denominators IS NOT NULL THEN 'ratio'
            WHEN formation = 'sum' AND measure IN ('count', 'number') THEN 'total'
            ELSE 'last'
        END AS way
    FROM formed
),
figure AS (
    SELECT *,
        CASE way
            WHEN 'yes' THEN yes
            WHEN 'mean' THEN parts
            WHEN 'ratio' THEN COALESCE(numerators, 0)
            WHEN 'total' THEN COALESCE(total, 0)
            ELSE last_part
        END::HUGEINT AS num,
        CASE way
            WHEN 'yes' THEN NULLIF(owed - excused, 0)
            WHEN 'mean' THEN CASE WHEN ratios > 0 THEN most_whole * ratios END
            WHEN 'ratio' THEN NULLIF(denominators, 0)
            WHEN 'total' THEN 1000000
            ELSE last_whole
        END::HUGEINT AS den
    FROM known
),
stated AS (
    SELECT *,
        CASE
            WHEN missing THEN 3
            WHEN beyond > 0 THEN 4
            WHEN measured = 0 THEN CASE WHEN away = came THEN 2 ELSE 1 END
            WHEN way = 'mean' AND least_whole <> most_whole THEN 4
            WHEN den IS NULL OR num IS NULL THEN 1
            ELSE 0
        END AS state
    FROM figure
)
SELECT unit, code, as_of AS month, state::TINYINT AS state,
    CASE WHEN state = 0 THEN (sign(den) * num) // gcd(abs(num), abs(den)) END AS num,
    CASE WHEN state = 0 THEN abs(den) // gcd(abs(num), abs(den)) END AS den,
    CASE WHEN state <> 3 THEN NULL
         WHEN formation = 'sum' AND measure = 'count' AND came > 0 THEN COALESCE(total, 0)
         WHEN formation = 'months_covered' AND owed > excused THEN yes END::HUGEINT AS low_num,
    CASE WHEN state = 3 AND formation = 'months_covered' AND owed > excused THEN yes + owed - came END::HUGEINT AS high_num,
    CASE WHEN state <> 3 THEN NULL
         WHEN formation = 'sum' AND measure = 'count' AND came > 0 THEN 1000000
         WHEN formation = 'months_covered' AND owed > excused THEN owed - excused END::HUGEINT AS bound_den
FROM stated
