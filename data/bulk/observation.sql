-- observation: the figures that came, the newest for each month; six decimals at most, as the store keeps them.
-- Grain: one row a (unit, indicator, month). In: bulk_rows, as text. state: 0 measured, 1 nothing arose, 2 not applicable.
CREATE OR REPLACE TEMP TABLE observation AS
SELECT
    unit, indicator, month::INTEGER AS month, state::TINYINT AS state,
    numerator::DECIMAL(24, 6) AS numerator, denominator::DECIMAL(24, 6) AS denominator, value::DECIMAL(24, 6) AS value
FROM bulk_rows
