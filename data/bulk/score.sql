-- score: points, sure and possible of every leaf, for many units and months at once; the twin of scoring/evaluator.py.
-- Grain: one row a (unit, month, leaf). In: temp.input with one row a (unit, month, term), none left out, its numbers
-- no larger than temp.term.size; temp.piece, temp.term, temp.leaf (data/bulk/integers.py). Out: temp.score; points, sure
-- and possible in whole units of the table's step.
-- state: 0 measured, 1 nothing arose, 2 not applicable, 3 missing, 4 to be scored by the exact evaluator.
-- Whole numbers throughout: x = num/den meets its piece by cross-multiplication, points are rounded once, half away
-- from zero. A product beyond the numbers' type would be an error, never a wrong score.
CREATE OR REPLACE TEMP TABLE score AS
WITH line AS (  -- a piece, with what it takes to round and to hold its points
    SELECT p.*, l.leaf, l.terms, l.scale, l.lowest, l.highest
    FROM temp.piece AS p
    JOIN temp.term AS t ON t.term = p.term
    JOIN temp.leaf AS l ON l.leaf = t.leaf
),
alone AS (  -- leaves of one term, measured: each x meets exactly one piece, for the pieces cover the line
    SELECT i.unit, i.month, p.leaf, p.state,
        CASE WHEN p.rise = 0 THEN p.points
             ELSE least(greatest(
                 CASE WHEN p.flat * i.den + p.rise * i.num >= 0
                     THEN (2 * (p.flat * i.den + p.rise * i.num) + i.den * p.scale) // (2 * i.den * p.scale)
                     ELSE -((i.den * p.scale - 2 * (p.flat * i.den + p.rise * i.num)) // (2 * i.den * p.scale))
                 END, p.lowest), p.highest)
        END AS points
    FROM temp.input AS i
    JOIN line AS p
      ON p.term = i.term AND p.terms = 1
     AND i.num * p.from_den >= p.from_num * i.den + p.from_open
     AND i.num * p.to_den < p.to_num * i.den + p.to_open
    WHERE i.state = 0
),
part AS (  -- of leaves of several terms, points times scale: level ones as they are, sloped ones times den
    SELECT i.unit, i.month, p.leaf, p.state,
        CASE WHEN p.rise = 0 THEN p.flat END AS low,
        CASE WHEN p.rise = 0 THEN p.flat END AS high,
        CASE WHEN p.rise <> 0 THEN p.flat * i.den + p.rise * i.num END AS sloped,
        CASE WHEN p.rise <> 0 THEN i.den END AS den
    FROM temp.input AS i
    JOIN line AS p
      ON p.term = i.term AND p.terms > 1
     AND i.num * p.from_den >= p.from_num * i.den + p.from_open
     AND i.num * p.to_den < p.to_num * i.den + p.to_open
    WHERE i.state = 0
    UNION ALL  -- what is not measured lies from low to high
    SELECT i.unit, i.month, t.leaf, i.state, COALESCE(i.low, t.low), COALESCE(i.high, t.high), NULL, NULL
    FROM temp.input AS i
    JOIN temp.term AS t ON t.term = i.term
    JOIN temp.leaf AS l ON l.leaf = t.leaf AND l.terms > 1
    WHERE i.state <> 0
),
several AS (
    SELECT unit, month, leaf,
        CASE WHEN min(den) <> max(den) THEN 4 WHEN max(state) = 2 AND min(state) <> 2 THEN 3 ELSE max(state) END AS state,
        COALESCE(max(den), 1) AS den,
        sum(low) AS sum_low, sum(high) AS sum_high, sum(sloped) AS sum_sloped,
        max(low) AS max_low, max(high) AS max_high, max(sloped) AS max_sloped,
        min(low) AS min_low, min(high) AS min_high, min(sloped) AS min_sloped
    FROM part
    GROUP BY unit, month, leaf
),
open AS (  -- what is left to round: points times scale times den
    SELECT s.unit, s.month, s.leaf, s.state, s.den,
        CASE l.combine
            WHEN 'sum' THEN COALESCE(s.sum_low, 0) * s.den + COALESCE(s.sum_sloped, 0)
            WHEN 'max' THEN greatest(COALESCE(s.max_low * s.den, s.max_sloped), COALESCE(s.max_sloped, s.max_low * s.den))
            ELSE least(COALESCE(s.min_low * s.den, s.min_sloped), COALESCE(s.min_sloped, s.min_low * s.den))
        END AS low,
        CASE l.combine
            WHEN 'sum' THEN COALESCE(s.sum_high, 0) * s.den + COALESCE(s.sum_sloped, 0)
            WHEN 'max' THEN greatest(COALESCE(s.max_high * s.den, s.max_sloped), COALESCE(s.max_sloped, s.max_high * s.den))
            ELSE least(COALESCE(s.min_high * s.den, s.min_sloped), COALESCE(s.min_sloped, s.min_high * s.den))
        END AS high
    FROM several AS s
    JOIN temp.leaf AS l ON l.leaf = s.leaf
    WHERE s.state <> 4
    UNION ALL
    SELECT i.unit, i.month, t.leaf, i.state, 1, COALESCE(i.low, t.low), COALESCE(i.high, t.high)
    FROM temp.input AS i
    JOIN temp.term AS t ON t.term = i.term
    JOIN temp.leaf AS l ON l.leaf = t.leaf AND l.terms = 1
    WHERE i.state NOT IN (0, 4)
),
rounded AS (
    SELECT o.unit, o.month, o.leaf, CASE WHEN o.state = 1 THEN l.nothing ELSE o.state END AS state,
        least(greatest(
            sign(o.low) * ((2 * abs(o.low) + o.den * l.scale) // (2 * o.den * l.scale)), l.lowest), l.highest) AS low,
        least(greatest(
            sign(o.high) * ((2 * abs(o.high) + o.den * l.scale) // (2 * o.den * l.scale)), l.lowest), l.highest) AS high,
        l.nothing_points, l.not_applicable, l.rebase, l.also_low, l.also_high
    FROM open AS o
    JOIN temp.leaf AS l ON l.leaf = o.leaf
)
SELECT unit, month, leaf, state, points::BIGINT AS points, points::BIGINT AS sure, points::BIGINT AS possible
FROM alone
UNION ALL
SELECT unit, month, leaf, state,
    CASE state
        WHEN 0 THEN low
        WHEN 1 THEN nothing_points
        WHEN 2 THEN CASE WHEN NOT rebase THEN not_applicable END
    END::BIGINT,
    CASE state
        WHEN 1 THEN nothing_points
        WHEN 2 THEN not_applicable
        WHEN 3 THEN least(low, COALESCE(also_low, low))
        ELSE low
    END::BIGINT,
    CASE state
        WHEN 1 THEN nothing_points
        WHEN 2 THEN not_applicable
        WHEN 3 THEN greatest(high, COALESCE(also_high, high))
        ELSE high
    END::BIGINT
FROM rounded
UNION ALL
SELECT unit, month, leaf, 4, NULL, NULL, NULL FROM several WHERE state = 4
UNION ALL
SELECT i.unit, i.month, t.leaf, 4, NULL, NULL, NULL
FROM temp.input AS i
JOIN temp.term AS t ON t.term = i.term
JOIN temp.leaf AS l ON l.leaf = t.leaf AND l.terms = 1
WHERE i.state = 4
