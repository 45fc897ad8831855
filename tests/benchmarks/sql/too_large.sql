-- too_large: how many figures the statement may not multiply in 64 bits; the engine would then take 128.
-- Grain: one number. In: store.figures, temp.term.
SELECT count(*) FROM store.figures
WHERE state = 0 AND (abs(num) > (SELECT min(size) FROM temp.term) OR den > (SELECT min(size) FROM temp.term))
