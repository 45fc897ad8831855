-- asked: the units and months (1-12, figures from January on count) for which a year-to-date figure is wanted.
-- Grain: one row a (unit, month). In: bulk_rows, as text.
CREATE OR REPLACE TEMP TABLE asked AS
SELECT unit, month::INTEGER AS month FROM bulk_rows
