-- score: points, sure and possible of every leaf, for many units and months at once; the twin of scoring/evaluator.py.
-- Grain: one row a (unit, month, leaf). In: temp.input with one row a (unit, month, term), none left out, its numbers
-- no larger than temp.term.size; temp.line, temp.term, temp.leaf (data/bulk/integers.py). Out: temp.score; points, sure
-- and possible in whole units of the table's step.
-- state: 0 measured, 1 nothing arose, 2 not applicable, 3 missing, 4 to be scored by the exact evaluator.
-- Whole numbers throughout: x = num/den meets its piece by its place (integers.py), points are rounded once, half away
-- from zero. // and % cut off towards zero. A product beyond the numbers' type would be an error, never a wrong score.
CREATE OR REPLACE TEMP TABLE score AS
WITH placed AS NOT MATERIALIZED (
    SELECT i.unit, i.month, i.term, i.state, i.num, i.den, i.low, i.high, t.terms,
        CASE WHEN i.state = 0 THEN 2 * (i.num * t.grid // i.den) + sign(i.num * t.grid % i.den)
             ELSE t.beyond + i.state
        END AS place
    FROM temp.input AS i
    JOIN temp.term AS t ON t.term = i.term
),
alone AS (  -- leaves of one term: each place lies in exactly one line; only what slopes is left to work out and round
    SELECT i.unit, i.month, p.leaf, p.state, p.points, p.sure, p.possible,
        CASE WHEN p.rise <> 0 THEN least(greatest(
            (2 * (p.flat * i.den + p.rise * i.num) + sign(p.flat * i.den + p.rise * i.num) * (i.den * p.scale))
            // (2 * i.den * p.scale), p.lowest), p.highest)
        END::BIGINT AS sloped
    FROM placed AS i
    JOIN temp.line AS p ON p.term = i.term AND i.place >= p.first AND i.place < p.until
    WHERE i.terms = 1 AND (i.low IS NULL OR i.state IN (0, 4))
),
part AS (  -- of leaves of several terms, points times scale: level ones as they are, sloped ones times den
    SELECT i.unit, i.month, p.leaf, p.state,
        CASE WHEN p.rise = 0 THEN COALESCE(i.low, p.low) END AS low,
        CASE WHEN p.rise = 0 THEN COALESCE(i.high, p.high) END AS high,
        CASE WHEN p.rise <> 0 THEN p.flat * i.den + p.rise * i.num END AS sloped,
        CASE WHEN p.rise <> 0 THEN i.den END AS den
    FROM placed AS i
    JOIN temp.line AS p ON p.term = i.term AND i.place >= p.first AND i.place < p.until
    WHERE i.terms > 1
),
several AS (
    SELECT unit, month, leaf,
        CASE WHEN min(den) <> max(den) THEN 4 WHEN max(state) IN (1, 2) AND min(state) <> max(state) THEN 3
            ELSE max(state) END AS state,
        COALESCE(max(den), 1) AS den,
        sum(low)::whole AS sum_low, sum(high)::whole AS sum_high, sum(sloped)::whole AS sum_sloped,
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
    UNION ALL  -- one term, not measured, for which the months that did come vouch
    SELECT i.unit, i.month, t.leaf, i.state, 1, i.low, i.high
    FROM temp.input AS i
    JOIN temp.term AS t ON t.term = i.term
    WHERE t.terms = 1 AND i.low IS NOT NULL AND i.state NOT IN (0, 4)
),
rounded AS (
    SELECT o.unit, o.month, o.leaf, CASE WHEN o.state = 1 THEN l.nothing ELSE o.state END AS state,
        least(greatest((2 * o.low + sign(o.low) * (o.den * l.scale)) // (2 * o.den * l.scale), l.lowest), l.highest) AS low,
        least(greatest((2 * o.high + sign(o.high) * (o.den * l.scale)) // (2 * o.den * l.scale), l.lowest), l.highest) AS high,
        l.nothing_points, l.not_applicable, l.rebase, l.also_low, l.also_high
    FROM open AS o
    JOIN temp.leaf AS l ON l.leaf = o.leaf
)
SELECT unit, month, leaf, state,
    COALESCE(sloped, points) AS points, COALESCE(sloped, sure) AS sure, COALESCE(sloped, possible) AS possible
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
