-- unit: the number of each unit in temp.input and temp.score.
-- Grain: one row a unit. In: bulk_rows, as text.
CREATE OR REPLACE TEMP TABLE unit AS
SELECT unit, number::INTEGER AS number FROM bulk_rows
