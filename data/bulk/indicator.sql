-- indicator: what kind of number each indicator is, and how its year is formed (scoring/indicator.py).
-- Grain: one row an indicator. In: bulk_rows, as text. deadline: the last day on time, as an ordinal (dates only);
-- working: days after it are working days, to be found in temp.working_day.
CREATE OR REPLACE TEMP TABLE indicator AS
SELECT code, measure, formation, every::INTEGER AS every, deadline::BIGINT AS deadline,
    working::BOOLEAN AS working
FROM bulk_rows
