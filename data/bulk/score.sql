-- score: points, sure and possible of every leaf, for many units and months at once; the twin of scoring/evaluator.py.
-- Grain: one row a (unit, month, leaf). In: temp.input with one row a (unit, month, term), temp.term, temp.piece,
-- temp.leaf (data/bulk/integers.py). Out: temp.score; points, sure and possible in whole units of the table's step.
-- state: 0 measured, 1 nothing arose, 2 not applicable, 3 missing, 4 to be scored by the exact evaluator.
-- Whole numbers throughout: x = num/den meets its piece by cross-multiplication, points are rounded once, half away
-- from zero. What could pass 128 bits is state 4 before it is multiplied.
CREATE OR REPLACE TEMP TABLE score AS
WITH sized AS (
    SELECT i.unit, i.month, i.term, t.leaf, i.num, i.den,
        CASE WHEN i.state <> 0 THEN i.state
             WHEN i.den BETWEEN 1 AND t.size AND i.num BETWEEN -t.size AND t.size THEN 0
             ELSE 4 END AS state,
        COALESCE(i.low, t.low) AS low,
        COALESCE(i.high, t.high) AS high
    FROM temp.input AS i
    JOIN temp.term AS t ON t.term = i.term
),
measured AS (
    SELECT unit, month, term, leaf, num, den FROM sized WHERE state = 0
),
met AS (  -- each measured x meets exactly one piece: the pieces of a term cover the line without overlap
    SELECT m.unit, m.month, m.leaf, p.state, m.den, p.flat, p.rise, p.flat * m.den + p.rise * m.num AS sloped
    FROM measured AS m
    JOIN temp.piece AS p
      ON p.term = m.term
     AND m.num * p.from_den >= p.from_num * m.den + p.from_open
     AND m.num * p.to_den < p.to_num * m.den + p.to_open
),
part AS (  -- a term's points times scale: level ones as they are, sloped ones times den; unknown ones from low to high
    SELECT unit, month, leaf, state,
        CASE WHEN rise = 0 THEN flat END AS low,
        CASE WHEN rise = 0 THEN flat END AS high,
        CASE WHEN rise <> 0 THEN sloped END AS sloped,
        CASE WHEN rise <> 0 THEN den END AS den
    FROM met
    UNION ALL
    SELECT unit, month, leaf, state, low, high, NULL, NULL FROM sized WHERE state <> 0
),
several AS (  -- leaves with more than one term
    SELECT p.unit, p.month, p.leaf,
        CASE WHEN min(p.den) <> max(p.den) THEN 4 ELSE max(p.state) END AS state,
        COALESCE(max(p.den), 1) AS den,
        sum(p.low) AS sum_low, sum(p.high) AS sum_high, sum(p.sloped) AS sum_sloped,
        max(p.low) AS max_low, max(p.high) AS max_high, max(p.sloped) AS max_sloped,
        min(p.low) AS min_low, min(p.high) AS min_high, min(p.sloped) AS min_sloped
    FROM part AS p
    JOIN temp.leaf AS l ON l.leaf = p.leaf AND l.terms > 1
    GROUP BY p.unit, p.month, p.leaf
),
whole AS (  -- points times scale times den
    SELECT p.unit, p.month, p.leaf, p.state, COALESCE(p.den, 1) AS den,
        COALESCE(p.low, p.sloped) AS low, COALESCE(p.high, p.sloped) AS high
    FROM part AS p
    JOIN temp.leaf AS l ON l.leaf = p.leaf AND l.terms = 1
    UNION ALL
    SELECT s.unit, s.month, s.leaf, s.state, s.den,
        CASE l.combine
            WHEN 'sum' THEN COALESCE(s.sum_low, 0) * s.den + COALESCE(s.sum_sloped, 0)
            WHEN 'max' THEN greatest(COALESCE(s.max_low * s.den, s.max_sloped), COALESCE(s.max_sloped, s.max_low * s.den))
            ELSE least(COALESCE(s.min_low * s.den, s.min_sloped), COALESCE(s.min_sloped, s.min_low * s.den))
        END,
        CASE l.combine
            WHEN 'sum' THEN COALESCE(s.sum_high, 0) * s.den + COALESCE(s.sum_sloped, 0)
            WHEN 'max' THEN greatest(COALESCE(s.max_high * s.den, s.max_sloped), COALESCE(s.max_sloped, s.max_high * s.den))
            ELSE least(COALESCE(s.min_high * s.den, s.min_sloped), COALESCE(s.min_sloped, s.min_high * s.den))
        END
    FROM several AS s
    JOIN temp.leaf AS l ON l.leaf = s.leaf
    WHERE s.state <> 4
    UNION ALL
    SELECT s.unit, s.month, s.leaf, s.state, 1, 0, 0 FROM several AS s WHERE s.state = 4
),
rounded AS (
    SELECT w.unit, w.month, w.leaf, CASE WHEN w.state = 1 THEN l.nothing ELSE w.state END AS state,
        least(greatest(sign(w.low) * ((2 * abs(w.low) + w.den * l.scale) // (2 * w.den * l.scale)), l.lowest), l.highest)::BIGINT AS low,
        least(greatest(sign(w.high) * ((2 * abs(w.high) + w.den * l.scale) // (2 * w.den * l.scale)), l.lowest), l.highest)::BIGINT AS high,
        l.nothing_points, l.not_applicable, l.rebase, l.also_low, l.also_high
    FROM whole AS w
    JOIN temp.leaf AS l ON l.leaf = w.leaf
)
SELECT unit, month, leaf, state,
    CASE state WHEN 0 THEN low WHEN 1 THEN nothing_points WHEN 2 THEN CASE WHEN NOT rebase THEN not_applicable END END AS points,
    CASE state
        WHEN 1 THEN nothing_points
        WHEN 2 THEN not_applicable
        WHEN 3 THEN least(low, COALESCE(also_low, low))
        ELSE low
    END AS sure,
    CASE state
        WHEN 1 THEN nothing_points
        WHEN 2 THEN not_applicable
        WHEN 3 THEN greatest(high, COALESCE(also_high, high))
        ELSE high
    END AS possible
FROM rounded
