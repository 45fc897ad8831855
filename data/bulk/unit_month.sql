-- unit_month: the units and months to be scored, each pair with a number of its own.
-- Grain: one row a (unit, month). In: bulk_rows, as text. unit is a number too; name is the unit's own.
CREATE OR REPLACE TEMP TABLE unit_month AS
SELECT unit_month::INTEGER AS unit_month, unit::INTEGER AS unit, name, month::INTEGER AS month FROM bulk_rows
