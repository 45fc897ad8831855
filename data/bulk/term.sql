-- term: the terms of the leaves, and how large a number the statement may multiply (TermRow in data/bulk/integers.py).
-- Grain: one row a term. In: bulk_rows, whole numbers as text.
CREATE OR REPLACE TEMP TABLE term AS
SELECT
    term::INTEGER AS term, leaf::INTEGER AS leaf, size::HUGEINT AS size, low::HUGEINT AS low, high::HUGEINT AS high
FROM bulk_rows
