-- read: which indicator each term reads; code is NULL for an expression over several, which the evaluator answers.
-- Grain: one row a term. In: bulk_rows, as text. instead: where nothing arose, another input takes its place.
CREATE OR REPLACE TEMP TABLE read AS
SELECT term::INTEGER AS term, code, instead::BOOLEAN AS instead FROM bulk_rows
