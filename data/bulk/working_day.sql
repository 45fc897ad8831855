-- working_day: how many working days each day lies after the deadline of a date that counts them (scoring/working_days.py).
-- Grain: one row a (code, day), day as an ordinal; a day outside the calendar has no row. In: bulk_rows, as text.
CREATE OR REPLACE TEMP TABLE working_day AS
SELECT code, day::BIGINT AS day, after::BIGINT AS after FROM bulk_rows
