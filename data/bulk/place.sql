-- place: everything that can become of a leaf that is alone, ready to be met with one look (data/bulk/integers.py).
-- Grain: one row a place of its term, numbered as temp.term tells, and one a state other than measured, numbered by that
-- state from the term's last place on. In: temp.piece, temp.term, temp.leaf. All in units of the step.
-- The least points are (flat * den + rise * num) // (under * den), within the leaf's bounds by the way its pieces are cut;
-- the half unit that rounds is in flat already. The points are as many if told is 0, and not known if it is NULL; the
-- possible ones are more, by so many.
-- One NULL in a column makes every row slower that meets it: therefore 0 also where a number has no meaning.
CREATE OR REPLACE TEMP TABLE place AS
WITH own AS (
    SELECT t.term, t.leaf, t.first, t.last, t.first - t.origin AS first_place,
        l.scale, l.lowest, l.highest, CASE WHEN l.lowest >= 0 THEN l.scale ELSE -l.scale END AS half,
        l.nothing, l.nothing_points, l.not_applicable, l.rebase, l.also_low, l.also_high,
        least(greatest((2 * t.low + sign(t.low) * l.scale) // (2 * l.scale), l.lowest), l.highest) AS least_points,
        least(greatest((2 * t.high + sign(t.high) * l.scale) // (2 * l.scale), l.lowest), l.highest) AS most_points
    FROM temp.term AS t
    JOIN temp.leaf AS l ON l.leaf = t.leaf
    WHERE t.alone
),
further AS (
    SELECT range AS places FROM range((SELECT COALESCE(max(last - first), 0) + 1 FROM own))
),
unmeasured AS (  -- nothing arose becomes what the leaf's policy says
    SELECT o.*, s.state AS given, CASE WHEN s.state = 1 THEN o.nothing ELSE s.state END AS state
    FROM own AS o
    CROSS JOIN (VALUES (1), (2), (3), (4)) AS s(state)
),
settled AS (
    SELECT *,
        CASE state
            WHEN 1 THEN nothing_points
            WHEN 2 THEN not_applicable
            WHEN 3 THEN least(least_points, COALESCE(also_low, least_points))
            ELSE 0
        END::steps AS sure,
        CASE state
            WHEN 1 THEN nothing_points
            WHEN 2 THEN not_applicable
            WHEN 3 THEN greatest(most_points, COALESCE(also_high, most_points))
            ELSE 0
        END::steps AS possible
    FROM unmeasured
)
SELECT o.first + f.places AS place, o.leaf, p.state,
    CASE WHEN p.state <> 0 THEN 0 WHEN p.rise = 0 THEN p.points ELSE 2 * p.flat + o.half END::whole AS flat,
    2 * p.rise AS rise,
    CASE WHEN p.rise = 0 THEN 1 ELSE 2 * o.scale END::whole AS under,
    CASE WHEN p.state = 0 THEN 0 END::steps AS told, 0::steps AS more
FROM own AS o
JOIN further AS f ON f.places <= o.last - o.first
JOIN temp.piece AS p
  ON p.term = o.term AND o.first_place + f.places >= p.first AND o.first_place + f.places < p.until
UNION ALL
SELECT last + given, leaf, state, sure, 0, 1,
    CASE WHEN state = 1 OR (state = 2 AND NOT rebase) THEN 0 END::steps,
    (possible - sure)::steps
FROM settled
