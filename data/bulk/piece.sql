-- piece: each term's line cut into pieces without gap or overlap (PieceRow in data/bulk/integers.py).
-- Grain: one row a piece. In: bulk_rows, whole numbers as text.
CREATE OR REPLACE TEMP TABLE piece AS
SELECT
    term::INTEGER AS term, first::whole AS first, until::whole AS until,
    state::INTEGER AS state, flat::whole AS flat, rise::whole AS rise, points::steps AS points
FROM bulk_rows
