-- results: an empty place for scores and one for totals, as score.sql and total.sql leave them; every engine fills both.
-- Grain: one row a (unit, month, leaf), and one a (unit, month, table).
CREATE OR REPLACE TEMP TABLE score (
    unit INTEGER, month INTEGER, leaf INTEGER, state TINYINT, points BIGINT, sure BIGINT, possible BIGINT
);
CREATE OR REPLACE TEMP TABLE totals (
    unit INTEGER, month INTEGER, table_no INTEGER,
    points BIGINT, sure BIGINT, possible BIGINT, applicable_max BIGINT, measured_max BIGINT
)
