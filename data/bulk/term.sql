-- term: the terms of the leaves, and how large a number the statement may multiply (TermRow in data/bulk/integers.py).
-- Grain: one row a term. In: bulk_rows, whole numbers as text. Its rows of temp.place are numbered from first to last, and
-- four more for what is not measured; origin is the number that its place 0 has or would have.
CREATE OR REPLACE TEMP TABLE term AS
WITH given AS (
    SELECT
        term::INTEGER AS term, leaf::INTEGER AS leaf, alone::BOOLEAN AS alone, added::BOOLEAN AS added,
        grid::whole AS grid, beyond::whole AS beyond, first::BIGINT AS first_place, last::BIGINT AS last_place,
        size::whole AS size, low::whole AS low, high::whole AS high
    FROM bulk_rows
),
numbered AS (
    SELECT *, (sum(last_place - first_place + 5) OVER (ORDER BY term) - 5)::BIGINT AS last FROM given
)
SELECT term, leaf, alone, added, grid, beyond, size, low, high,
    last - last_place AS origin, last - last_place + first_place AS first, last
FROM numbered
