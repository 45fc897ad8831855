-- line: everything that can become of a term that is neither alone nor added: its pieces, and the four states of what is
-- not measured; what they come to is known only when the leaf's terms are combined.
-- Grain: one row a piece, and one a (term, state other than measured); a place lies in exactly one of a term's rows.
-- In: temp.piece, temp.term. low and high: points (times scale) of what does not slope, before rounding.
CREATE OR REPLACE TEMP TABLE line AS
SELECT p.term, t.leaf, p.first, p.until, p.state, p.flat AS low, p.flat AS high, p.flat, p.rise
FROM temp.piece AS p
JOIN temp.term AS t ON t.term = p.term
WHERE NOT t.alone AND NOT t.added
UNION ALL
SELECT t.term, t.leaf, t.beyond + s.state, t.beyond + s.state + 1, s.state, t.low, t.high, 0, 0
FROM temp.term AS t
CROSS JOIN (VALUES (1), (2), (3), (4)) AS s(state)
WHERE NOT t.alone AND NOT t.added
