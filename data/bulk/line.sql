-- line: everything that can become of a term, ready to be met: its pieces, and the four states of what is not measured.
-- Grain: one row a piece, and one a (term, state other than measured); a place lies in exactly one of a term's rows.
-- In: temp.piece, temp.term, temp.leaf. low and high: points (times scale) of what does not slope, before rounding.
-- points, sure and possible: of leaves with one term, rounded and held, in units of the step; without meaning elsewhere
-- and NULL where the piece slopes.
CREATE OR REPLACE TEMP TABLE line AS
WITH ends AS (  -- least and most points of a whole term, rounded half away from zero and held within the leaf's bounds
    SELECT t.term, t.leaf, t.terms, t.beyond, t.low, t.high,
        least(greatest((2 * t.low + sign(t.low) * l.scale) // (2 * l.scale), l.lowest), l.highest) AS least_points,
        least(greatest((2 * t.high + sign(t.high) * l.scale) // (2 * l.scale), l.lowest), l.highest) AS most_points
    FROM temp.term AS t
    JOIN temp.leaf AS l ON l.leaf = t.leaf
),
other AS (  -- nothing arose becomes what the leaf's policy says; of leaves with several terms not before they are combined
    SELECT e.*, s.state AS given, CASE WHEN s.state = 1 AND e.terms = 1 THEN l.nothing ELSE s.state END AS state,
        l.nothing_points, l.not_applicable, l.rebase, l.also_low, l.also_high, l.scale, l.lowest, l.highest
    FROM ends AS e
    JOIN temp.leaf AS l ON l.leaf = e.leaf
    CROSS JOIN (VALUES (1), (2), (3), (4)) AS s(state)
)
SELECT p.term, t.leaf, t.terms, p.first, p.until, p.state, p.flat AS low, p.flat AS high, p.flat, p.rise,
    l.scale, l.lowest, l.highest,
    CASE WHEN p.rise = 0 AND p.state = 0 THEN p.points END AS points,
    CASE WHEN p.rise = 0 AND p.state = 0 THEN p.points END AS sure,
    CASE WHEN p.rise = 0 AND p.state = 0 THEN p.points END AS possible
FROM temp.piece AS p
JOIN temp.term AS t ON t.term = p.term
JOIN temp.leaf AS l ON l.leaf = t.leaf
UNION ALL
SELECT term, leaf, terms, beyond + given, beyond + given + 1, state::TINYINT, low, high, 0, 0, scale, lowest, highest,
    CASE state WHEN 1 THEN nothing_points WHEN 2 THEN CASE WHEN NOT rebase THEN not_applicable END END,
    CASE state
        WHEN 1 THEN nothing_points
        WHEN 2 THEN not_applicable
        WHEN 3 THEN least(least_points, COALESCE(also_low, least_points))
    END::BIGINT,
    CASE state
        WHEN 1 THEN nothing_points
        WHEN 2 THEN not_applicable
        WHEN 3 THEN greatest(most_points, COALESCE(also_high, most_points))
    END::BIGINT
FROM other
