-- input: what is known of each term's x for each unit and month: num/den where measured (state 0), else from low to
-- high points (times scale) where the months that did come vouch for more than the rule itself.
-- Grain: one row a (unit, month, term), none left out. In: bulk_rows, whole numbers as text.
CREATE OR REPLACE TEMP TABLE input AS
SELECT
    unit::INTEGER AS unit, month::INTEGER AS month, term::INTEGER AS term, state::TINYINT AS state,
    num::HUGEINT AS num, den::HUGEINT AS den, low::HUGEINT AS low, high::HUGEINT AS high
FROM bulk_rows
