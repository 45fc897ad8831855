-- figures: invented figures of every unit, month and term, the same in every run (drawn from a hash).
-- Grain: one row a (unit, month, term). In: units and months (parameters), temp.term, temp.piece.
-- Four in five are counted shares, the rest answers, small counts, missing, or nothing arose.
CREATE OR REPLACE TABLE store.figures AS
WITH drawn AS (
    SELECT u.range::INTEGER AS unit, m.range::INTEGER AS month, t.term,
        hash(u.range, m.range, t.term) AS h, answers.term IS NOT NULL AS answer
    FROM range($units) AS u, range(1, $months + 1) AS m, temp.term AS t
    LEFT JOIN (SELECT term FROM temp.piece GROUP BY term HAVING bool_or(state = 4)) AS answers ON answers.term = t.term
)
SELECT unit, month, term,
    (CASE WHEN h % 20 = 0 THEN 3 WHEN h % 20 = 1 AND NOT answer THEN 1 ELSE 0 END)::TINYINT AS state,
    (CASE WHEN answer THEN (h // 32) % 2 ELSE ((h // 32) % 1000) * (1 + (h // 32000) % 20) END)::BIGINT AS num,
    (CASE WHEN answer THEN 1 ELSE 1000 * (1 + (h // 32000) % 20) END)::BIGINT AS den
FROM drawn
ORDER BY unit, month, term
