-- piece: each term's line cut into pieces without gap or overlap (PieceRow in data/bulk/integers.py).
-- Grain: one row a piece. In: bulk_rows, whole numbers as text.
CREATE OR REPLACE TEMP TABLE piece AS
SELECT
    term::INTEGER AS term,
    from_den::HUGEINT AS from_den, from_num::HUGEINT AS from_num, from_open::HUGEINT AS from_open,
    to_den::HUGEINT AS to_den, to_num::HUGEINT AS to_num, to_open::HUGEINT AS to_open,
    state::TINYINT AS state, flat::HUGEINT AS flat, rise::HUGEINT AS rise, points::BIGINT AS points
FROM bulk_rows
