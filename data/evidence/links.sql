-- links: which document in force stands for which leaf of one unit and year.
-- Grain: one row a document, table, leaf and need. Parameters: unit, year. The newest act on a link decides.
SELECT evidence_id, table_id, leaf_id, year, need, page
FROM (
    SELECT * FROM evidence_link
    WHERE unit = ? AND year = ?
    QUALIFY row_number() OVER (PARTITION BY evidence_id, table_id, leaf_id, need ORDER BY seq DESC) = 1
)
WHERE linked
ORDER BY evidence_id, table_id, leaf_id, need NULLS LAST
