-- results: an empty place for scores and one for totals, as score.sql and total.sql leave them; every engine fills both.
-- 32 bits, which is what these rules need and quickest for every engine.
-- Grain: one row a (unit_month, leaf), and one a (unit, month, table).
CREATE OR REPLACE TEMP TABLE score (
    unit_month INTEGER, leaf INTEGER, state INTEGER, points INTEGER, sure INTEGER, possible INTEGER
);
CREATE OR REPLACE TEMP TABLE totals (
    unit INTEGER, month INTEGER, table_no INTEGER,
    points BIGINT, sure BIGINT, possible BIGINT, applicable_max BIGINT, measured_max BIGINT
)
