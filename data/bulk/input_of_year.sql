-- input_of_year: temp.input (see input.sql) straight from temp.year_to_date, without a detour over Python.
-- Grain: one row a (unit_month, term), none left out. In: temp.year_to_date, temp.unit_month, temp.read, temp.term,
-- temp.vouched, temp.formula. What is not one indicator's plain figure is state 4: the exact evaluator answers. So is a leaf
-- whose choice of formula is not known, or whose parts say what they earn and are not all measured; of a formula that does not
-- apply there is no row.
CREATE OR REPLACE TEMP TABLE input AS
WITH given AS (
    SELECT u.unit_month, r.term, y.state, y.num, y.den, v.low, v.high,
        COALESCE(y.num BETWEEN -t.size AND t.size AND y.den BETWEEN 1 AND t.size, FALSE) AS fits,
        (y.state = 1 AND r.instead) OR (y.bound_den IS NOT NULL AND v.low IS NULL)
            OR (r.choice IS NOT NULL AND (f.applies IS NULL OR (r.instead AND y.state <> 0)))
            OR (r.parts AND y.state <> 0) AS other
    FROM temp.read AS r
    JOIN temp.term AS t ON t.term = r.term
    JOIN temp.year_to_date AS y ON y.code = r.code
    JOIN temp.unit_month AS u ON u.name = y.unit AND u.month = y.month
    LEFT JOIN temp.vouched AS v
      ON v.term = r.term AND v.low_num = y.low_num AND v.bound_den = y.bound_den
     AND v.high_num IS NOT DISTINCT FROM y.high_num
    LEFT JOIN temp.year_to_date AS c ON c.code = r.choice AND c.unit = y.unit AND c.month = y.month
    LEFT JOIN temp.formula AS f ON f.term = r.term AND c.state = 0 AND f.num = c.num AND f.den = c.den
    WHERE r.choice IS NULL OR f.applies IS NOT FALSE
)
SELECT unit_month, term,
    (CASE WHEN other OR (state = 0 AND NOT fits) THEN 4 ELSE state END)::TINYINT AS state,
    (CASE WHEN fits THEN num ELSE 0 END)::whole AS num,
    (CASE WHEN fits THEN den ELSE 1 END)::whole AS den,
    low, high, state <> 0 OR fits AS fits
FROM given
UNION ALL
SELECT u.unit_month, r.term, 4, 0, 1, NULL, NULL, TRUE
FROM temp.read AS r
CROSS JOIN temp.unit_month AS u
WHERE r.code IS NULL
