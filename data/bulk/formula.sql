-- formula: whether a term applies when its leaf's choice is answered num/den (in lowest terms).
-- Grain: one row a term of a leaf with several formulas and an answer that any of them names. In: bulk_rows, as text.
CREATE OR REPLACE TEMP TABLE formula AS
SELECT term::INTEGER AS term, num::HUGEINT AS num, den::HUGEINT AS den, applies::BOOLEAN AS applies FROM bulk_rows
