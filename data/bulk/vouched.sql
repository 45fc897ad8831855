-- vouched: least and most points (times scale) of a term for each range of x that months already in vouch for.
-- Grain: one row a (term, low_num, high_num, bound_den) that occurs. In: bulk_rows, as text; low NULL: not whole numbers.
CREATE OR REPLACE TEMP TABLE vouched AS
SELECT
    term::INTEGER AS term, low_num::HUGEINT AS low_num, high_num::HUGEINT AS high_num, bound_den::HUGEINT AS bound_den,
    low::whole AS low, high::whole AS high
FROM bulk_rows
