-- too_large: whether any figure is larger than the statement may multiply in 64 bits; the engine would then take 128.
-- Grain: one number, 0 or 1. In: store.figures, temp.term.
SELECT (greatest(f.most, -f.least, f.under) > t.size)::INTEGER
FROM (SELECT max(num) AS most, min(num) AS least, max(den) AS under FROM store.figures) AS f
CROSS JOIN (SELECT min(size) AS size FROM temp.term) AS t
