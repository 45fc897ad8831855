-- read: which indicator each term reads; code is NULL for an expression over several, which the evaluator answers.
-- Grain: one row a term. In: bulk_rows, as text. instead: where nothing arose, another input takes its place.
-- choice: the indicator whose answer says whether the term's formula applies (temp.formula); NULL for one rule.
-- parts: the term is one of several parts that say themselves what they earn when nothing arose: the evaluator answers.
CREATE OR REPLACE TEMP TABLE read AS
SELECT term::INTEGER AS term, code, instead::BOOLEAN AS instead, choice, parts::BOOLEAN AS parts FROM bulk_rows
