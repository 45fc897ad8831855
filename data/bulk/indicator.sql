-- indicator: what kind of number each indicator is, and how its year is formed (scoring/indicator.py).
-- Grain: one row an indicator. In: bulk_rows, as text. deadline: the last day on time, as an ordinal (dates only).
CREATE OR REPLACE TEMP TABLE indicator AS
SELECT code, measure, formation, every::INTEGER AS every, deadline::BIGINT AS deadline FROM bulk_rows
