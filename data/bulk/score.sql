-- score: points, sure and possible of every leaf, for many units and months at once; the twin of scoring/evaluator.py.
-- Grain: one row a (unit_month, leaf). In: temp.input with one row a (unit_month, term), none left out, its numbers
-- no larger than temp.term.size, num and den without meaning unless measured, but never NULL and den above 0; temp.look, temp.place, temp.level,
-- temp.line, temp.term, temp.leaf (data/bulk/integers.py). Out: temp.score; points, sure and possible in whole units of the
-- table's step.
-- state: 0 measured, 1 nothing arose, 2 not applicable, 3 missing, 4 to be scored by the exact evaluator.
-- Whole numbers throughout: x = num/den meets its piece by its place (cover.py), points are rounded once, half away
-- from zero. // cuts off towards zero. A product beyond the numbers' type would be an error, never a wrong score.
-- What costs time is every pass over the figures, and every column of a row. Most leaves are alone and take the first pass,
-- measured or not; terms that only add up take the second, and the few others a third.
CREATE OR REPLACE TEMP TABLE score AS
WITH single AS (  -- leaves that are alone: before its first place and after its last a term goes on as it is there
    SELECT i.unit_month, i.num, i.den, least(greatest(l.origin
        + 2 * (i.num * l.grid // i.den) + sign(i.num * l.grid - i.num * l.grid // i.den * i.den), l.first), l.last) AS place
    FROM temp.input AS i
    JOIN temp.look AS l ON l.look = 5 * i.term + i.state
    WHERE l.alone AND (i.low IS NULL OR i.state = 4)
),
met AS (
    SELECT s.unit_month, p.leaf, p.state, p.told, p.more,
        ((p.flat * s.den + p.rise * s.num) // (p.under * s.den))::steps AS points
    FROM single AS s
    JOIN temp.place AS p ON p.place = s.place
),
looked AS (  -- leaves whose terms are all level and add up
    SELECT i.unit_month, i.low, i.high, least(greatest(l.origin
        + 2 * (i.num * l.grid // i.den) + sign(i.num * l.grid - i.num * l.grid // i.den * i.den), l.first), l.last) AS place
    FROM temp.input AS i
    JOIN temp.look AS l ON l.look = 5 * i.term + i.state
    WHERE NOT l.alone
),
added AS (  -- points times scale
    SELECT l.unit_month, p.leaf, bit_or(p.bit) AS bits,
        sum(COALESCE(l.low, p.low))::whole AS low, sum(COALESCE(l.high, p.high))::whole AS high
    FROM looked AS l
    JOIN temp.level AS p ON p.place = l.place
    GROUP BY l.unit_month, p.leaf
),
placed AS (  -- the others of several terms, and the few of one that are neither alone nor level
    SELECT i.unit_month, i.term, i.state, i.num, i.den, i.low, i.high,
        CASE WHEN i.state = 0
             THEN 2 * (i.num * t.grid // i.den) + sign(i.num * t.grid - i.num * t.grid // i.den * i.den)
             ELSE t.beyond + i.state
        END AS place
    FROM temp.input AS i
    JOIN temp.term AS t ON t.term = i.term
    WHERE NOT t.alone AND NOT t.added
),
part AS (  -- of the others, points times scale: level ones as they are, sloped ones times den
    SELECT i.unit_month, p.leaf, p.state,
        CASE WHEN p.rise = 0 THEN COALESCE(i.low, p.low) END AS low,
        CASE WHEN p.rise = 0 THEN COALESCE(i.high, p.high) END AS high,
        CASE WHEN p.rise <> 0 THEN p.flat * i.den + p.rise * i.num END AS sloped,
        CASE WHEN p.rise <> 0 THEN i.den END AS den
    FROM placed AS i
    JOIN temp.line AS p ON p.term = i.term AND i.place >= p.first AND i.place < p.until
),
several AS (
    SELECT unit_month, leaf,
        CASE WHEN min(den) <> max(den) THEN 4 WHEN max(state) IN (1, 2) AND min(state) <> max(state) THEN 3
            ELSE max(state) END AS state,
        COALESCE(max(den), 1) AS den,
        sum(low)::whole AS sum_low, sum(high)::whole AS sum_high, sum(sloped)::whole AS sum_sloped,
        max(low) AS max_low, max(high) AS max_high, max(sloped) AS max_sloped,
        min(low) AS min_low, min(high) AS min_high, min(sloped) AS min_sloped
    FROM part
    GROUP BY unit_month, leaf
),
open AS (  -- what is left to round: points times scale times den
    SELECT unit_month, leaf,
        CASE WHEN bits >= 16 THEN 4 WHEN bits IN (1, 2, 4) THEN bits // 2 ELSE 3 END AS state, 1 AS den, low, high
    FROM added
    UNION ALL
    SELECT s.unit_month, s.leaf, s.state, s.den,
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
    UNION ALL  -- one term, not measured, for which the months that did come vouch
    SELECT i.unit_month, t.leaf, i.state, 1, i.low, i.high
    FROM temp.input AS i
    JOIN temp.term AS t ON t.term = i.term
    WHERE t.alone AND i.low IS NOT NULL AND i.state NOT IN (0, 4)
),
rounded AS (
    SELECT o.unit_month, o.leaf, CASE WHEN o.state = 1 THEN l.nothing ELSE o.state END AS state,
        least(greatest((2 * o.low + sign(o.low) * (o.den * l.scale)) // (2 * o.den * l.scale), l.lowest), l.highest) AS low,
        least(greatest((2 * o.high + sign(o.high) * (o.den * l.scale)) // (2 * o.den * l.scale), l.lowest), l.highest) AS high,
        l.nothing_points, l.not_applicable, l.rebase, l.also_low, l.also_high
    FROM open AS o
    JOIN temp.leaf AS l ON l.leaf = o.leaf
)
SELECT unit_month, leaf, state, points + told AS points, points AS sure, points + more AS possible
FROM met
UNION ALL
SELECT unit_month, leaf, state,
    CASE state
        WHEN 0 THEN low
        WHEN 1 THEN nothing_points
        WHEN 2 THEN CASE WHEN NOT rebase THEN not_applicable END
    END::steps,
    CASE state
        WHEN 1 THEN nothing_points
        WHEN 2 THEN not_applicable
        WHEN 4 THEN NULL
        WHEN 3 THEN least(low, COALESCE(also_low, low))
        ELSE low
    END::steps,
    CASE state
        WHEN 1 THEN nothing_points
        WHEN 2 THEN not_applicable
        WHEN 4 THEN NULL
        WHEN 3 THEN greatest(high, COALESCE(also_high, high))
        ELSE high
    END::steps
FROM rounded
