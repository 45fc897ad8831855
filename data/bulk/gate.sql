-- gate: what became of the gates, leaves with numbers below 0, apart from the other leaves: so few rows are quick to join.
-- Grain: one row a (unit_month, gate). In: temp.score.
CREATE OR REPLACE TEMP TABLE gate AS
SELECT unit_month, leaf, state, sure, possible FROM temp.score WHERE leaf < 0
