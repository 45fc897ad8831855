-- term: the terms of the leaves, and how large a number the statement may multiply (TermRow in data/bulk/integers.py).
-- Grain: one row a term. In: bulk_rows, whole numbers as text.
CREATE OR REPLACE TEMP TABLE term AS
SELECT
    term::INTEGER AS term, leaf::INTEGER AS leaf, terms::INTEGER AS terms, grid::whole AS grid, beyond::whole AS beyond,
    size::whole AS size, low::whole AS low, high::whole AS high
FROM bulk_rows
