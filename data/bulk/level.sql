-- level: everything that can become of a term that only adds up, ready to be met with one look (data/bulk/integers.py).
-- Grain: one row a place of its term and one a state other than measured, numbered as in place.sql. In: temp.piece,
-- temp.term. low and high: points (times scale). bit: 1, 2, 4, 8, 16 for the states 0 to 4, so that a leaf's states can be
-- gathered in one number.
CREATE OR REPLACE TEMP TABLE level AS
WITH own AS (
    SELECT term, leaf, first, last, first - origin AS first_place, low, high FROM temp.term WHERE added
),
further AS (
    SELECT range AS places FROM range((SELECT COALESCE(max(last - first), 0) + 1 FROM own))
)
SELECT o.first + f.places AS place, o.leaf, (1 << p.state)::INTEGER AS bit, p.flat AS low, p.flat AS high
FROM own AS o
JOIN further AS f ON f.places <= o.last - o.first
JOIN temp.piece AS p
  ON p.term = o.term AND o.first_place + f.places >= p.first AND o.first_place + f.places < p.until
UNION ALL
SELECT o.last + s.state, o.leaf, (1 << s.state)::INTEGER, o.low, o.high
FROM own AS o
CROSS JOIN (VALUES (1), (2), (3), (4)) AS s(state)
